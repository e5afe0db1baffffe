package havn.courtesy;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One way to write what can be written in many: the words of a text without case, width, accents,
/// punctuation, emoji and invisible characters.
///
/// Compatibility forms are undone (NFKC), letters become small and lose their marks (é, й, ş and a
/// vowelled Arabic letter), dotless ı is i, ø is o, æ is ae, ß is ss; the forms of alef are one, as
/// are yeh and alef maqsura, heh and teh marbuta, and tatweel is dropped. Thai keeps its vowel
/// signs and tone marks: without them words become others. Whatever is no letter, digit or Thai
/// mark parts words.
final class Folding {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u0640]");
  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}&&[^\\u0E00-\\u0E7F]]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}\\u0E00-\\u0E7F]+");

  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ı', "i"),
          Map.entry('ø', "o"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ß', "ss"),
          Map.entry('đ', "d"),
          Map.entry('\u0671', "\u0627"),
          Map.entry('\u0649', "\u064A"),
          Map.entry('\u06CC', "\u064A"),
          Map.entry('\u0629', "\u0647"),
          Map.entry('\u06A9', "\u0643"));

  private Folding() {}

  /// The words in order; none when there is no letter or digit.
  static List<String> words(String text) {
    String wide = INVISIBLE.matcher(Normalizer.normalize(text, Form.NFKC)).replaceAll("");
    String small = wide.toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(Normalizer.normalize(small, Form.NFD)).replaceAll("");
    return BETWEEN.splitAsStream(letters(bare)).filter(word -> !word.isEmpty()).toList();
  }

  private static String letters(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (char each : text.toCharArray()) {
      folded.append(LETTERS.getOrDefault(each, String.valueOf(each)));
    }
    return folded.toString();
  }
}
