package havn.conversation;

import java.util.Optional;

/// Why the service owes a visitor a place in front after it left their chat.
public enum Debt {
  /// Staff said nothing for too long, or their device was removed.
  ANSWER("1"),
  /// The visitor was quiet, and came back when their place was somebody else's.
  PLACE("2"),
  /// A call for help stood in the chat: it goes on in the line.
  DANGER("3");

  private final String stored;

  Debt(String stored) {
    this.stored = stored;
  }

  /// How it is kept.
  public String stored() {
    return stored;
  }

  public static Optional<Debt> parse(String stored) {
    for (Debt debt : values()) {
      if (debt.stored.equals(stored)) {
        return Optional.of(debt);
      }
    }
    return Optional.empty();
  }
}
