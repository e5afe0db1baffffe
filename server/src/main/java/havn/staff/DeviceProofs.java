package havn.staff;

import havn.kernel.id.DeviceId;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.ShownName;
import java.nio.ByteBuffer;

/// The two proofs a staff browser gives of its device key: when it enrols, and when it opens the
/// desk's socket.
public final class DeviceProofs {

  /// Bytes of a desk challenge.
  public static final int CHALLENGE_LENGTH = 32;

  private DeviceProofs() {}

  /// Whether the key (32 bytes) asks to be rostered under this id and shown name.
  public static boolean enrols(DeviceId id, byte[] ed25519, ShownName name, byte[] proof) {
    return ed25519.length == Ed25519.KEY_LENGTH
        && Ed25519.verify(ed25519, Purpose.ENROL, enrolment(id, ed25519, name), proof);
  }

  /// What an enrolment proof is made over: `id ‖ ed25519 ‖ H(salt ‖ name)`.
  public static byte[] enrolment(DeviceId id, byte[] ed25519, ShownName name) {
    return ByteBuffer.allocate(16 + Ed25519.KEY_LENGTH + Hash.LENGTH)
        .put(id.bytes())
        .put(ed25519)
        .put(name.hash().bytes())
        .array();
  }

  /// Whether the rostered device answered this challenge.
  public static boolean answersDesk(RosterEntry entry, byte[] challenge, byte[] proof) {
    return challenge.length == CHALLENGE_LENGTH
        && Ed25519.verify(entry.ed25519(), Purpose.DESK, challenge, proof);
  }
}
