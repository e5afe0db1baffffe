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
    byte[] nameHash) {}
