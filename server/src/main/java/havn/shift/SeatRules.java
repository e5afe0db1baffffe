package havn.shift;

import havn.kernel.id.PlanId;
import havn.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// What comes of an act about seats. Pure.
///
/// @param plans those the act is about, as far as they exist
/// @param seats everybody who sits at the places the act is about
public record SeatRules(Map<PlanId, ShiftPlan> plans, List<Seat> seats, Instant now) {

  /// From so long before a shift its holder confirms; taken later than this it is confirmed at
  /// once, and giving it back is called *I cannot come*.
  public static final Duration CONFIRM_FROM = Duration.ofHours(24);

  /// What was decided.
  public sealed interface Decision {

    /// Seats as they were that change, and as they are then.
    record Changed(List<Seat> before, List<Seat> after) implements Decision {}

    record Refused(Reason reason) implements Decision {}
  }

  /// Why not.
  public enum Reason {
    /// There is no such shift.
    UNKNOWN,
    /// It is for other roles, or of a service they do not work for.
    NOT_SUITED,
    /// It is over.
    OVER,
    /// Every seat is taken.
    FULL,
    /// They have a seat there already.
    ALREADY,
    /// They have no seat there.
    NOT_YOURS,
    /// It starts in more than 24 hours.
    TOO_EARLY,
    /// It starts in less than 24 hours.
    TOO_LATE,
    /// The other seat is not offered, not asked for, or somebody else's by now.
    GONE
  }

  public Decision decide(StaffMember who, SeatAct act) {
    for (Place place : act.places()) {
      Optional<Occurrence> occurrence = occurrence(place);
      if (occurrence.isEmpty()) {
        return refused(Reason.UNKNOWN);
      }
      if (occurrence.get().over(now)) {
        return refused(Reason.OVER);
      }
    }
    return switch (act) {
      case SeatAct.SignUp a -> signUp(who, a.place());
      case SeatAct.TakeBack a ->
          soon(a.place()) ? refused(Reason.TOO_LATE) : own(who, a.place(), this::empty);
      case SeatAct.CannotCome a -> own(who, a.place(), this::empty);
      case SeatAct.Confirm a ->
          soon(a.place())
              ? own(who, a.place(), seat -> changed(seat, seat.confirm()))
              : refused(Reason.TOO_EARLY);
      case SeatAct.Offer a -> own(who, a.place(), seat -> changed(seat, seat.offer()));
      case SeatAct.Keep a -> own(who, a.place(), seat -> changed(seat, seat.keep()));
      case SeatAct.TakeOver a -> takeOver(who, a);
      case SeatAct.AskSwap a -> own(who, a.place(), mine -> askSwap(mine, a));
      case SeatAct.AcceptSwap a ->
          own(who, a.place(), mine -> asked(mine, a.theirs(), a.seat(), this::swap));
      case SeatAct.DeclineSwap a ->
          own(
              who,
              a.place(),
              mine ->
                  asked(
                      mine, a.theirs(), a.seat(), (own, theirs) -> changed(theirs, theirs.keep())));
    };
  }

  /// What one does with an own seat.
  private interface Own {
    Decision with(Seat mine);
  }

  /// What one does with an own seat and the one of whoever asked to swap.
  private interface Both {
    Decision with(Seat mine, Seat theirs);
  }

  private Decision signUp(StaffMember who, Place place) {
    ShiftPlan plan = plans.get(place.plan());
    if (plan == null || !plan.suits(who)) {
      return refused(Reason.NOT_SUITED);
    }
    if (held(who, place).isPresent()) {
      return refused(Reason.ALREADY);
    }
    return IntStream.rangeClosed(1, plan.seats())
        .filter(number -> find(place, number).isEmpty())
        .boxed()
        .findFirst()
        .<Decision>map(
            number ->
                new Decision.Changed(List.of(), List.of(Seat.of(place, number, who, soon(place)))))
        .orElseGet(() -> refused(Reason.FULL));
  }

  private Decision takeOver(StaffMember who, SeatAct.TakeOver act) {
    Optional<Seat> theirs = find(act.place(), act.seat()).filter(Seat::offered);
    if (theirs.isEmpty()) {
      return refused(Reason.GONE);
    }
    return entering(
        who, act.place(), () -> changed(theirs.get(), theirs.get().with(who, soon(act.place()))));
  }

  private Decision askSwap(Seat mine, SeatAct.AskSwap act) {
    Optional<Seat> theirs = find(act.theirs(), act.seat());
    return theirs.isEmpty()
        ? refused(Reason.GONE)
        : crossing(mine, theirs.get(), () -> changed(mine, mine.wish(theirs.get())));
  }

  private Decision asked(Seat mine, Place place, int number, Both then) {
    return find(place, number)
        .filter(theirs -> theirs.wanted().filter(wanted -> wanted.is(mine)).isPresent())
        .map(theirs -> then.with(mine, theirs))
        .orElseGet(() -> refused(Reason.GONE));
  }

  private Decision swap(Seat mine, Seat theirs) {
    return crossing(
        mine,
        theirs,
        () ->
            new Decision.Changed(
                List.of(mine, theirs),
                List.of(
                    mine.with(theirs.holder(), false),
                    theirs.with(mine.holder(), soon(theirs.place())))));
  }

  /// Both get into a place that they suit and have no seat at yet.
  private Decision crossing(Seat mine, Seat theirs, Supplier<Decision> then) {
    return entering(
        mine.holder(), theirs.place(), () -> entering(theirs.holder(), mine.place(), then));
  }

  private Decision entering(StaffMember who, Place place, Supplier<Decision> then) {
    ShiftPlan plan = plans.get(place.plan());
    if (plan == null || !plan.suits(who)) {
      return refused(Reason.NOT_SUITED);
    }
    return held(who, place).isPresent() ? refused(Reason.ALREADY) : then.get();
  }

  private Decision own(StaffMember who, Place place, Own then) {
    return held(who, place).map(then::with).orElseGet(() -> refused(Reason.NOT_YOURS));
  }

  private Decision empty(Seat mine) {
    return new Decision.Changed(List.of(mine), List.of());
  }

  private static Decision changed(Seat before, Seat after) {
    return new Decision.Changed(List.of(before), List.of(after));
  }

  private static Decision refused(Reason reason) {
    return new Decision.Refused(reason);
  }

  private boolean soon(Place place) {
    return occurrence(place).filter(one -> one.startsWithin(CONFIRM_FROM, now)).isPresent();
  }

  private Optional<Occurrence> occurrence(Place place) {
    return Optional.ofNullable(plans.get(place.plan())).flatMap(plan -> plan.on(place.day()));
  }

  private Optional<Seat> held(StaffMember who, Place place) {
    return seats.stream()
        .filter(seat -> seat.place().equals(place) && seat.holder().id().equals(who.id()))
        .findFirst();
  }

  private Optional<Seat> find(Place place, int number) {
    return seats.stream()
        .filter(seat -> seat.place().equals(place) && seat.number() == number)
        .findFirst();
  }
}
