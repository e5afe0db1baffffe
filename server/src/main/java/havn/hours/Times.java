package havn.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// From a time of day to another; when the second is the earlier one it is meant on the next day
/// (22:00–02:00).
public record Times(DayTime from, DayTime to) {

  public static final Times WHOLE_DAY = new Times(DayTime.MIDNIGHT, DayTime.END_OF_DAY);

  public Times {
    if (!legal(from, to)) {
      throw new IllegalArgumentException(
          "from and to must differ; midnight is 00:00 as from and 24:00 as to");
    }
  }

  /// Empty when both are the same moment, `from` is 24:00, or `to` is 00:00.
  public static Optional<Times> of(DayTime from, DayTime to) {
    return legal(from, to) ? Optional.of(new Times(from, to)) : Optional.empty();
  }

  /// The wall-clock moment at which it ends, when it begins on `date`.
  LocalDateTime end(LocalDate date) {
    return to.compareTo(from) > 0 ? to.on(date) : to.on(date.plusDays(1));
  }

  private static boolean legal(DayTime from, DayTime to) {
    return !from.equals(to) && !from.equals(DayTime.END_OF_DAY) && !to.equals(DayTime.MIDNIGHT);
  }
}
