package havn.duty;

import havn.journal.Act;
import java.util.Locale;
import java.util.Optional;

/// What staff on duty set with one press.
public enum Press {
  OPEN(Act.Deed.DESK_OPEN),
  FULL(Act.Deed.DESK_FULL),
  CLOSED_TO_NEW(Act.Deed.DESK_CLOSED_TO_NEW),
  WINDING_DOWN(Act.Deed.DESK_WINDING_DOWN),
  CLOSE_NOW(Act.Deed.DESK_CLOSE),
  /// Thirty minutes more.
  STAY(Act.Deed.DESK_STAY);

  private final Act.Deed deed;

  Press(Act.Deed deed) {
    this.deed = deed;
  }

  public static Optional<Press> parse(String printed) {
    for (Press press : values()) {
      if (press.printed().equals(printed)) {
        return Optional.of(press);
      }
    }
    return Optional.empty();
  }

  /// `close-now` and the like.
  public String printed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Act.Deed deed() {
    return deed;
  }
}
