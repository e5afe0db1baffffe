package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A device that went on duty.
///
/// @param until end of its statement, or of what its planned shift allows
/// @param keepsOpen whether its services may be open while nobody else is on duty
/// @param takes whether they take chats from the line; otherwise they are only asked in
/// @param reach whom a text reaches while the console is silent, when they wish for that
/// @param name what colleagues may tell visitors, when the device said it
/// @param abilities languages, lanes and traits
public record Shift(
    DeviceId device,
    Set<ServiceId> services,
    Instant until,
    boolean onBreak,
    int capacity,
    boolean keepsOpen,
    boolean takes,
    Optional<StaffId> reach,
    Optional<SaltedName> name,
    Abilities abilities) {

  /// Of somebody who takes chats, and whom no text reaches.
  public Shift(
      DeviceId device,
      Set<ServiceId> services,
      Instant until,
      boolean onBreak,
      int capacity,
      boolean keepsOpen,
      Optional<SaltedName> name,
      Abilities abilities) {
    this(
        device,
        services,
        until,
        onBreak,
        capacity,
        keepsOpen,
        true,
        Optional.empty(),
        name,
        abilities);
  }

  /// The same until another moment.
  public Shift until(Instant end) {
    return new Shift(
        device, services, end, onBreak, capacity, keepsOpen, takes, reach, name, abilities);
  }

  /// The same, reached by texts or not.
  public Shift reached(Optional<StaffId> by) {
    return new Shift(
        device, services, until, onBreak, capacity, keepsOpen, takes, by, name, abilities);
  }

  public boolean covers(ServiceId service, Instant now) {
    return services.contains(service) && now.isBefore(until);
  }
}
