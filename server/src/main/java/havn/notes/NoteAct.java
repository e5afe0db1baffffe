package havn.notes;

import java.util.Locale;
import java.util.Optional;

/// What somebody does with a note.
public enum NoteAct {
  /// Sees to it from now on; only what nobody sees to.
  CLAIM,
  /// Only one's own; coordinators anybody's.
  GIVE_BACK,
  /// Only one's own.
  DONE,
  DELETE;

  public static Optional<NoteAct> parse(String printed) {
    for (NoteAct act : values()) {
      if (act.printed().equals(printed)) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
