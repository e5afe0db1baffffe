package havn.seal;

import java.util.Base64;
import java.util.Optional;

/// Base 64 as age writes it: standard alphabet, no padding, canonical only (RFC 4648, sections 3.5
/// and 4).
final class AgeBase64 {

  private AgeBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Empty when the text is not what [#encode(byte[])] would have written.
  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
