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
  /// Nobody is there on a lane with hours of its own, while others are there.
  LANE(true),
  /// A shift lacks somebody.
  GAP(false),
  /// A task is past its due time.
  TASK(false),
  /// The same, of a kind that counts nights, too.
  URGENT(true),
  /// Somebody in a chat is in danger, and whoever is on duty does not look.
  CALLED(true),
  /// The same, and nobody came.
  UNANSWERED(true),
  /// Somebody said in a line that they are in danger, and whoever is on duty does not look.
  LINE(true),
  /// The same, and nobody came.
  UNTAKEN(true),
  /// A chat goes on half an hour after its service closed.
  OVERTIME(true),
  /// Somebody still has a chat after their shift.
  AFTERSHIFT(true);

  private final boolean anyHour;

  Kind(boolean anyHour) {
    this.anyHour = anyHour;
  }

  /// Whether it may go out at night.
  public boolean anyHour() {
    return anyHour;
  }

  /// Texts of alarms of this kind that one person may get in 24 hours; one speaks of all that is so
  /// then.
  public int most() {
    return switch (this) {
      case CALLED, UNANSWERED, LINE, UNTAKEN -> 24;
      case CODE, SHIFT, CHANGE, OFFER, LATE, LANE, GAP, TASK, URGENT, OVERTIME, AFTERSHIFT -> 6;
    };
  }

  /// Whether it tells of alarms, and so knows [#most()].
  public boolean tellsOfAlarms() {
    return this != CODE && this != SHIFT && this != CHANGE && this != OFFER;
  }

  /// Whether it is for those who wish to be told while they are on duty, not for those who wish for
  /// alarms.
  public boolean onDuty() {
    return this == OFFER || this == CALLED || this == LINE;
  }

  /// What somebody is told of an alarm as.
  public static Kind of(Alarm alarm) {
    return switch (alarm.cause()) {
      case Cause.Late late -> late.lane().isEmpty() ? LATE : LANE;
      case Cause.Called called -> called.saidInLine() ? LINE : CALLED;
      case Cause.Unanswered unanswered -> unanswered.saidInLine() ? UNTAKEN : UNANSWERED;
      case Cause.Overtime overtime -> OVERTIME;
      case Cause.AfterShift after -> AFTERSHIFT;
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
