package havn.reminder;

import havn.alarm.Alarm;
import havn.alarm.Cause;
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
  OFFER(true),
  /// Nobody is there at a service that should be open; at any hour, as it is.
  LATE(true),
  /// A shift lacks somebody.
  GAP(false),
  /// A task is past its due time.
  TASK(false),
  /// The same, of a kind that counts nights, too.
  URGENT(true);

  private final boolean anyHour;

  Kind(boolean anyHour) {
    this.anyHour = anyHour;
  }

  /// Whether it may go out at night.
  public boolean anyHour() {
    return anyHour;
  }

  /// What somebody is told of an alarm as.
  public static Kind of(Alarm alarm) {
    return switch (alarm.cause()) {
      case Cause.Late late -> LATE;
      case Cause.Gap gap -> GAP;
      case Cause.Overdue overdue -> alarm.urgent() ? URGENT : TASK;
    };
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> parse(String printed) {
    return Arrays.stream(values()).filter(kind -> kind.printed().equals(printed)).findFirst();
  }
}
