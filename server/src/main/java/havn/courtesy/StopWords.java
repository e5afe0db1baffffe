package havn.courtesy;

import havn.kernel.text.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words that end writing to somebody, and those that undo it: one table for all languages and
/// services, published in `docs/handbook/opt-out.md`. Every language counts, whatever language
/// somebody was written to in.
///
/// A message counts only as a whole: it is one entry of the table after [Folding], spaces left out
/// (`S.T.O.P`, `opt-out`, `Stop!!! 🛑`), or nothing but such entries of one kind (`stop stop`). A
/// word in a longer message does not count; a message of more than 200 characters is not looked at.
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
  public record Words(List<String> stop, List<String> undo) {}

  private static final int LONGEST = 200;
  private static final int MOST = 60;

  private static final Map<Language, Words> TABLE =
      Table.read("stop-words.json", row -> new Words(words(row, "stop"), words(row, "undo")));

  private static final Set<String> STOP = folded(Words::stop);
  private static final Set<String> UNDO = folded(Words::undo);

  private StopWords() {}

  public static Meaning read(String message) {
    if (message.length() > LONGEST) {
      return Meaning.NEITHER;
    }
    List<String> words = Folding.words(message);
    if (says(words, STOP)) {
      return Meaning.STOP;
    }
    return says(words, UNDO) ? Meaning.UNDO : Meaning.NEITHER;
  }

  /// The published words.
  public static Words of(Language language) {
    return TABLE.getOrDefault(language, new Words(List.of(), List.of()));
  }

  private static boolean says(List<String> words, Set<String> entries) {
    return !words.isEmpty()
        && (entries.contains(String.join("", words)) || entries.containsAll(words));
  }

  private static Set<String> folded(Function<Words, List<String>> kind) {
    return TABLE.values().stream()
        .flatMap(words -> kind.apply(words).stream())
        .map(word -> String.join("", Folding.words(word)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> words(Members row, String kind) {
    return row.texts(kind, MOST, LONGEST, Optional::of, "must be a word");
  }
}
