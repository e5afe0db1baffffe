package havn.gateway;

import havn.hours.DayTime;
import havn.hours.HolidayPolicy;
import havn.hours.Schedule;
import havn.hours.Times;
import havn.hours.WeeklySlot;
import havn.kernel.time.SystemTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Hours of a service that closes for twenty minutes every day.
///
/// @param minute of the day at which it closes
record Closing(int minute) {

  private static final int DAY = 1_440;
  private static final int LASTS = 20;

  /// So long after that moment, for the first time.
  static Closing after(Instant now, Duration by) {
    return new Closing((int) ((minute(now) + by.toMinutes()) % DAY));
  }

  Schedule hours() {
    Times open = Times.of(time(minute + LASTS), time(minute)).orElseThrow();
    List<WeeklySlot> week =
        Stream.of(DayOfWeek.values()).map(day -> new WeeklySlot(day, open)).toList();
    return new Schedule(
        SystemTime.OSLO, week, List.of(), List.of(), HolidayPolicy.AS_USUAL, Optional.empty());
  }

  boolean open(Instant now) {
    return Math.floorMod(minute(now) - minute, DAY) >= LASTS;
  }

  /// Until it has closed, or opened again, whatever comes first.
  Duration next(Instant now) {
    int closes = Math.floorMod(minute - minute(now), DAY);
    int opens = Math.floorMod(minute + LASTS - minute(now), DAY);
    return Duration.ofMinutes(Math.min(closes, opens) + 1L);
  }

  /// Nothing while it is open for half an hour more, else until it has opened again.
  Duration untilOpen(Instant now) {
    int opens = Math.floorMod(minute + LASTS - minute(now), DAY);
    return Duration.ofMinutes(opens < LASTS + 30 ? opens + 1L : 0);
  }

  private static int minute(Instant now) {
    return LocalTime.ofInstant(now, SystemTime.OSLO).toSecondOfDay() / 60;
  }

  /// Never midnight, which is another minute as a beginning and as an end.
  private static DayTime time(int ofDays) {
    return new DayTime(Math.max(1, ofDays % DAY));
  }
}
