package havn.seal;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;

/// HPKE base mode (RFC 9180) with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305; single shot, empty
/// associated data.
final class Hpke {

  /// Bytes of an encapsulated key.
  static final int ENC_LENGTH = 1_120;

  /// Random bytes one encapsulation takes.
  static final int RANDOM_LENGTH = 64;

  private static final byte[] NO_AAD = {};

  private Hpke() {}

  /// What the sender hands over.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(byte[] enc, byte[] ciphertext) {}

  static byte[] publicKey(XWingPrivateKeyParameters key) {
    HPKE suite = suite();
    return suite.serializePublicKey(
        suite.deserializePrivateKey(key.getEncoded(), null).getPublic());
  }

  /// Seals for a public key of 1,216 bytes. `random` are 64 fresh bytes, used once.
  static Sealed seal(byte[] publicKey, byte[] info, byte[] plaintext, byte[] random) {
    HPKE suite = suite();
    var context = suite.setupBaseS(suite.deserializePublicKey(publicKey), info, random);
    try {
      return new Sealed(context.getEncapsulation(), context.seal(NO_AAD, plaintext));
    } catch (InvalidCipherTextException neverWhileSealing) {
      throw new IllegalStateException(neverWhileSealing);
    }
  }

  /// Empty when it was not sealed for this key, or was changed.
  static Optional<byte[]> open(XWingKey key, byte[] info, Sealed sealed) {
    if (sealed.enc().length != ENC_LENGTH) {
      return Optional.empty();
    }
    HPKE suite = suite();
    try {
      var pair = suite.deserializePrivateKey(key.revealSeed(), null);
      return Optional.of(
          suite.setupBaseR(sealed.enc(), pair, info).open(NO_AAD, sealed.ciphertext()));
    } catch (InvalidCipherTextException
        | IllegalArgumentException
        | IllegalStateException refused) {
      // A corrupted X25519 share of low order is an IllegalStateException, not a bad tag.
      return Optional.empty();
    }
  }

  private static HPKE suite() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
  }
}
