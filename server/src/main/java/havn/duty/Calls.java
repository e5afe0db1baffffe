package havn.duty;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Reaches somebody on duty who does not look at their console.
public interface Calls {

  /// Whether a text reaches them, and they wish for it.
  Future<Boolean> reaches(StaffId who);

  /// Tells them that somebody waits, unless a text did in the last 3 minutes. Answers when that
  /// text was made; empty when none reaches them.
  Future<Optional<Instant>> somebodyWaits(StaffId who);
}
