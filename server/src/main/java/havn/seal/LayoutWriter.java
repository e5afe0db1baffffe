package havn.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// Writes the fixed layouts: big-endian unsigned integers, bytes, `str8`.
final class LayoutWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  LayoutWriter u8(int value) {
    return unsigned(value, 1);
  }

  LayoutWriter u16(int value) {
    return unsigned(value, 2);
  }

  LayoutWriter u32(long value) {
    return unsigned(value, 4);
  }

  /// At most 2^63 - 1.
  LayoutWriter u64(long value) {
    return unsigned(value, 8);
  }

  LayoutWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  LayoutWriter hash(Hash hash) {
    return bytes(hash.bytes());
  }

  /// At most 255 bytes of UTF-8.
  LayoutWriter str8(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return u8(utf8.length).bytes(utf8);
  }

  byte[] done() {
    return out.toByteArray();
  }

  private LayoutWriter unsigned(long value, int length) {
    if (value < 0 || (length < 8 && value >>> (8 * length) != 0)) {
      throw new IllegalArgumentException("a value does not fit " + length + " bytes");
    }
    for (int i = length - 1; i >= 0; i--) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }
}
