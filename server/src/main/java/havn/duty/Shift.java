package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A device that went on duty.
///
/// @param until end of its statement
/// @param name what colleagues may tell visitors, when the device said it
public record Shift(
    DeviceId device,
    Set<ServiceId> services,
    Instant until,
    boolean onBreak,
    int capacity,
    Optional<SaltedName> name) {

  public boolean covers(ServiceId service, Instant now) {
    return services.contains(service) && now.isBefore(until);
  }
}
