package havn.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A SHA-256 value: 32 bytes. Written `H(…)` in `docs/protocol/sealed.md`.
public final class Hash {

  public static final int LENGTH = 32;

  /// 32 zero bytes: the previous header of a first epoch, the statement of a visitor.
  public static final Hash ZEROS = new Hash(new byte[LENGTH]);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash of the parts joined.
  public static Hash of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return new Hash(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// Takes a hash that was made elsewhere; empty unless there are exactly 32 bytes.
  public static Optional<Hash> wrap(byte[] bytes) {
    return bytes.length == LENGTH ? Optional.of(new Hash(bytes.clone())) : Optional.empty();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /// The first 8 bytes, as `seen` states them.
  public byte[] first8() {
    return Arrays.copyOf(bytes, 8);
  }

  /// 43 characters of base64url without padding, as a pin is written.
  public String base64url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64url();
  }
}
