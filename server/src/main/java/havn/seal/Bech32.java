package havn.seal;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/// Bech32 (BIP 173) without its limit of 90 characters: how age writes keys for people.
final class Bech32 {

  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM = 6;

  private Bech32() {}

  /// A string that was whole. The prefix is in the case it was written in.
  @SuppressWarnings("ArrayRecordComponent")
  record Decoded(String prefix, byte[] data) {}

  /// Lower case; the prefix must be lower case too.
  static String encode(String prefix, byte[] data) {
    StringBuilder out = new StringBuilder(prefix).append('1');
    int check = expandPrefix(prefix);
    int pending = 0;
    int bits = 0;
    for (byte one : data) {
      pending = (pending << 8 | (one & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        check = add(check, pending >> bits & 31);
        out.append(ALPHABET.charAt(pending >> bits & 31));
      }
    }
    if (bits > 0) {
      check = add(check, pending << (5 - bits) & 31);
      out.append(ALPHABET.charAt(pending << (5 - bits) & 31));
    }
    for (int i = 0; i < CHECKSUM; i++) {
      check = add(check, 0);
    }
    check ^= 1;
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      out.append(ALPHABET.charAt(check >> (5 * i) & 31));
    }
    return out.toString();
  }

  /// Empty when the case is mixed, a character is foreign, the checksum is wrong, or the last
  /// character carries bits that belong to no byte.
  static Optional<Decoded> decode(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int separator = text.lastIndexOf('1');
    if ((!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT)))
        || separator < 1
        || text.length() - separator - 1 < CHECKSUM
        || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      return Optional.empty();
    }
    int check = expandPrefix(lower.substring(0, separator));
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int pending = 0;
    int bits = 0;
    for (int at = separator + 1; at < lower.length(); at++) {
      int value = ALPHABET.indexOf(lower.charAt(at));
      if (value < 0) {
        return Optional.empty();
      }
      check = add(check, value);
      if (at < lower.length() - CHECKSUM) {
        pending = (pending << 5 | value) & 0xfff;
        bits += 5;
        if (bits >= 8) {
          bits -= 8;
          data.write(pending >> bits);
        }
      }
    }
    boolean whole = check == 1 && bits < 5 && (pending & (1 << bits) - 1) == 0;
    return whole
        ? Optional.of(new Decoded(text.substring(0, separator), data.toByteArray()))
        : Optional.empty();
  }

  private static int expandPrefix(String prefix) {
    int check = 1;
    for (int i = 0; i < prefix.length(); i++) {
      check = add(check, prefix.charAt(i) >> 5);
    }
    check = add(check, 0);
    for (int i = 0; i < prefix.length(); i++) {
      check = add(check, prefix.charAt(i) & 31);
    }
    return check;
  }

  private static int add(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if ((top >> i & 1) == 1) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }
}
