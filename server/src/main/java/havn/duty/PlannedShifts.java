package havn.duty;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Asks the calendar of shifts.
@FunctionalInterface
public interface PlannedShifts {

  /// Until when rights that follow a shift exist for all of these services; empty when they do not
  /// now.
  Future<Optional<Instant>> rightsUntil(StaffId who, Set<ServiceId> services);
}
