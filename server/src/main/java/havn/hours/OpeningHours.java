package havn.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers from a [Schedule]: is it open, since when, until when, when next. Pure; the time is
/// handed in.
public final class OpeningHours {

  /// How far an opening is looked for.
  public static final int DAYS_AHEAD = 366;

  /// Hours that began longer ago, or end later, than this count as never closing.
  public static final int DAYS_ROUND = 15;

  private static final int STEP = 16;

  private final Schedule schedule;

  public OpeningHours(Schedule schedule) {
    this.schedule = schedule;
  }

  public boolean inHours(Instant at) {
    LocalDate today = date(at);
    return spans(today.minusDays(1), today.plusDays(1)).stream().anyMatch(span -> span.holds(at));
  }

  /// The next instant at which hours begin; empty while they run, or when none begin within 366
  /// days.
  public Optional<Instant> opensAt(Instant at) {
    if (inHours(at)) {
      return Optional.empty();
    }
    LocalDate first = date(at).minusDays(1);
    for (int days = 0; days < DAYS_AHEAD; days += STEP) {
      LocalDate from = first.plusDays(days);
      Optional<Instant> opening =
          spans(from, from.plusDays(STEP)).stream()
              .map(Span::from)
              .filter(start -> start.isAfter(at))
              .findFirst();
      if (opening.isPresent()) {
        return opening;
      }
    }
    return Optional.empty();
  }

  /// The instant at which the running hours end; empty outside hours and when they go on for 15
  /// days or more.
  public Optional<Instant> closesAt(Instant at) {
    return running(at)
        .map(Span::to)
        .filter(end -> end.isBefore(start(date(at).plusDays(DAYS_ROUND))));
  }

  /// The instant at which the running hours began; empty outside hours and when they have run for
  /// 15 days or more.
  public Optional<Instant> openedAt(Instant at) {
    return running(at)
        .map(Span::from)
        .filter(begin -> begin.isAfter(start(date(at).minusDays(DAYS_ROUND))));
  }

  private Optional<Span> running(Instant at) {
    LocalDate today = date(at);
    return spans(today.minusDays(DAYS_ROUND + 1), today.plusDays(DAYS_ROUND + 1)).stream()
        .filter(span -> span.holds(at))
        .findFirst();
  }

  /// Everything that begins on these dates, both included, and what the day before them carries
  /// over midnight.
  private List<Span> spans(LocalDate first, LocalDate last) {
    LocalDate before = first.minusDays(1);
    List<Span> open = new ArrayList<>();
    for (LocalDate date = before; !date.isAfter(last); date = date.plusDays(1)) {
      if (!closedAllDay(date)) {
        weekly(date, open);
      }
    }
    List<DatedException> near =
        schedule.exceptions().stream()
            .filter(
                e -> !e.date().isBefore(before.minusDays(1)) && !e.date().isAfter(last.plusDays(1)))
            .toList();
    for (DatedException e : near) {
      if (e.closedAllDay()) {
        open = new ArrayList<>(Span.without(open, span(e.date(), e.times())));
      }
    }
    near.stream()
        .filter(DatedException::open)
        .map(e -> span(e.date(), e.times()))
        .forEach(open::add);
    List<Span> left = Span.joined(open);
    for (DatedException e : near) {
      if (!e.open() && !e.closedAllDay()) {
        left = Span.without(left, span(e.date(), e.times()));
      }
    }
    return left;
  }

  private void weekly(LocalDate date, List<Span> open) {
    for (WeeklySlot slot : schedule.weekly()) {
      if (slot.day() == date.getDayOfWeek()) {
        open.add(span(date, slot.times()));
      }
    }
  }

  private boolean closedAllDay(LocalDate date) {
    return schedule.exceptions().stream().anyMatch(e -> e.closedAllDay() && e.date().equals(date));
  }

  private Span span(LocalDate date, Times times) {
    return new Span(instant(times.from().on(date)), instant(times.end(date)));
  }

  private LocalDate date(Instant at) {
    return at.atZone(schedule.zone()).toLocalDate();
  }

  private Instant start(LocalDate date) {
    return instant(date.atStartOfDay());
  }

  /// The first instant at which the local clock shows `local` or later.
  private Instant instant(LocalDateTime local) {
    ZoneId zone = schedule.zone();
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
