package havn.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/// Reads the fixed layouts. A read past the end, or text that is not UTF-8, answers zeros and is
/// remembered: the caller asks [#sound()] once, at the end.
final class LayoutReader {

  private final byte[] in;
  private int at;
  private boolean sound = true;

  LayoutReader(byte[] in) {
    this.in = in;
  }

  int u8() {
    return (int) unsigned(1);
  }

  int u16() {
    return (int) unsigned(2);
  }

  long u32() {
    return unsigned(4);
  }

  /// Refuses values above 2^63 - 1.
  long u64() {
    long value = unsigned(8);
    require(value >= 0);
    return Math.max(0, value);
  }

  byte[] bytes(int length) {
    if (length > in.length - at) {
      sound = false;
      at = in.length;
      return new byte[length];
    }
    at += length;
    return Arrays.copyOfRange(in, at - length, at);
  }

  Hash hash() {
    return Hash.wrap(bytes(Hash.LENGTH)).orElseThrow();
  }

  /// Text of `least` to 255 bytes.
  String str8(int least) {
    int length = u8();
    require(length >= least);
    return utf8(bytes(length));
  }

  String utf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      sound = false;
      return "";
    }
  }

  byte[] rest() {
    return bytes(in.length - at);
  }

  void require(boolean condition) {
    sound &= condition;
  }

  /// Whether everything so far was there and as required.
  boolean sound() {
    return sound;
  }

  /// Whether, besides, nothing is left over.
  boolean soundAndEmpty() {
    return sound && at == in.length;
  }

  private long unsigned(int length) {
    long value = 0;
    for (byte b : bytes(length)) {
      value = value << 8 | (b & 0xff);
    }
    return value;
  }
}
