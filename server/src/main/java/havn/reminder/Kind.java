package havn.reminder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a text to somebody of staff is for.
public enum Kind {
  /// Proves that a number is theirs; asked for by them, so at any hour.
  CODE(true),
  /// A shift that they have not confirmed.
  SHIFT(false),
  /// Something about their shifts was changed by others.
  CHANGE(false),
  /// Somebody waits for whoever is on duty alone; they are at work, so at any hour.
  OFFER(true);

  private final boolean anyHour;

  Kind(boolean anyHour) {
    this.anyHour = anyHour;
  }

  /// Whether it may go out at night.
  public boolean anyHour() {
    return anyHour;
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> parse(String printed) {
    return Arrays.stream(values()).filter(kind -> kind.printed().equals(printed)).findFirst();
  }
}
