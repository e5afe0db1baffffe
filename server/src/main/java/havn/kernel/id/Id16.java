package havn.kernel.id;

import java.util.HexFormat;

/// The shape shared by the 16-byte ids.
final class Id16 {

  static final int LENGTH = 16;

  private Id16() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static void require(String hex) {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("an id is 32 lower-case hexadecimal digits");
    }
  }
}
