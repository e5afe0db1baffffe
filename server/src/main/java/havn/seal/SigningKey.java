package havn.seal;

import havn.kernel.secret.Randomness;

/// A private Ed25519 key, kept as its 32-byte seed (RFC 8032, section 5.1.5). Prints as nothing.
public final class SigningKey {

  private final byte[] seed;
  private final byte[] publicKey;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    this.publicKey = Ed25519.publicKey(seed);
  }

  public static SigningKey fresh() {
    return new SigningKey(Randomness.bytes(Ed25519.KEY_LENGTH));
  }

  /// The key of a stored seed; throws when it is not 32 bytes.
  public static SigningKey ofSeed(byte[] seed) {
    if (seed.length != Ed25519.KEY_LENGTH) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
    }
    return new SigningKey(seed.clone());
  }

  public byte[] publicKey() {
    return publicKey.clone();
  }

  /// The 64-byte signature over `"havn/1/<purpose>" ‖ 0 ‖ bytes`.
  public byte[] sign(Purpose purpose, byte[] bytes) {
    return Ed25519.signPlain(seed, Bytes.join(purpose.prefix(), bytes));
  }

  /// The seed, for the one file or database it is kept in.
  public byte[] revealSeed() {
    return seed.clone();
  }

  @Override
  public String toString() {
    return "SigningKey[…]";
  }
}
