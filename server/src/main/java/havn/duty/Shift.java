package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import java.time.Instant;
import java.util.Set;

/// A device that went on duty.
///
/// @param until end of its statement
public record Shift(
    DeviceId device, Set<ServiceId> services, Instant until, boolean onBreak, int capacity) {

  public boolean covers(ServiceId service, Instant now) {
    return services.contains(service) && now.isBefore(until);
  }
}
