package havn.courtesy;

import havn.courtesy.Permission.Why;
import havn.hours.PublicHolidays;
import havn.kernel.time.SystemTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The quiet hours of a service and the own windows of one number, by the clock in Oslo.
///
/// @param windows at most 100
record Hours(Manners manners, List<Window> windows) {

  static final Duration AHEAD = Duration.ofDays(14);

  private static final int MOST_WINDOWS = 100;
  private static final ZoneRules OSLO = SystemTime.OSLO.getRules();

  Hours {
    if (windows.size() > MOST_WINDOWS) {
      throw new IllegalArgumentException("at most " + MOST_WINDOWS + " windows");
    }
    windows = List.copyOf(windows);
  }

  /// The first permitted moment within the limits, from now on and at most 14 days ahead.
  Permission first(Limits limits, Instant now) {
    if (!now.isBefore(limits.to())) {
      return new Permission.Never(limits.late());
    }
    Instant begin = now.isBefore(limits.from()) ? limits.from() : now;
    Instant horizon = now.plus(AHEAD);
    if (begin.isAfter(horizon) || !begin.isBefore(limits.to())) {
      return new Permission.Never(limits.early());
    }
    Optional<Instant> found =
        moments(begin, horizon)
            .filter(at -> at.isBefore(limits.to()) && permits(at, limits.anyHour()))
            .min(Instant::compareTo);
    if (found.isEmpty()) {
      return new Permission.Never(limits.to().isAfter(horizon) ? Why.NO_HOUR : limits.late());
    }
    return found.get().equals(now) ? new Permission.Now() : new Permission.At(found.get());
  }

  /// Every moment at which something that was forbidden may begin to be permitted: the first one,
  /// the first of the manners and the begin of each window on each day – twice in the hour that
  /// comes twice – and the moment a clock is changed.
  private Stream<Instant> moments(Instant begin, Instant horizon) {
    List<LocalTime> times =
        Stream.concat(Stream.of(manners.from()), windows.stream().map(Window::begin))
            .distinct()
            .toList();
    Stream<Instant> daily =
        date(begin)
            .datesUntil(date(horizon).plusDays(1))
            .flatMap(date -> times.stream().flatMap(time -> instants(date, time)));
    Stream<Instant> change =
        Optional.ofNullable(OSLO.nextTransition(begin))
            .map(ZoneOffsetTransition::getInstant)
            .stream();
    return Stream.of(Stream.of(begin), daily, change)
        .flatMap(each -> each)
        .filter(at -> !at.isBefore(begin) && !at.isAfter(horizon));
  }

  private boolean permits(Instant at, Instant anyHour) {
    ZonedDateTime local = at.atZone(SystemTime.OSLO);
    return windows.stream().allMatch(window -> window.permits(local.toLocalTime()))
        && (!at.isAfter(anyHour) || polite(local));
  }

  private boolean polite(ZonedDateTime local) {
    LocalTime time = local.toLocalTime();
    return !time.isBefore(manners.from())
        && time.isBefore(manners.to())
        && (manners.sundays() || local.getDayOfWeek() != DayOfWeek.SUNDAY)
        && (manners.holidays() || !PublicHolidays.on(local.toLocalDate()));
  }

  private static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, SystemTime.OSLO);
  }

  /// None in the hour that is skipped, two in the hour that comes twice.
  private static Stream<Instant> instants(LocalDate date, LocalTime time) {
    List<ZoneOffset> offsets = OSLO.getValidOffsets(date.atTime(time));
    return offsets.stream().map(offset -> date.atTime(time).toInstant(offset));
  }
}
