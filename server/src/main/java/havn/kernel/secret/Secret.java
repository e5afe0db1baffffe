package havn.kernel.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Bytes that open something: a ticket, a capability, a session, an invite. Prints as `Secret[n
/// bytes]`; compared in constant time; stores keep only its [#fingerprint()].
public final class Secret {

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A fresh secret of 32 random bytes.
  public static Secret fresh() {
    return new Secret(Randomness.bytes(32));
  }

  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /// Reads base64url without padding; empty when the text is not that.
  public static Optional<Secret> parse(String base64url) {
    try {
      return Optional.of(new Secret(Base64.getUrlDecoder().decode(base64url)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /// base64url without padding, for the one place the secret is handed over.
  public String reveal() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// SHA-256 of the bytes, in base64url without padding: what a store may keep.
  public String fingerprint() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Secret[" + bytes.length + " bytes]";
  }
}
