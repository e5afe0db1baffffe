package havn.courtesy;

import java.time.LocalTime;
import java.util.List;

/// When a service begins contact, and what it keeps to itself then, within the rules that nobody
/// may change: hours are only ever narrowed. Prints without names.
///
/// @param sundays whether it begins on Sundays as on weekdays
/// @param holidays the same on Norwegian public holidays; a holiday on a Sunday needs both
/// @param from the first moment of a day, 10:00 or later
/// @param to the first moment that is too late, 20:00 or earlier; `from` itself, never
/// @param names that what it begins must not say, such as its real one; at most 20, of at most 60
///     characters each
public record Manners(
    boolean sundays, boolean holidays, LocalTime from, LocalTime to, List<String> names) {

  public static final LocalTime EARLIEST = LocalTime.of(10, 0);
  public static final LocalTime LATEST = LocalTime.of(20, 0);

  public static final int MOST_NAMES = 20;
  public static final int LONGEST_NAME = 60;

  /// On weekdays from ten to eight: what a service has that says nothing.
  public static final Manners DEFAULT = new Manners(false, false);

  /// At no hour of any day: what a service has of which nothing is known.
  public static final Manners UNKNOWN = new Manners(false, false, EARLIEST, EARLIEST);

  public Manners {
    names = List.copyOf(names);
    if (names.size() > MOST_NAMES) {
      throw new IllegalArgumentException("at most 20 names");
    }
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST) || to.isBefore(from)) {
      throw new IllegalArgumentException("hours are within 10:00–20:00");
    }
  }

  /// From ten to eight.
  public Manners(boolean sundays, boolean holidays) {
    this(sundays, holidays, EARLIEST, LATEST);
  }

  /// Without names.
  public Manners(boolean sundays, boolean holidays, LocalTime from, LocalTime to) {
    this(sundays, holidays, from, to, List.of());
  }

  @Override
  public String toString() {
    return "Manners[" + from + "–" + to + "]";
  }
}
