package havn.duty;

import java.util.Set;

/// What somebody on duty said they can do. Visitors are matched by it.
///
/// @param languages BCP 47 tags; who speaks none is asked for nobody but those in danger
/// @param lanes those they answer; none, all of them
/// @param traits what visitors may wish for, such as `gender:woman` or `profession:nurse`
public record Abilities(Set<String> languages, Set<String> lanes, Set<String> traits) {

  public static final int MOST_LANGUAGES = 16;
  public static final int MOST_LANES = 8;
  public static final int MOST_TRAITS = 8;

  /// Of a record that says nothing, as servers before this one wrote it: it fits nobody, so that
  /// nobody is sent to somebody who may not understand them.
  public static final Abilities UNKNOWN = new Abilities(Set.of(), Set.of(), Set.of());

  public Abilities {
    languages = Set.copyOf(languages);
    lanes = Set.copyOf(lanes);
    traits = Set.copyOf(traits);
  }

  /// On these lanes, and nothing else: of whoever only watches, so that nobody is told of them who
  /// looks for an interpreter.
  public Abilities watching() {
    return new Abilities(Set.of(), lanes, Set.of());
  }

  public static Abilities speaking(String... languages) {
    return new Abilities(Set.of(languages), Set.of(), Set.of());
  }

  /// The same on these lanes only.
  Abilities on(Set<String> these) {
    return new Abilities(languages, these, traits);
  }

  public boolean answers(String lane) {
    return lanes.isEmpty() || lanes.contains(lane);
  }
}
