package havn.staff;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import java.util.Set;

/// A person of staff.
///
/// @param shownName the name visitors see, 1–64 characters
/// @param services at least one, at most 64
public record StaffMember(StaffId id, String shownName, Role role, Set<ServiceId> services) {

  public static final int LONGEST_NAME = 64;
  public static final int MOST_SERVICES = 64;

  public StaffMember {
    services = Set.copyOf(services);
    if (shownName.isBlank() || shownName.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a shown name has 1–64 characters");
    }
    if (services.isEmpty() || services.size() > MOST_SERVICES) {
      throw new IllegalArgumentException("somebody of staff works for 1–64 services");
    }
  }

  /// Prints without the name.
  @Override
  public String toString() {
    return "StaffMember[" + id + "]";
  }
}
