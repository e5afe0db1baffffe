package havn.staff;

import havn.kernel.id.DeviceId;
import java.time.Instant;
import java.util.Locale;

/// A staff browser that showed its key.
///
/// @param ed25519 public key, 32 bytes
/// @param salt 16 bytes, hides the name in `nameHash`
/// @param nameHash SHA-256 of salt and the owner's shown name, 32 bytes
@SuppressWarnings("ArrayRecordComponent")
public record Device(
    DeviceId id,
    StaffMember owner,
    byte[] ed25519,
    byte[] salt,
    byte[] nameHash,
    State state,
    Instant enrolled) {

  /// How far a device has come.
  public enum State {
    /// Waits for the next roster.
    PENDING,
    /// In the newest roster, with this key.
    ROSTERED,
    /// Was in a roster, and is not any more.
    REVOKED;

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
