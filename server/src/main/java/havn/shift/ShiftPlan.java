package havn.shift;

import havn.hours.Times;
import havn.hours.WallClock;
import havn.kernel.id.PlanId;
import havn.kernel.id.ServiceId;
import havn.staff.Role;
import havn.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A shift and how it is repeated: local time, zone and rule, never instants, so that 18:00 stays
/// 18:00 when clocks are changed.
///
/// @param lane of the service; empty, all of them
/// @param first the first date
/// @param last no date after this one
/// @param exceptions dates of the rule that are left out (empty) or moved, at most 200
/// @param seats 1–20
/// @param roles who may sign up, at least one
/// @param languages that are needed, as BCP 47 tags, at most 12; people read them, nothing checks
public record ShiftPlan(
    PlanId id,
    ServiceId service,
    String lane,
    LocalDate first,
    Optional<LocalDate> last,
    Times times,
    ZoneId zone,
    Recurrence recurrence,
    Map<LocalDate, Optional<Moved>> exceptions,
    int seats,
    Set<Role> roles,
    List<String> languages) {

  /// Plans that may exist at once.
  public static final int MOST = 200;

  public static final int MOST_SEATS = 20;
  public static final int MOST_EXCEPTIONS = 200;

  /// Nothing is computed further ahead.
  public static final int FURTHEST_DAYS = 366;

  /// Occurrences of one plan, and of one answer.
  public static final int MOST_OCCURRENCES = 400;

  public ShiftPlan {
    exceptions = Map.copyOf(exceptions);
    roles = Set.copyOf(roles);
    languages = List.copyOf(languages);
    if (seats < 1 || seats > MOST_SEATS) {
      throw new IllegalArgumentException("a shift has 1–20 seats");
    }
    if (roles.isEmpty() || roles.contains(Role.AUDITOR)) {
      throw new IllegalArgumentException("a shift is for one role at least, and not for auditors");
    }
    if (exceptions.size() > MOST_EXCEPTIONS) {
      throw new IllegalArgumentException("a shift has at most 200 exceptions");
    }
  }

  /// Whether somebody may sit here.
  public boolean suits(StaffMember who) {
    return who.services().contains(service) && roles.contains(who.role());
  }

  /// Whether the rule has this date at all, left out and moved ones included.
  public boolean plans(LocalDate day) {
    return !day.isAfter(last.orElse(day)) && !recurrence.dates(first, day, day, 1).isEmpty();
  }

  /// What becomes of this date of the rule; empty when it is none, or is left out.
  public Optional<Occurrence> on(LocalDate day) {
    return plans(day) ? held(day) : Optional.empty();
  }

  /// Everything that begins on these local dates, both included, in order, at most 400.
  public List<Occurrence> between(LocalDate from, LocalDate to) {
    LocalDate end = from.plusDays(FURTHEST_DAYS).isBefore(to) ? from.plusDays(FURTHEST_DAYS) : to;
    return recurrence
        .dates(
            first,
            from.minusDays(Moved.FURTHEST_DAYS),
            end.plusDays(Moved.FURTHEST_DAYS),
            MOST_OCCURRENCES)
        .stream()
        .filter(day -> !day.isAfter(last.orElse(day)))
        .flatMap(day -> held(day).stream())
        .filter(occurrence -> begins(occurrence, from, end))
        .sorted(Comparator.comparing(Occurrence::start))
        .toList();
  }

  private boolean begins(Occurrence occurrence, LocalDate from, LocalDate to) {
    LocalDate day = LocalDate.ofInstant(occurrence.start(), zone);
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// The same with one date left out, or moved; empty when the rule has no such date, it would go
  /// further than 14 days, or there are 200 exceptions already. Moved to where it was, it is back.
  public Optional<ShiftPlan> except(LocalDate day, Optional<Moved> moved) {
    boolean far =
        moved
            .filter(m -> Math.abs(ChronoUnit.DAYS.between(day, m.day())) > Moved.FURTHEST_DAYS)
            .isPresent();
    Map<LocalDate, Optional<Moved>> all = new HashMap<>(exceptions);
    all.put(day, moved);
    return far || !plans(day) || all.size() > MOST_EXCEPTIONS
        ? Optional.empty()
        : Optional.of(with(last, all));
  }

  /// The same with this as its last date.
  public ShiftPlan end(LocalDate day) {
    return with(Optional.of(last.filter(l -> l.isBefore(day)).orElse(day)), exceptions);
  }

  private ShiftPlan with(Optional<LocalDate> end, Map<LocalDate, Optional<Moved>> all) {
    return new ShiftPlan(
        id, service, lane, first, end, times, zone, recurrence, all, seats, roles, languages);
  }

  /// A date of the rule after exceptions; empty when it is left out, or when clocks are changed so
  /// that nothing is left of it.
  private Optional<Occurrence> held(LocalDate day) {
    Optional<Moved> exception = exceptions.get(day);
    if (exception == null) {
      return laidOut(day, day, times);
    }
    return exception.flatMap(moved -> laidOut(day, moved.day(), moved.times()));
  }

  private Optional<Occurrence> laidOut(LocalDate named, LocalDate day, Times at) {
    LocalDateTime to =
        at.to().compareTo(at.from()) > 0 ? at.to().on(day) : at.to().on(day.plusDays(1));
    Instant start = WallClock.instant(at.from().on(day), zone);
    Instant end = WallClock.instant(to, zone);
    return start.isBefore(end)
        ? Optional.of(new Occurrence(new Place(id, named), start, end))
        : Optional.empty();
  }
}
