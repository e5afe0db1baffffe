package havn.login;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Somebody of staff who signed in. Ends after 12 hours or at sign-out.
///
/// @param device whose key was last proven under this session; empty before any was
public record Session(
    StaffId staff,
    String shownName,
    Role role,
    Set<ServiceId> services,
    Instant until,
    Optional<DeviceId> device) {

  private static final Duration LEEWAY = Duration.ofMinutes(1);

  /// Without a device, as it is when somebody has just signed in.
  public Session(
      StaffId staff, String shownName, Role role, Set<ServiceId> services, Instant until) {
    this(staff, shownName, role, services, until, Optional.empty());
  }

  /// A device that is removed at this time or later may have lain beside this sign-in. A minute
  /// early, for clocks that differ and for a sign-in that was under way.
  public Instant safeBefore() {
    return until.minus(SignIn.SESSION).minus(LEEWAY);
  }

  public Session with(DeviceId proven) {
    return new Session(staff, shownName, role, services, until, Optional.of(proven));
  }

  public Session with(ServiceId added) {
    Set<ServiceId> more = new LinkedHashSet<>(services);
    more.add(added);
    return new Session(staff, shownName, role, more, until, device);
  }
}
