package havn.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time of day in minutes since local midnight, 0–1,440; 1,440 is 24:00, the end of the day.
public record DayTime(int minutes) implements Comparable<DayTime> {

  public static final DayTime MIDNIGHT = new DayTime(0);
  public static final DayTime END_OF_DAY = new DayTime(1_440);

  private static final Pattern SHAPE = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00");

  public DayTime {
    if (minutes < 0 || minutes > 1_440) {
      throw new IllegalArgumentException("a time of day is 0–1,440 minutes");
    }
  }

  /// Reads `00:00` to `24:00`; empty for anything else.
  public static Optional<DayTime> parse(String text) {
    return SHAPE.matcher(text).matches()
        ? Optional.of(
            new DayTime(Integer.parseInt(text, 0, 2, 10) * 60 + Integer.parseInt(text, 3, 5, 10)))
        : Optional.empty();
  }

  /// The wall-clock moment on that date; 24:00 is midnight of the next.
  public LocalDateTime on(LocalDate date) {
    return date.atStartOfDay().plusMinutes(minutes);
  }

  @Override
  public int compareTo(DayTime other) {
    return Integer.compare(minutes, other.minutes);
  }

  @Override
  public String toString() {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
