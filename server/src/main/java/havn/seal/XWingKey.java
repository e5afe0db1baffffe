package havn.seal;

import havn.kernel.secret.Randomness;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;

/// A private X-Wing key (draft-connolly-cfrg-xwing-kem), kept as its 32-byte seed. Never made with
/// `DeriveKeyPair`, where libraries differ. Prints as nothing.
public final class XWingKey {

  public static final int SEED_LENGTH = 32;

  /// ML-KEM-768 encapsulation key (1,184 bytes) ‖ X25519 public key (32 bytes).
  public static final int PUBLIC_LENGTH = 1_216;

  private final byte[] seed;
  private final byte[] publicKey;

  private XWingKey(byte[] seed) {
    this.seed = seed;
    this.publicKey = Hpke.publicKey(new XWingPrivateKeyParameters(seed));
  }

  public static XWingKey fresh() {
    return new XWingKey(Randomness.bytes(SEED_LENGTH));
  }

  /// The key of a stored seed; throws when it is not 32 bytes.
  public static XWingKey ofSeed(byte[] seed) {
    if (seed.length != SEED_LENGTH) {
      throw new IllegalArgumentException("an X-Wing seed has 32 bytes");
    }
    return new XWingKey(seed.clone());
  }

  /// 1,216 bytes.
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /// The seed, for the one file or database it is kept in.
  public byte[] revealSeed() {
    return seed.clone();
  }

  @Override
  public String toString() {
    return "XWingKey[…]";
  }
}
