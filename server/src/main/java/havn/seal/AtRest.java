package havn.seal;

import havn.kernel.secret.Randomness;
import java.util.Arrays;
import java.util.Optional;

/// Seals what a single role keeps for itself, under its own 32-byte key: a random nonce of 12
/// bytes, then AES-256-GCM. Good for 2³² values under one key (NIST SP 800-38D, 8.3).
public final class AtRest {

  private static final int NONCE_LENGTH = 12;

  private final byte[] key;

  public AtRest(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("a key at rest has 32 bytes");
    }
    this.key = key.clone();
  }

  /// @param place what it belongs to; opens nowhere else
  public byte[] seal(byte[] plain, byte[] place) {
    byte[] nonce = Randomness.bytes(NONCE_LENGTH);
    byte[] sealed = Aead.AES_256_GCM.seal(key, nonce, plain, place);
    byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
    return both;
  }

  /// Empty when it was sealed under another key or for another place, or was changed.
  public Optional<byte[]> open(byte[] sealed, byte[] place) {
    if (sealed.length < NONCE_LENGTH + Aead.TAG_LENGTH) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length);
    return Aead.AES_256_GCM.open(key, nonce, rest, place);
  }

  @Override
  public String toString() {
    return "AtRest[…]";
  }
}
