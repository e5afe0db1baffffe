package havn.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Working days of offices: Monday to Friday without Norwegian public holidays, from 08:00 to
/// 16:00. Pure; the time is handed in.
public final class WorkingDays {

  private static final DayTime BEGIN = new DayTime(8 * 60);
  private static final DayTime END = new DayTime(16 * 60);

  private WorkingDays() {}

  public static boolean is(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !PublicHolidays.on(date);
  }

  /// The first time after `at` that the clock shows `time` on a working day.
  public static Instant morning(Instant at, DayTime time, ZoneId zone) {
    return first(at, time, zone).on(time, zone);
  }

  /// The end of the last of so many whole working days that begin at `at` or after it.
  ///
  /// @param days 1–20
  public static Instant within(Instant at, int days, ZoneId zone) {
    Day day = first(at.minusNanos(1), BEGIN, zone);
    for (int left = days; left > 1; left--) {
      day = new Day(next(day.date().plusDays(1)));
    }
    return day.on(END, zone);
  }

  private static Day first(Instant at, DayTime time, ZoneId zone) {
    Day day = new Day(next(at.atZone(zone).toLocalDate()));
    while (!day.on(time, zone).isAfter(at)) {
      day = new Day(next(day.date().plusDays(1)));
    }
    return day;
  }

  private static LocalDate next(LocalDate from) {
    LocalDate date = from;
    while (!is(date)) {
      date = date.plusDays(1);
    }
    return date;
  }

  private record Day(LocalDate date) {
    Instant on(DayTime time, ZoneId zone) {
      return WallClock.instant(time.on(date), zone);
    }
  }
}
