package havn.staff;

import java.util.Base64;
import java.util.Optional;

/// Bytes as trust documents write them: canonical base64url without padding.
final class TrustText {

  private TrustText() {}

  static String of(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Empty when [#of(byte[])] would not have written this.
  static Optional<byte[]> bytes(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
