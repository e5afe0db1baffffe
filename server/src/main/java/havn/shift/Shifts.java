package havn.shift;

import havn.kernel.id.PlanId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.kernel.time.SystemTime;
import havn.staff.ShiftRights;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The calendar of staff: carries out what the rules decide.
public final class Shifts {

  /// Seats and ended plans are forgotten after so many days.
  public static final int KEPT_DAYS = 60;

  private final ShiftStore store;
  private final InstantSource time;

  public Shifts(ShiftStore store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  /// What somebody planned wrongly.
  public enum Planned {
    KEPT,
    /// There are 200 plans.
    FULL,
    /// The first date is none of the rule's dates, or is over for long.
    OUT_OF_RULE
  }

  /// Keeps a new plan.
  public Future<Planned> plan(ShiftPlan plan) {
    LocalDate today = today();
    boolean sound = plan.plans(plan.first()) && !plan.first().isBefore(today);
    return sound
        ? store.add(plan).map(kept -> kept ? Planned.KEPT : Planned.FULL)
        : Future.succeededFuture(Planned.OUT_OF_RULE);
  }

  /// Leaves out or moves one date of a plan of these services; false when there is none, or it
  /// would be over by now.
  public Future<Boolean> except(Set<ServiceId> services, Place place, Optional<Moved> moved) {
    Instant now = time.instant();
    return store.change(
        place.plan(),
        plan ->
            Optional.of(plan)
                .filter(one -> services.contains(one.service()))
                .flatMap(one -> one.except(place.day(), moved))
                .filter(one -> moved.isEmpty() || runsOn(one, place, now)));
  }

  private static boolean runsOn(ShiftPlan plan, Place place, Instant now) {
    return plan.on(place.day()).filter(one -> !one.over(now)).isPresent();
  }

  /// Ends a plan of these services: this is its last day.
  public Future<Boolean> end(Set<ServiceId> services, PlanId id, LocalDate last) {
    return store.change(
        id,
        plan -> services.contains(plan.service()) ? Optional.of(plan.end(last)) : Optional.empty());
  }

  /// What came of putting another plan in the place of one.
  public sealed interface Replacing {}

  /// @param lost who sat where the new plan has no seat for them; those seats are empty
  public record Replaced(int kept, List<Seat> lost) implements Replacing {
    public Replaced {
      lost = List.copyOf(lost);
    }
  }

  /// The new plan is none; nothing changed.
  public record NotPlanned(Planned why) implements Replacing {}

  /// There is no such plan of these services; nothing changed.
  public record NoPlan() implements Replacing {}

  /// From the first day of `next` on, `next` is what the old plan was until the day before. Whoever
  /// holds a seat that `next` has too, on the same date, keeps it, and confirms again if times are
  /// others.
  public Future<Replacing> replace(Set<ServiceId> services, PlanId old, ShiftPlan next) {
    if (!next.plans(next.first()) || next.first().isBefore(today())) {
      return Future.succeededFuture(new NotPlanned(Planned.OUT_OF_RULE));
    }
    return store.replace(
        old,
        next,
        plan -> services.contains(plan.service()) && plan.service().equals(next.service()));
  }

  public Future<List<ShiftPlan>> plans(Set<ServiceId> services) {
    return store.plans(services);
  }

  /// Shifts of these services whose rights have not ended and that begin within `days`, in order,
  /// at most 400: one that is over stays for a quarter of an hour, as long as its right does.
  public Future<List<Filled>> coming(Set<ServiceId> services, int days) {
    LocalDate from = today().minusDays(1);
    LocalDate to = today().plusDays(Math.min(days, ShiftPlan.FURTHEST_DAYS));
    Future<List<ShiftPlan>> plans = store.plans(services);
    Future<List<Seat>> seats =
        store.seats(
            services, from.minusDays(Moved.FURTHEST_DAYS), to.plusDays(Moved.FURTHEST_DAYS));
    Instant now = time.instant();
    return plans.compose(all -> seats.map(taken -> filled(all, taken, from, to, now)));
  }

  private static List<Filled> filled(
      List<ShiftPlan> plans, List<Seat> seats, LocalDate from, LocalDate to, Instant now) {
    Map<Place, List<Seat>> taken = seats.stream().collect(Collectors.groupingBy(Seat::place));
    return plans.stream()
        .flatMap(
            plan ->
                plan.between(from, to).stream()
                    .filter(occurrence -> now.isBefore(occurrence.rightsEnd()))
                    .map(one -> new Filled(plan, one, taken.getOrDefault(one.place(), List.of()))))
        .sorted(
            Comparator.comparing((Filled filled) -> filled.occurrence().start())
                .thenComparing(filled -> filled.plan().id().hex()))
        .limit(ShiftPlan.MOST_OCCURRENCES)
        .toList();
  }

  /// Does what the rules allow.
  public Future<SeatRules.Decision> act(StaffMember who, SeatAct act) {
    Instant now = time.instant();
    return store.decide(
        act,
        (plans, seats) ->
            new SeatRules(
                    plans.stream().collect(Collectors.toMap(ShiftPlan::id, Function.identity())),
                    seats,
                    now)
                .decide(who, act));
  }

  /// The rights for these services that follow the shifts somebody holds, from the day before
  /// yesterday until the day after tomorrow.
  public Future<ShiftRights> rights(StaffId who, Set<ServiceId> services) {
    return held(who, Duration.ofDays(2))
        .map(
            held ->
                new ShiftRights(
                    held.stream()
                        .filter(one -> services.contains(one.plan().service()))
                        .collect(
                            Collectors.groupingBy(
                                one -> one.plan().service(),
                                Collectors.mapping(Filled::rights, Collectors.toList())))));
  }

  /// Shifts somebody holds, of whose dates none is further away than `ahead`, in order. One over
  /// since yesterday may still be among them.
  public Future<List<Filled>> held(StaffId who, Duration ahead) {
    LocalDate from = today().minusDays(2);
    LocalDate to = today().plusDays(ahead.toDays());
    return store
        .heldBy(who, from.minusDays(Moved.FURTHEST_DAYS), to.plusDays(Moved.FURTHEST_DAYS))
        .map(
            all ->
                all.stream()
                    .filter(held -> held.plan().suits(held.seat().holder()))
                    .flatMap(
                        held ->
                            held.plan().on(held.seat().place().day()).stream()
                                .map(one -> new Filled(held.plan(), one, List.of(held.seat()))))
                    .sorted(Comparator.comparing(filled -> filled.occurrence().start()))
                    .toList());
  }

  /// Makes a secret address for the feed of a person; an earlier one is worth nothing then.
  public Future<Secret> renewFeed(StaffId who) {
    Secret secret = Secret.fresh();
    return store.feed(who, secret.fingerprint()).map(secret);
  }

  /// The shifts of whoever has this secret address; empty for one that is worth nothing.
  public Future<Optional<List<Filled>>> feed(Secret secret) {
    return store
        .fed(secret.fingerprint())
        .compose(
            who ->
                who.map(id -> held(id, Duration.ofDays(ShiftPlan.FURTHEST_DAYS)).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /// What others changed in somebody's shifts from yesterday on, until they have seen it.
  public Future<List<SeatNews>> news(StaffId who) {
    return store.news(who, today().minusDays(1));
  }

  /// They have seen it up to this number.
  public Future<Void> seen(StaffId who, long number) {
    return store.seen(who, number);
  }

  /// Removes what ended 60 days ago; answers how many seats.
  public Future<Integer> sweep(Instant now) {
    return store.forget(LocalDate.ofInstant(now, SystemTime.OSLO).minusDays(KEPT_DAYS));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(time.instant(), SystemTime.OSLO);
  }
}
