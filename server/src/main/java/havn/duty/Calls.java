package havn.duty;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;

/// Reaches somebody on duty who does not look at their console.
@FunctionalInterface
public interface Calls {

  /// Tells them that somebody waits, if they wish for it and were not told for 10 minutes; whether
  /// it will.
  Future<Boolean> somebodyWaits(StaffId who);
}
