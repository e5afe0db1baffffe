package havn.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.function.IntFunction;

/// Bytes for golden vectors: every value follows from its name, so the file can be made again.
final class VectorSource {

  private VectorSource() {}

  /// `length` bytes, HKDF-SHA256 with the name as info.
  static byte[] bytes(String name, int length) {
    return Hkdf.derive(
        "havn golden vectors".getBytes(UTF_8), new byte[0], name.getBytes(UTF_8), length);
  }

  /// A stream of values `<name> 0`, `<name> 1`, … for sealing an envelope.
  static IntFunction<byte[]> stream(String name) {
    int[] next = {0};
    return length -> bytes(name + " " + next[0]++, length);
  }

  static SigningKey signingKey(String name) {
    return SigningKey.ofSeed(bytes(name, 32));
  }

  static XWingKey sealingKey(String name) {
    return XWingKey.ofSeed(bytes(name, 32));
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
