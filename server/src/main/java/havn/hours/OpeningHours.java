package havn.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Answers from a [Schedule]: is it open, since when, until when, when next. Pure; the time is
/// handed in.
public final class OpeningHours {

  /// How far an opening is looked for.
  public static final int DAYS_AHEAD = 366;

  /// Hours that began longer ago, or end later, than this count as never closing.
  public static final int DAYS_ROUND = 15;

  /// So long before a calendar ends, coordinators are warned.
  public static final int DAYS_OF_WARNING = 60;

  private static final int STEP = 16;

  private final Schedule schedule;
  private final Days days;

  public OpeningHours(Schedule schedule) {
    this(schedule, List.of());
  }

  /// @param only weekly slots outside which it is closed in any case; empty, no such limit
  public OpeningHours(Schedule schedule, List<WeeklySlot> only) {
    this.schedule = schedule;
    this.days = new Days(schedule, List.copyOf(only));
  }

  public boolean inHours(Instant at) {
    LocalDate today = date(at);
    return days.spans(today.minusDays(1), today.plusDays(1)).stream()
        .anyMatch(span -> span.holds(at));
  }

  /// The next instant at which hours begin; empty while they run, or when none begin within 366
  /// days.
  public Optional<Instant> opensAt(Instant at) {
    if (inHours(at)) {
      return Optional.empty();
    }
    LocalDate first = date(at).minusDays(1);
    for (int day = 0; day < DAYS_AHEAD; day += STEP) {
      LocalDate from = first.plusDays(day);
      Optional<Instant> opening =
          days.spans(from, from.plusDays(STEP)).stream()
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
        .filter(end -> end.isBefore(days.start(date(at).plusDays(DAYS_ROUND))));
  }

  /// The instant at which the running hours began; empty outside hours and when they have run for
  /// 15 days or more.
  public Optional<Instant> openedAt(Instant at) {
    return running(at)
        .map(Span::from)
        .filter(begin -> begin.isAfter(days.start(date(at).minusDays(DAYS_ROUND))));
  }

  /// Whether hours run now or ran until less than `past` ago; `past` is at most a day.
  public boolean ranWithin(Duration past, Instant at) {
    LocalDate today = date(at);
    return days.spans(today.minusDays(2), today.plusDays(1)).stream()
        .anyMatch(span -> span.from().compareTo(at) <= 0 && span.to().plus(past).isAfter(at));
  }

  /// When hours ended last, if that is less than `past` ago and none run; `past` is at most a day.
  public Optional<Instant> endedWithin(Duration past, Instant at) {
    LocalDate today = date(at);
    return inHours(at)
        ? Optional.empty()
        : days.spans(today.minusDays(2), today).stream()
            .map(Span::to)
            .filter(end -> !end.isAfter(at) && end.plus(past).isAfter(at))
            .max(Comparator.naturalOrder());
  }

  /// When it is open on a date, in order.
  public List<Span> on(LocalDate date) {
    Span whole = new Span(days.start(date), days.start(date.plusDays(1)));
    return Span.common(days.spans(date, date), List.of(whole));
  }

  /// The calendar's last day, when that is at most 60 days ahead or has passed.
  public Optional<LocalDate> endsSoon(Instant at) {
    return schedule.lastDay().filter(end -> !end.isAfter(date(at).plusDays(DAYS_OF_WARNING)));
  }

  private Optional<Span> running(Instant at) {
    LocalDate today = date(at);
    return days.spans(today.minusDays(DAYS_ROUND + 1), today.plusDays(DAYS_ROUND + 1)).stream()
        .filter(span -> span.holds(at))
        .findFirst();
  }

  private LocalDate date(Instant at) {
    return at.atZone(schedule.zone()).toLocalDate();
  }
}
