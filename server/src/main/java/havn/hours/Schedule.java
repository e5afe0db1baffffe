package havn.hours;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A service's hours as they are stored: local time, zone and rule, never instants.
///
/// @param breaks cut out of the weekly slots; dated openings go on
/// @param until the last day of the calendar, after which it is closed
public record Schedule(
    ZoneId zone,
    List<WeeklySlot> weekly,
    List<WeeklySlot> breaks,
    List<DatedException> exceptions,
    HolidayPolicy holidays,
    Optional<LocalDate> until) {

  public static final int MOST_SLOTS = 100;
  public static final int MOST_BREAKS = 100;
  public static final int MOST_EXCEPTIONS = 400;

  public Schedule {
    weekly = List.copyOf(weekly);
    breaks = List.copyOf(breaks);
    exceptions = List.copyOf(exceptions);
    if (weekly.size() > MOST_SLOTS
        || breaks.size() > MOST_BREAKS
        || exceptions.size() > MOST_EXCEPTIONS) {
      throw new IllegalArgumentException("at most 100 weekly slots, 100 breaks and 400 exceptions");
    }
  }

  /// Without breaks and without an end, closed on public holidays.
  public Schedule(ZoneId zone, List<WeeklySlot> weekly, List<DatedException> exceptions) {
    this(zone, weekly, List.of(), exceptions, HolidayPolicy.CLOSED, Optional.empty());
  }

  /// Never open.
  public static Schedule none(ZoneId zone) {
    return new Schedule(zone, List.of(), List.of());
  }

  /// The last day on which it can be open: `until`, or earlier that of the last dated opening where
  /// no week is written. Empty when there is none, and when nothing opens at all.
  Optional<LocalDate> lastDay() {
    Stream<LocalDate> dated =
        weekly.isEmpty()
            ? exceptions.stream().filter(DatedException::open).map(DatedException::through)
            : Stream.empty();
    return Stream.concat(dated.max(naturalOrder()).stream(), until.stream()).min(naturalOrder());
  }

  boolean holiday(LocalDate date) {
    return switch (holidays) {
      case CLOSED -> PublicHolidays.on(date);
      case AS_USUAL -> false;
    };
  }
}
