package havn.shift;

import static havn.shift.ShiftsForTests.person;
import static havn.shift.ShiftsForTests.place;
import static havn.shift.ShiftsForTests.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.shift.SeatRules.Decision;
import havn.shift.SeatRules.Reason;
import havn.staff.Role;
import havn.staff.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Two plans: one with two seats on Tuesday evening, one with one seat on Thursday evening.
class SeatRulesTest {

  private static final Instant DAYS_BEFORE = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant HOURS_BEFORE = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-24T20:00:00Z");

  private final ShiftPlan tuesday = plan("2026-11-24", "18:00", "21:00", "FREQ=WEEKLY", 2);
  private final ShiftPlan thursday = plan("2026-11-26", "18:00", "21:00", "FREQ=WEEKLY", 1);
  private final Place there = place(tuesday, "2026-11-24");
  private final Place later = place(thursday, "2026-11-26");
  private final StaffMember ola = person("Ola", Role.VOLUNTEER);
  private final StaffMember kari = person("Kari", Role.WORKER);
  private final StaffMember ada = person("Ada", Role.VOLUNTEER);
  private final List<Seat> seats = new ArrayList<>();

  @Test
  void whoSuitsGetsTheFirstFreeSeatAndNobodyGetsTwoOrOneTooMany() {
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    assertEquals(Reason.ALREADY, refused(ola, new SeatAct.SignUp(there), DAYS_BEFORE));
    does(kari, new SeatAct.SignUp(there), DAYS_BEFORE);
    assertEquals(Reason.FULL, refused(ada, new SeatAct.SignUp(there), DAYS_BEFORE));
    assertEquals(List.of(1, 2), seats.stream().map(Seat::number).toList());
  }

  @Test
  void otherRolesAndOtherServicesDoNotSuit() {
    StaffMember trainee = person("Lea", Role.TRAINEE);
    StaffMember elsewhere =
        new StaffMember(StaffId.fresh(), "Per", Role.WORKER, Set.of(new ServiceId("rosa")));
    assertEquals(Reason.NOT_SUITED, refused(trainee, new SeatAct.SignUp(there), DAYS_BEFORE));
    assertEquals(Reason.NOT_SUITED, refused(elsewhere, new SeatAct.SignUp(there), DAYS_BEFORE));
  }

  @Test
  void aDateOfNoRuleIsUnknownAndAShiftThatEndedIsOver() {
    Place never = place(tuesday, "2026-11-25");
    assertEquals(Reason.UNKNOWN, refused(ola, new SeatAct.SignUp(never), DAYS_BEFORE));
    assertEquals(Reason.OVER, refused(ola, new SeatAct.SignUp(there), AFTER));
  }

  @Test
  void aSeatIsGivenBackUntilADayBeforeAndAfterThatByNotComing() {
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    assertEquals(Reason.TOO_LATE, refused(ola, new SeatAct.TakeBack(there), HOURS_BEFORE));
    does(ola, new SeatAct.CannotCome(there), HOURS_BEFORE);
    assertEquals(List.of(), seats);
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    does(ola, new SeatAct.TakeBack(there), DAYS_BEFORE);
    assertEquals(List.of(), seats);
  }

  @Test
  void aSeatIsConfirmedFromADayBeforeAndAtOnceWhenTakenLate() {
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    assertEquals(Reason.TOO_EARLY, refused(ola, new SeatAct.Confirm(there), DAYS_BEFORE));
    assertEquals(Reason.NOT_YOURS, refused(kari, new SeatAct.Confirm(there), HOURS_BEFORE));
    does(kari, new SeatAct.SignUp(there), HOURS_BEFORE);
    assertEquals(List.of(false, true), seats.stream().map(Seat::confirmed).toList());
    does(ola, new SeatAct.Confirm(there), HOURS_BEFORE);
    assertEquals(List.of(true, true), seats.stream().map(Seat::confirmed).sorted().toList());
  }

  @Test
  void anOfferedSeatStaysTheHoldersUntilSomebodyTakesItOver() {
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    assertEquals(Reason.GONE, refused(kari, new SeatAct.TakeOver(there, 1), DAYS_BEFORE));
    does(ola, new SeatAct.Offer(there), DAYS_BEFORE);
    assertEquals(ola, seats.getFirst().holder());
    assertEquals(Reason.ALREADY, refused(ola, new SeatAct.TakeOver(there, 1), DAYS_BEFORE));
    does(kari, new SeatAct.TakeOver(there, 1), DAYS_BEFORE);
    assertEquals(kari, seats.getFirst().holder());
    assertEquals(Reason.GONE, refused(ada, new SeatAct.TakeOver(there, 1), DAYS_BEFORE));
  }

  @Test
  void aSwapHappensOnlyWhenTheOtherAccepts() {
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    does(kari, new SeatAct.SignUp(later), DAYS_BEFORE);
    SeatAct accept = new SeatAct.AcceptSwap(later, there, 1);
    assertEquals(Reason.GONE, refused(kari, accept, DAYS_BEFORE));
    does(ola, new SeatAct.AskSwap(there, later, 1), DAYS_BEFORE);
    assertEquals(Reason.NOT_YOURS, refused(ada, accept, DAYS_BEFORE));
    does(kari, accept, DAYS_BEFORE);
    assertEquals(kari, at(there).holder());
    assertEquals(ola, at(later).holder());
    assertEquals(Reason.NOT_YOURS, refused(kari, accept, DAYS_BEFORE));
  }

  @Test
  void aSwapThatIsDeclinedOrTakenBackIsNone() {
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    does(kari, new SeatAct.SignUp(later), DAYS_BEFORE);
    does(ola, new SeatAct.AskSwap(there, later, 1), DAYS_BEFORE);
    does(kari, new SeatAct.DeclineSwap(later, there, 1), DAYS_BEFORE);
    SeatAct accept = new SeatAct.AcceptSwap(later, there, 1);
    assertEquals(Reason.GONE, refused(kari, accept, DAYS_BEFORE));
    does(ola, new SeatAct.AskSwap(there, later, 1), DAYS_BEFORE);
    does(ola, new SeatAct.Keep(there), DAYS_BEFORE);
    assertEquals(Reason.GONE, refused(kari, accept, DAYS_BEFORE));
  }

  @Test
  void nobodySwapsIntoAPlaceWhereTheySitAlready() {
    does(ola, new SeatAct.SignUp(there), DAYS_BEFORE);
    does(kari, new SeatAct.SignUp(there), DAYS_BEFORE);
    assertEquals(Reason.ALREADY, refused(ola, new SeatAct.AskSwap(there, there, 2), DAYS_BEFORE));
  }

  private void does(StaffMember who, SeatAct act, Instant now) {
    Decision.Changed changed =
        assertInstanceOf(Decision.Changed.class, rules(now).decide(who, act));
    seats.removeAll(changed.before());
    seats.addAll(changed.after());
  }

  private Reason refused(StaffMember who, SeatAct act, Instant now) {
    return assertInstanceOf(Decision.Refused.class, rules(now).decide(who, act)).reason();
  }

  private SeatRules rules(Instant now) {
    return new SeatRules(
        Map.of(tuesday.id(), tuesday, thursday.id(), thursday), List.copyOf(seats), now);
  }

  private Seat at(Place place) {
    return seats.stream().filter(seat -> seat.place().equals(place)).findFirst().orElseThrow();
  }
}
