package havn.duty;

import java.util.Locale;
import java.util.Optional;

/// How a service's desk takes people, as staff have set it. Chats and the line go on in each.
public enum DeskMode {
  OPEN,
  /// No room for more today.
  FULL,
  /// Nobody new.
  CLOSED_TO_NEW,
  /// Only people with a return code.
  WINDING_DOWN,
  /// Closed before the hours end.
  CLOSED;

  public static Optional<DeskMode> parse(String printed) {
    for (DeskMode mode : values()) {
      if (mode.printed().equals(printed)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
