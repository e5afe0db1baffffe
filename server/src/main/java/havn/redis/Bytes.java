package havn.redis;

import java.nio.charset.StandardCharsets;

/// Encodes arguments.
public final class Bytes {

  private Bytes() {}

  public static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Decimal digits.
  public static byte[] of(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }
}
