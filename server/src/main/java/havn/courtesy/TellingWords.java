package havn.courtesy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Words that must not stand in what a service begins, because whoever looks at the phone would
/// understand. Texts in every language are checked against the words of every language.
///
/// An entry of the table is a word or words in a row, compared after [Folding]; `prostitu*` is
/// every word that begins so, `*ตำรวจ*` stands anywhere, for scripts that part no words or join
/// articles to them.
public final class TellingWords {

  private static final int MOST = 120;
  private static final int LONGEST_ENTRY = 60;
  private static final int MOST_NAMES = 50;

  private static final Map<Language, List<Entry>> TABLE =
      Table.read(
          "telling-words.json",
          row ->
              row.texts(
                  "words",
                  MOST,
                  LONGEST_ENTRY,
                  written -> Optional.of(Entry.of(written)),
                  "must be a word"));

  private TellingWords() {}

  /// The entries that stand in `text`, without their stars: names first, then those of `language`,
  /// then those of the others. Empty when nobody would understand.
  ///
  /// @param names what else would tell, such as the real name of the service; at most 50
  public static List<String> found(Language language, String text, List<String> names) {
    if (names.size() > MOST_NAMES) {
      throw new IllegalArgumentException("at most " + MOST_NAMES + " names");
    }
    String words = " " + String.join(" ", Folding.words(text)) + " ";
    Stream<Entry> own = names.stream().map(Entry::ofName);
    Stream<Entry> published =
        TABLE.entrySet().stream()
            .sorted(Comparator.comparing(row -> row.getKey() != language))
            .flatMap(row -> row.getValue().stream());
    return Stream.concat(own, published)
        .filter(entry -> !entry.sought.isBlank() && words.contains(entry.sought))
        .map(Entry::shown)
        .distinct()
        .toList();
  }

  /// What is sought in the folded words of a text with a space before, between and after them.
  private record Entry(String shown, String sought) {

    static Entry of(String written) {
      String word = written.replace("*", "");
      String folded = String.join(" ", Folding.words(word));
      String before = written.startsWith("*") ? "" : " ";
      String after = written.endsWith("*") ? "" : " ";
      return new Entry(word, folded.isEmpty() ? "" : before + folded + after);
    }

    /// A name counts as words of its own, and in Thai, which parts no words, anywhere.
    static Entry ofName(String name) {
      return of(
          name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == THAI)
              ? "*" + name + "*"
              : name.replace("*", " "));
    }

    private static final Character.UnicodeScript THAI = Character.UnicodeScript.THAI;
  }
}
