package havn.courtesy;

import java.util.List;

/// How a text travels as SMS: how many segments are paid for, and which characters make it dear.
///
/// When every character stands in the GSM 7-bit default alphabet or its extension (3GPP TS 23.038),
/// a text has septets: 160 fit one segment, 153 each of several, and a character of the extension
/// takes two. Otherwise it has UTF-16 units: 70, or 67 each. Neither two septets of one character
/// nor a surrogate pair are ever split, so a segment may end one short.
///
/// @param units septets or UTF-16 units
/// @param segments 0 for the empty text
/// @param forcing the characters that forbid septets, each once, in order; at most 50
public record Segments(Encoding encoding, int units, int segments, List<String> forcing) {

  /// The two encodings of an SMS.
  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int alone;
    private final int each;

    Encoding(int alone, int each) {
      this.alone = alone;
      this.each = each;
    }
  }

  private static final int MOST_FORCING = 50;
  private static final String DEFAULT =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  public static Segments of(String text) {
    List<String> forcing =
        text.codePoints()
            .filter(c -> septets(c) == 0)
            .mapToObj(Character::toString)
            .distinct()
            .limit(MOST_FORCING)
            .toList();
    Encoding encoding = forcing.isEmpty() ? Encoding.GSM_7 : Encoding.UCS_2;
    int[] sizes =
        text.codePoints()
            .map(c -> encoding == Encoding.GSM_7 ? septets(c) : Character.charCount(c))
            .toArray();
    int units = 0;
    for (int size : sizes) {
      units += size;
    }
    return new Segments(encoding, units, packed(encoding, units, sizes), forcing);
  }

  private static int packed(Encoding encoding, int units, int[] sizes) {
    if (units <= encoding.alone) {
      return units == 0 ? 0 : 1;
    }
    int segments = 1;
    int filled = 0;
    for (int size : sizes) {
      if (filled + size > encoding.each) {
        segments++;
        filled = 0;
      }
      filled += size;
    }
    return segments;
  }

  /// 0 when the alphabet lacks the character.
  private static int septets(int character) {
    if (DEFAULT.indexOf(character) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
  }

  /// Never the characters themselves.
  @Override
  public String toString() {
    return "Segments[" + encoding + ", " + units + " units, " + segments + " segments]";
  }
}
