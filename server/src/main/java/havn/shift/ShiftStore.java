package havn.shift;

import havn.kernel.id.PlanId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// Where plans, seats and feeds are kept.
public interface ShiftStore {

  /// False when there are 200 plans.
  Future<Boolean> add(ShiftPlan plan);

  /// Plans of these services.
  Future<List<ShiftPlan>> plans(Set<ServiceId> services);

  /// Seats that are held at plans of these services on dates from `from` to `to`.
  Future<List<Seat>> seats(Set<ServiceId> services, LocalDate from, LocalDate to);

  /// Seats that a person holds on dates from `from` to `to`, and their plans.
  Future<List<Held>> heldBy(StaffId who, LocalDate from, LocalDate to);

  /// A seat and its plan.
  record Held(ShiftPlan plan, Seat seat) {}

  /// Decides with nobody else deciding about the same plans, and keeps what was decided.
  Future<SeatRules.Decision> decide(
      SeatAct act, BiFunction<List<ShiftPlan>, List<Seat>, SeatRules.Decision> rule);

  /// Changes a plan with nobody deciding about its seats meanwhile: keeps what `change` answers,
  /// empties the seats of dates it no longer has, and takes back confirmations of moved dates.
  /// False when there is no such plan, or nothing is answered.
  Future<Boolean> change(PlanId id, Function<ShiftPlan, Optional<ShiftPlan>> change);

  /// Ends a plan before the first day of `next`, adds `next`, and moves the seats that fit, with
  /// nobody deciding about them meanwhile; the others are emptied. Wishes to swap for any of them
  /// end. Nothing happens to a plan that is not `allowed`.
  Future<Shifts.Replacing> replace(PlanId old, ShiftPlan next, Predicate<ShiftPlan> allowed);

  /// Puts a secret address in place of an earlier one.
  Future<Void> feed(StaffId who, String fingerprint);

  /// Whose feed it is.
  Future<Optional<StaffId>> fed(String fingerprint);

  /// What others changed in somebody's shifts of dates from `from` on, the oldest first, at most
  /// 100.
  Future<List<SeatNews>> news(StaffId who, LocalDate from);

  /// They have seen it up to this number.
  Future<Void> seen(StaffId who, long number);

  /// Removes seats of dates before `day`, and plans that ended before it; answers how many seats.
  Future<Integer> forget(LocalDate day);
}
