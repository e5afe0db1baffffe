package havn.courtesy;

import java.time.LocalTime;

/// When a service begins contact, within the rules that nobody may change: hours are only ever
/// narrowed.
///
/// @param sundays whether it begins on Sundays as on weekdays
/// @param holidays the same on Norwegian public holidays; a holiday on a Sunday needs both
/// @param from the first moment of a day, 10:00 or later
/// @param to the first moment that is too late, 20:00 or earlier; `from` itself, never
public record Manners(boolean sundays, boolean holidays, LocalTime from, LocalTime to) {

  public static final LocalTime EARLIEST = LocalTime.of(10, 0);
  public static final LocalTime LATEST = LocalTime.of(20, 0);

  /// On weekdays from ten to eight: what a service has that says nothing.
  public static final Manners DEFAULT = new Manners(false, false);

  /// At no hour of any day: what a service has of which nothing is known.
  public static final Manners UNKNOWN = new Manners(false, false, EARLIEST, EARLIEST);

  public Manners {
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST) || to.isBefore(from)) {
      throw new IllegalArgumentException("hours are within 10:00–20:00");
    }
  }

  /// From ten to eight.
  public Manners(boolean sundays, boolean holidays) {
    this(sundays, holidays, EARLIEST, LATEST);
  }
}
