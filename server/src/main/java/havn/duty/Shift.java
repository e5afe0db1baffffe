package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.staff.ShiftRights;
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
/// @param follows what the shifts give that the person holds, where the right to be on duty follows
///     them
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
    Abilities abilities,
    Optional<ShiftRights> follows) {

  /// Of somebody who takes chats, needs no planned shift, and whom no text reaches.
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
        abilities,
        Optional.empty());
  }

  /// The same after the calendar was read again.
  public Shift replanned(ShiftRights rights, Instant end) {
    return new Shift(
        device,
        services,
        end,
        onBreak,
        capacity,
        keepsOpen,
        takes,
        reach,
        name,
        abilities,
        Optional.of(rights));
  }

  /// The same, reached by texts or not.
  public Shift reached(Optional<StaffId> by) {
    return new Shift(
        device, services, until, onBreak, capacity, keepsOpen, takes, by, name, abilities, follows);
  }

  /// What they can do for a service at a moment: on the lanes of the shift they hold, where they
  /// need one. Empty when that is no lane.
  public Optional<Abilities> able(ServiceId service, Instant now) {
    return follows.isEmpty()
        ? Optional.of(abilities)
        : follows.get().lanes(service, abilities.lanes(), now).map(abilities::on);
  }

  /// Whether they may see and take who waits on this lane, as [DutyRecord#mayTake] says of what
  /// others see of them: whoever needs a shift only on those of its lanes that they answer.
  public boolean mayTake(ServiceId service, String lane, Instant now) {
    return follows.isEmpty() || able(service, now).filter(able -> able.answers(lane)).isPresent();
  }

  public boolean covers(ServiceId service, Instant now) {
    return services.contains(service) && now.isBefore(until);
  }
}
