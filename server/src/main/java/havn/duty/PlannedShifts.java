package havn.duty;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.staff.ShiftRights;
import io.vertx.core.Future;
import java.util.Set;

/// Asks the calendar of shifts.
@FunctionalInterface
public interface PlannedShifts {

  /// The rights for these services that follow the shifts somebody holds, from the day before
  /// yesterday until the day after tomorrow.
  Future<ShiftRights> rights(StaffId who, Set<ServiceId> services);
}
