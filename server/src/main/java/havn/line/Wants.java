package havn.line;

import havn.wire.v1.Preference;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody in the line wishes for beside their language, and what they gave up since.
///
/// @param traits genders and professions, as `gender:woman`; of each kind, any of them will do
/// @param relaxed what they gave up: `gender`, `profession`, or `language:` and another one they
///     can do with; at most 8
/// @param answered number of the last question that they answered; 0, of none
public record Wants(Set<String> traits, Set<String> relaxed, int answered) {

  public static final int MOST_RELAXED = 8;
  public static final Wants NOTHING = new Wants(Set.of(), Set.of(), 0);

  private static final String LANGUAGE = "language:";
  private static final String INTERPRETED = "-x-interp";

  public Wants {
    traits = Set.copyOf(traits);
    relaxed = Set.copyOf(relaxed);
  }

  public static Wants of(Set<String> traits) {
    return new Wants(traits, Set.of(), 0);
  }

  /// How giving up is written down.
  ///
  /// @param language the other one, when it is the language
  public static String word(Preference preference, String language) {
    return switch (preference) {
      case ANOTHER_PROFESSION -> "profession";
      case ANOTHER_GENDER -> "gender";
      case ANOTHER_LANGUAGE -> LANGUAGE + language;
      case PREFERENCE_NONE, UNRECOGNIZED -> "";
    };
  }

  /// Their own language through an interpreter, as a private tag of BCP 47.
  public static String interpreted(String language) {
    return language + INTERPRETED;
  }

  /// The language itself.
  public static String spokenItself(String tag) {
    return tag.endsWith(INTERPRETED) ? tag.substring(0, tag.length() - INTERPRETED.length()) : tag;
  }

  /// Whether they said that an interpreter will do.
  public boolean viaInterpreter() {
    return otherLanguages().stream().anyMatch(tag -> tag.endsWith(INTERPRETED));
  }

  /// The same without an interpreter.
  public Wants withoutInterpreter() {
    return new Wants(
        traits,
        relaxed.stream()
            .filter(word -> !word.endsWith(INTERPRETED))
            .collect(Collectors.toUnmodifiableSet()),
        answered);
  }

  /// Languages that they can do with as well.
  public Set<String> otherLanguages() {
    return relaxed.stream()
        .filter(word -> word.startsWith(LANGUAGE))
        .map(word -> word.substring(LANGUAGE.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The traits of one kind that they hold to; none when they gave it up.
  public Set<String> held(String kind) {
    return relaxed.contains(kind)
        ? Set.of()
        : traits.stream()
            .filter(trait -> trait.startsWith(kind + ":"))
            .collect(Collectors.toUnmodifiableSet());
  }
}
