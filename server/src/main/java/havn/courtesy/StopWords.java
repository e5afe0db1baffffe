package havn.courtesy;

import havn.kernel.text.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that end writing to somebody, and those that undo it: one table for all languages and
/// services, published in `docs/handbook/opt-out.md`. Every language counts, whatever language
/// somebody was written to in.
///
/// A message counts only as a whole: it is one entry of the table after [Folding], spaces left out
/// (`S.T.O.P`, `opt-out`, `Stop!!! 🛑`), or nothing but such entries of one kind (`stop stop`). A
/// few polite words before or behind it, such as *thanks*, are passed over. A word in a longer
/// message does not count; a message of more than 2,000 characters is not looked at.
public final class StopWords {

  /// What a message says about writing.
  public enum Meaning {
    /// Nothing more may be sent.
    STOP,
    /// An opt-out is undone.
    UNDO,
    /// Something else.
    NEITHER
  }

  /// The words of one language as people write them.
  ///
  /// @param polite what may stand before or behind a word
  public record Words(List<String> stop, List<String> undo, List<String> polite) {}

  private static final int LONGEST = 2_000;
  private static final int LONGEST_WORD = 200;
  private static final int MOST = 60;

  private static final Map<Language, Words> TABLE =
      Table.read(
          "stop-words.json",
          row -> new Words(words(row, "stop"), words(row, "undo"), words(row, "polite")));

  private static final Set<String> STOP = folded(Words::stop);
  private static final Set<String> UNDO = folded(Words::undo);
  private static final List<List<String>> POLITE =
      TABLE.values().stream()
          .flatMap(words -> words.polite().stream())
          .map(Folding::words)
          .distinct()
          .toList();

  private StopWords() {}

  public static Meaning read(String message) {
    if (message.length() > LONGEST) {
      return Meaning.NEITHER;
    }
    List<String> words = bare(Folding.words(message));
    if (says(words, STOP)) {
      return Meaning.STOP;
    }
    return says(words, UNDO) ? Meaning.UNDO : Meaning.NEITHER;
  }

  /// The language that has the word of a message; empty when it is no such word, or one of several
  /// languages.
  public static Optional<Language> language(String message) {
    if (read(message) == Meaning.NEITHER) {
      return Optional.empty();
    }
    List<String> words = bare(Folding.words(message));
    List<Language> having =
        TABLE.entrySet().stream()
            .filter(
                row ->
                    says(words, folded(Stream.of(row.getValue()), Words::stop))
                        || says(words, folded(Stream.of(row.getValue()), Words::undo)))
            .map(Map.Entry::getKey)
            .toList();
    return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
  }

  /// The published words.
  public static Words of(Language language) {
    return TABLE.getOrDefault(language, new Words(List.of(), List.of(), List.of()));
  }

  private static boolean says(List<String> words, Set<String> entries) {
    return !words.isEmpty()
        && (entries.contains(String.join("", words)) || entries.containsAll(words));
  }

  /// Without polite words at both ends.
  private static List<String> bare(List<String> words) {
    List<String> left = words;
    for (List<String> polite : POLITE) {
      int length = polite.size();
      while (left.size() > length && left.subList(0, length).equals(polite)) {
        left = left.subList(length, left.size());
      }
      while (left.size() > length
          && left.subList(left.size() - length, left.size()).equals(polite)) {
        left = left.subList(0, left.size() - length);
      }
    }
    return left;
  }

  private static Set<String> folded(Function<Words, List<String>> kind) {
    return folded(TABLE.values().stream(), kind);
  }

  private static Set<String> folded(Stream<Words> rows, Function<Words, List<String>> kind) {
    return rows.flatMap(words -> kind.apply(words).stream())
        .map(word -> String.join("", Folding.words(word)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> words(Members row, String kind) {
    return row.texts(kind, MOST, LONGEST_WORD, Optional::of, "must be a word");
  }
}
