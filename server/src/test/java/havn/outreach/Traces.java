package havn.outreach;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a number or a word may have left in a dump: in every way that people spell it, in the
/// encodings that programs keep, and as a hash without a key, by which it is guessed in a second.
final class Traces {

  private static final List<Charset> CHARSETS = List.of(UTF_8, UTF_16LE, UTF_16BE);
  private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  /// A hash that somebody cut; shorter ones are found by chance.
  private static final int CUT = 12;

  private Traces() {}

  /// The ways to write a Norwegian number of eight digits.
  static List<String> spellings(String digits) {
    String three =
        digits.substring(0, 3) + " " + digits.substring(3, 5) + " " + digits.substring(5);
    String pairs = digits.replaceAll("..(?!$)", "$0 ");
    return List.of(
        digits,
        three,
        pairs,
        "47" + digits,
        "+47" + digits,
        "0047" + digits,
        "+47 " + three,
        "+47 " + pairs);
  }

  /// Everything by which a word is known again, one character for each byte.
  static Set<String> of(String word) {
    Set<String> traces = new LinkedHashSet<>();
    for (Charset charset : CHARSETS) {
      byte[] bytes = word.getBytes(charset);
      traces.add(new String(bytes, ISO_8859_1));
      traces.add(HexFormat.of().formatHex(bytes));
      traces.add(HexFormat.of().withUpperCase().formatHex(bytes));
      traces.addAll(base64(bytes));
    }
    for (String name : HASHES) {
      byte[] cut = Arrays.copyOf(hash(name, word.getBytes(UTF_8)), CUT);
      traces.add(new String(cut, ISO_8859_1));
      traces.add(HexFormat.of().formatHex(cut));
      traces.add(Base64.getEncoder().encodeToString(cut));
      traces.add(Base64.getUrlEncoder().encodeToString(cut));
    }
    return traces;
  }

  /// Those of a number, however it is spelt.
  static Set<String> ofNumber(String digits) {
    Set<String> traces = new LinkedHashSet<>();
    spellings(digits).forEach(spelling -> traces.addAll(of(spelling)));
    return traces;
  }

  /// What depends on nothing but the word, at each of the three places where it may begin.
  private static List<String> base64(byte[] word) {
    List<String> three = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] moved = new byte[before + word.length];
      System.arraycopy(word, 0, moved, before, word.length);
      int from = before == 0 ? 0 : before + 1;
      int to = moved.length * 8 / 6;
      three.add(Base64.getEncoder().encodeToString(moved).substring(from, to));
      three.add(Base64.getUrlEncoder().encodeToString(moved).substring(from, to));
    }
    return three;
  }

  private static byte[] hash(String name, byte[] of) {
    try {
      return MessageDigest.getInstance(name).digest(of);
    } catch (NoSuchAlgorithmException everyJavaHasThem) {
      throw new AssertionError(everyJavaHasThem);
    }
  }
}
