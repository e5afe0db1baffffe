package havn.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// The slow way to know whether it is open: walk minute by minute, remember the latest time the
/// local clock has shown, and look that time up in the rules.
public final class MinuteByMinute {

  private final Schedule schedule;
  private Instant at;
  private LocalDateTime latest;

  public MinuteByMinute(Schedule schedule, Instant from) {
    this.schedule = schedule;
    this.at = from.minusSeconds(4 * 3600);
    this.latest = local();
    while (at.isBefore(from)) {
      step();
    }
  }

  public void step() {
    at = at.plusSeconds(60);
    LocalDateTime now = local();
    latest = now.isAfter(latest) ? now : latest;
  }

  public Instant at() {
    return at;
  }

  public boolean open() {
    LocalDate day = latest.toLocalDate();
    boolean weekly = slots(day) && !inBreak(day) && !shut(day);
    boolean over = schedule.until().filter(day::isAfter).isPresent();
    return (weekly || exception(day, true)) && !exception(day, false) && !over;
  }

  private boolean slots(LocalDate day) {
    return schedule.weekly().stream()
        .anyMatch(
            s ->
                (s.day() == day.getDayOfWeek() && begun(s.times()))
                    || (s.day() == day.minusDays(1).getDayOfWeek()
                        && !shut(day.minusDays(1))
                        && carried(s.times())));
  }

  private boolean inBreak(LocalDate day) {
    return schedule.breaks().stream()
        .anyMatch(
            s ->
                (s.day() == day.getDayOfWeek() && begun(s.times()))
                    || (s.day() == day.minusDays(1).getDayOfWeek() && carried(s.times())));
  }

  private boolean exception(LocalDate day, boolean open) {
    List<DatedException> partial =
        schedule.exceptions().stream()
            .filter(e -> e.open() == open && (open || !whole(e)))
            .toList();
    return partial.stream()
        .anyMatch(
            e ->
                (on(e, day) && begun(e.times()))
                    || (on(e, day.minusDays(1)) && carried(e.times())));
  }

  private boolean shut(LocalDate day) {
    boolean holiday = schedule.holidays() == HolidayPolicy.CLOSED && NorwegianDates.holiday(day);
    return holiday
        || schedule.exceptions().stream().anyMatch(e -> !e.open() && whole(e) && on(e, day));
  }

  private static boolean on(DatedException e, LocalDate day) {
    return e.date().datesUntil(e.through().plusDays(1)).anyMatch(day::equals);
  }

  private static boolean whole(DatedException e) {
    return e.times().from().minutes() == 0 && e.times().to().minutes() == 1440;
  }

  /// On the day it begins.
  private boolean begun(Times times) {
    boolean overnight = times.to().minutes() < times.from().minutes();
    return minute() >= times.from().minutes() && (overnight || minute() < times.to().minutes());
  }

  /// On the day after.
  private boolean carried(Times times) {
    return times.to().minutes() < times.from().minutes() && minute() < times.to().minutes();
  }

  private int minute() {
    return latest.getHour() * 60 + latest.getMinute();
  }

  private LocalDateTime local() {
    return at.atZone(schedule.zone()).toLocalDateTime();
  }
}
