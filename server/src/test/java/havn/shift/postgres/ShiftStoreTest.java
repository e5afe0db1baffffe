package havn.shift.postgres;

import static havn.Eventually.get;
import static havn.shift.ShiftsForTests.SERVICE;
import static havn.shift.ShiftsForTests.moved;
import static havn.shift.ShiftsForTests.person;
import static havn.shift.ShiftsForTests.place;
import static havn.shift.ShiftsForTests.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.service.postgres.ServiceStores;
import havn.shift.Filled;
import havn.shift.Place;
import havn.shift.SeatAct;
import havn.shift.SeatNews;
import havn.shift.SeatRules.Decision;
import havn.shift.ShiftPlan;
import havn.shift.Shifts;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On Friday the 20th of November at 13:00 local time.
class ShiftStoreTest {

  private static final String DOCUMENT =
      """
      {"id":"pro-mann","names":{"nb":"Pro Mann"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;
  private static final Set<ServiceId> MINE = Set.of(SERVICE);

  private final Vertx vertx = Vertx.vertx();
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private Pool pool;
  private StaffStore people;
  private Shifts shifts;

  @BeforeEach
  void open() {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    get(ServiceStores.in(pool).put(List.of(DOCUMENT)));
    people = StaffStores.people(pool, () -> now);
    shifts = new Shifts(ShiftStores.in(pool), () -> now);
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void manyAtOnceGetAsManySeatsAsThereAre() {
    ShiftPlan plan = planned("2026-11-24", "18:00", "21:00", "FREQ=WEEKLY;COUNT=3", 3);
    Place place = place(plan, "2026-12-01");
    List<StaffMember> many =
        IntStream.range(0, 20).mapToObj(i -> somebody("Nr " + i, Role.VOLUNTEER)).toList();
    List<Future<Decision>> asked =
        many.stream().map(who -> shifts.act(who, new SeatAct.SignUp(place))).toList();
    get(Future.join(asked));
    assertEquals(3, asked.stream().filter(f -> f.result() instanceof Decision.Changed).count());
    List<Integer> numbers =
        coming().get(1).seats().stream().map(seat -> seat.number()).sorted().toList();
    assertEquals(List.of(1, 2, 3), numbers);
    assertEquals(List.of(3, 0, 3), coming().stream().map(Filled::empty).toList());
  }

  @Test
  void onlyOneOfManyTakesAnOfferedSeatOver() {
    ShiftPlan plan = planned("2026-11-24", "18:00", "21:00", "", 1);
    Place place = place(plan, "2026-11-24");
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    does(ola, new SeatAct.SignUp(place));
    does(ola, new SeatAct.Offer(place));
    List<Future<Decision>> asked =
        IntStream.range(0, 10)
            .mapToObj(i -> somebody("Nr " + i, Role.WORKER))
            .map(who -> shifts.act(who, new SeatAct.TakeOver(place, 1)))
            .toList();
    get(Future.join(asked));
    assertEquals(1, asked.stream().filter(f -> f.result() instanceof Decision.Changed).count());
    assertEquals(1, coming().getFirst().seats().size());
  }

  @Test
  void twoSwapAndAPlanIsReadAsItWasWritten() {
    ShiftPlan night = planned("2026-11-27", "22:00", "06:00", "FREQ=WEEKLY;INTERVAL=2", 2);
    ShiftPlan evening = planned("2026-11-26", "18:00", "24:00", "FREQ=MONTHLY;BYDAY=-1TH", 1);
    assertEquals(Set.of(night, evening), Set.copyOf(get(shifts.plans(MINE))));
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    StaffMember kari = somebody("Kari", Role.WORKER);
    Place first = place(night, "2026-11-27");
    Place other = place(evening, "2026-11-26");
    does(ola, new SeatAct.SignUp(first));
    does(kari, new SeatAct.SignUp(other));
    does(ola, new SeatAct.AskSwap(first, other, 1));
    does(kari, new SeatAct.AcceptSwap(other, first, 1));
    assertEquals(List.of(other), held(ola));
    assertEquals(List.of(first), held(kari));
  }

  @Test
  void aDateThatIsLeftOutEmptiesItsSeatsAndAMovedOneAsksForConfirmationAgain() {
    ShiftPlan plan = planned("2026-11-20", "18:00", "21:00", "FREQ=DAILY;COUNT=3", 1);
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    for (String day : List.of("2026-11-20", "2026-11-21", "2026-11-22")) {
      does(ola, new SeatAct.SignUp(place(plan, day)));
    }
    assertTrue(coming().getFirst().seats().getFirst().confirmed());
    assertTrue(
        get(shifts.except(MINE, place(plan, "2026-11-20"), moved("2026-11-20", "19:00", "22:00"))));
    assertTrue(get(shifts.except(MINE, place(plan, "2026-11-21"), Optional.empty())));
    assertFalse(get(shifts.except(Set.of(), place(plan, "2026-11-22"), Optional.empty())));
    assertTrue(get(shifts.end(MINE, plan.id(), LocalDate.of(2026, 11, 21))));
    assertEquals(1, coming().size());
    assertFalse(coming().getFirst().seats().getFirst().confirmed());
    assertEquals(List.of(place(plan, "2026-11-20")), held(ola));
  }

  @Test
  void aMovedDateIsToldOfAndLeftByTheDateOnWhichItIsHeldAndNoneIsMovedIntoThePast() {
    ShiftPlan plan = planned("2026-11-20", "18:00", "21:00", "", 1);
    Place friday = place(plan, "2026-11-20");
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    does(ola, new SeatAct.SignUp(friday));
    assertTrue(get(shifts.except(MINE, friday, moved("2026-12-01", "18:00", "21:00"))));
    assertFalse(get(shifts.except(MINE, friday, moved("2026-11-19", "18:00", "21:00"))));
    now = now.plus(Duration.ofDays(5));
    assertTrue(get(shifts.except(MINE, friday, moved("2026-12-02", "18:00", "21:00"))));
    assertEquals(
        List.of(LocalDate.of(2026, 12, 1)),
        get(shifts.news(ola.id())).stream().map(SeatNews::day).toList());
    get(people.offBoard(ola.id(), now, LocalDate.of(2026, 11, 25)));
    assertEquals(List.of(), coming().getFirst().seats());
  }

  @Test
  void aNightShiftThatRunsIsMadeLongerAfterMidnightAndNoneIsMovedToWhereItWouldBeOver() {
    ShiftPlan plan = planned("2026-11-20", "22:00", "06:00", "", 1);
    Place friday = place(plan, "2026-11-20");
    now = Instant.parse("2026-11-21T01:00:00Z");
    assertTrue(get(shifts.except(MINE, friday, moved("2026-11-20", "22:00", "07:00"))));
    assertFalse(get(shifts.except(MINE, friday, moved("2026-11-20", "18:00", "21:00"))));
    assertTrue(get(shifts.except(MINE, friday, Optional.empty())));
  }

  @Test
  void anotherPlanFromADayOnKeepsTheSeatsThatItHasToo() {
    ShiftPlan old = planned("2026-11-20", "18:00", "21:00", "FREQ=DAILY", 2);
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    StaffMember kari = somebody("Kari", Role.WORKER);
    for (String day : List.of("2026-11-20", "2026-11-21", "2026-11-22")) {
      does(ola, new SeatAct.SignUp(place(old, day)));
    }
    does(kari, new SeatAct.SignUp(place(old, "2026-11-21")));
    ShiftPlan next = plan("2026-11-21", "19:00", "22:00", "FREQ=DAILY;INTERVAL=2", 1);
    assertEquals(new Shifts.NoPlan(), get(shifts.replace(Set.of(), old.id(), next)));
    Shifts.Replaced came =
        assertInstanceOf(Shifts.Replaced.class, get(shifts.replace(MINE, old.id(), next)));
    assertEquals(1, came.kept());
    assertEquals(
        List.of("Kari 2026-11-21", "Ola 2026-11-22"),
        came.lost().stream()
            .map(seat -> seat.holder().shownName() + " " + seat.place().day())
            .toList());
    assertEquals(List.of(place(old, "2026-11-20"), place(next, "2026-11-21")), held(ola));
    assertEquals(List.of(), held(kari));
    Filled moved =
        coming().stream()
            .filter(one -> one.plan().id().equals(next.id()))
            .findFirst()
            .orElseThrow();
    assertFalse(moved.seats().getFirst().confirmed());
    assertEquals(Instant.parse("2026-11-21T18:00:00Z"), moved.occurrence().start());
  }

  @Test
  void rightsFollowTheShiftsThatSomebodyHolds() {
    ShiftPlan one = planned("2026-11-20", "18:00", "20:00", "", 1);
    ShiftPlan next = planned("2026-11-20", "20:30", "22:00", "", 1);
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    does(ola, new SeatAct.SignUp(place(one, "2026-11-20")));
    assertEquals(Optional.empty(), rightsUntil(ola, MINE));
    now = Instant.parse("2026-11-20T16:45:00Z");
    assertEquals(Optional.of(Instant.parse("2026-11-20T19:15:00Z")), rightsUntil(ola, MINE));
    does(ola, new SeatAct.SignUp(place(next, "2026-11-20")));
    assertEquals(Optional.of(Instant.parse("2026-11-20T21:15:00Z")), rightsUntil(ola, MINE));
    assertEquals(Optional.empty(), rightsUntil(ola, Set.of(SERVICE, new ServiceId("rosa"))));
    does(ola, new SeatAct.CannotCome(place(one, "2026-11-20")));
    assertEquals(Optional.empty(), rightsUntil(ola, MINE));
  }

  private Optional<Instant> rightsUntil(StaffMember who, Set<ServiceId> services) {
    return get(shifts.rights(who.id(), services)).until(services, Set.of(), now);
  }

  @Test
  void aRenewedFeedMakesTheAddressBeforeWorthless() {
    ShiftPlan plan = planned("2026-11-24", "18:00", "21:00", "", 1);
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    does(ola, new SeatAct.SignUp(place(plan, "2026-11-24")));
    Secret first = get(shifts.renewFeed(ola.id()));
    assertEquals(1, get(shifts.feed(first)).orElseThrow().size());
    Secret second = get(shifts.renewFeed(ola.id()));
    assertEquals(Optional.empty(), get(shifts.feed(first)));
    assertEquals(1, get(shifts.feed(second)).orElseThrow().size());
  }

  @Test
  void whatIsOverForSixtyDaysIsForgotten() {
    ShiftPlan plan = planned("2026-11-20", "18:00", "21:00", "", 1);
    StaffMember ola = somebody("Ola", Role.VOLUNTEER);
    does(ola, new SeatAct.SignUp(place(plan, "2026-11-20")));
    assertEquals(0, get(shifts.sweep(now.plus(Duration.ofDays(60)))));
    assertEquals(1, get(shifts.sweep(now.plus(Duration.ofDays(61)))));
    assertEquals(List.of(), get(shifts.plans(MINE)));
  }

  @Test
  void aFirstDateOutsideTheRuleOrInThePastIsRefused() {
    assertEquals(
        Shifts.Planned.OUT_OF_RULE,
        get(shifts.plan(plan("2026-11-24", "18:00", "21:00", "FREQ=WEEKLY;BYDAY=WE", 1))));
    assertEquals(
        Shifts.Planned.OUT_OF_RULE, get(shifts.plan(plan("2026-11-19", "18:00", "21:00", "", 1))));
  }

  @Test
  void aShiftIsListedForAsLongAsItsRightLastsAndIsNoGapThen() {
    planned("2026-11-20", "18:00", "21:00", "", 1);
    now = Instant.parse("2026-11-20T20:14:59Z");
    assertFalse(coming().getFirst().gap(now));
    now = Instant.parse("2026-11-20T20:15:00Z");
    assertEquals(List.of(), coming());
  }

  private ShiftPlan planned(String first, String from, String to, String rule, int seats) {
    ShiftPlan plan = plan(first, from, to, rule, seats);
    assertEquals(Shifts.Planned.KEPT, get(shifts.plan(plan)));
    return plan;
  }

  private StaffMember somebody(String name, Role role) {
    StaffMember member = person(name, role);
    get(people.add(member));
    return member;
  }

  private void does(StaffMember who, SeatAct act) {
    assertInstanceOf(Decision.Changed.class, get(shifts.act(who, act)));
  }

  private List<Filled> coming() {
    return get(shifts.coming(MINE, 30));
  }

  private List<Place> held(StaffMember who) {
    return get(shifts.held(who.id(), Duration.ofDays(30))).stream()
        .map(one -> one.occurrence().place())
        .toList();
  }
}
