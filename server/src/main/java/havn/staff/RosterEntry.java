package havn.staff;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import java.time.Instant;
import java.util.Set;

/// One device of the roster (docs/protocol/sealed.md, section 2). `ed25519` and `nameHash` are
/// 32 bytes each.
@SuppressWarnings("ArrayRecordComponent")
public record RosterEntry(
    DeviceId device,
    byte[] ed25519,
    Role role,
    Set<ServiceId> services,
    Instant from,
    Instant until,
    byte[] nameHash,
    PersonTag person) {

  /// A device of which the roster does not say whose it is; it cannot renew.
  public RosterEntry(
      DeviceId device,
      byte[] ed25519,
      Role role,
      Set<ServiceId> services,
      Instant from,
      Instant until,
      byte[] nameHash) {
    this(device, ed25519, role, services, from, until, nameHash, PersonTag.NOBODY);
  }

  /// Whether the device may sign a renewal at that moment.
  boolean mayRenew(Instant at) {
    return Right.RENEW_LIST.has(role)
        && !person.equals(PersonTag.NOBODY)
        && !at.isBefore(from)
        && at.isBefore(until);
  }
}
