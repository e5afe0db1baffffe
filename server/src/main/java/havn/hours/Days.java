package havn.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// A schedule laid out over some dates.
///
/// @param only weekly slots outside which it is closed; empty, no such limit
record Days(Schedule schedule, List<WeeklySlot> only) {

  /// Everything that begins on these dates, both included, and what the day before them carries
  /// over midnight.
  List<Span> spans(LocalDate first, LocalDate last) {
    LocalDate before = first.minusDays(1);
    List<DatedException> near =
        schedule.exceptions().stream()
            .filter(e -> e.touches(before.minusDays(1), last.plusDays(1)))
            .toList();
    List<Span> shut = new ArrayList<>();
    List<Span> week = new ArrayList<>();
    for (LocalDate date = before; !date.isAfter(last.plusDays(1)); date = date.plusDays(1)) {
      if (shut(date, near)) {
        shut.add(span(date, Times.WHOLE_DAY));
      } else if (!date.isAfter(last)) {
        weekly(schedule.weekly(), date, week);
      }
    }
    List<Span> open = without(Span.joined(week), weekly(schedule.breaks(), before, last));
    open = new ArrayList<>(without(open, shut));
    open.addAll(dated(near, true, before, last));
    List<Span> left = without(Span.joined(open), dated(near, false, before, last.plusDays(1)));
    if (schedule.until().isPresent()) {
      left = Span.without(left, new Span(start(schedule.until().get().plusDays(1)), Instant.MAX));
    }
    return only.isEmpty() ? left : Span.common(left, Span.joined(weekly(only, before, last)));
  }

  private boolean shut(LocalDate date, List<DatedException> near) {
    return schedule.holiday(date)
        || near.stream().anyMatch(e -> e.closedAllDay() && e.covers(date));
  }

  private List<Span> weekly(List<WeeklySlot> slots, LocalDate first, LocalDate last) {
    List<Span> spans = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      weekly(slots, date, spans);
    }
    return spans;
  }

  private void weekly(List<WeeklySlot> slots, LocalDate date, List<Span> spans) {
    for (WeeklySlot slot : slots) {
      if (slot.day() == date.getDayOfWeek()) {
        spans.add(span(date, slot.times()));
      }
    }
  }

  /// Openings, or closings of a part of the day.
  private List<Span> dated(
      List<DatedException> near, boolean open, LocalDate first, LocalDate last) {
    List<Span> spans = new ArrayList<>();
    for (DatedException e : near) {
      if (e.open() == open && !e.closedAllDay()) {
        LocalDate end = e.through().isBefore(last) ? e.through() : last;
        LocalDate date = e.date().isAfter(first.minusDays(1)) ? e.date() : first.minusDays(1);
        for (; !date.isAfter(end); date = date.plusDays(1)) {
          spans.add(span(date, e.times()));
        }
      }
    }
    return spans;
  }

  private static List<Span> without(List<Span> spans, List<Span> holes) {
    List<Span> left = spans;
    for (Span hole : holes) {
      left = Span.without(left, hole);
    }
    return left;
  }

  private Span span(LocalDate date, Times times) {
    return new Span(instant(times.from().on(date)), instant(times.end(date)));
  }

  Instant start(LocalDate date) {
    return instant(date.atStartOfDay());
  }

  private Instant instant(LocalDateTime local) {
    return WallClock.instant(local, schedule.zone());
  }
}
