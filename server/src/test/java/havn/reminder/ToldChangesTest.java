package havn.reminder;

import static havn.Eventually.get;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.shift.Place;
import havn.shift.SeatAct;
import havn.shift.SeatNews;
import havn.shift.ShiftPlan;
import havn.shift.Shifts;
import havn.shift.ShiftsForTests;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// However much others change in somebody's shifts, it is one text, and nothing is left untold.
class ToldChangesTest {

  private static final String CHANGE = NUMBER + " Noe er endret i vaktene dine.";
  private static final Set<havn.kernel.id.ServiceId> SERVICE = Set.of(ShiftsForTests.SERVICE);

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);

  ToldChangesTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void manyChangesOverNightAreOneTextInTheMorning() {
    StaffMember ola = house.reachable("Ola");
    List<Place> places =
        IntStream.range(1, 6)
            .mapToObj(day -> house.shift(ola, "2026-12-0" + day, "18:00", "21:00"))
            .toList();
    house.at("2026-11-20T20:00:00Z");
    for (Place place : places) {
      leaveOut(place);
      house.plan();
      house.later(Duration.ofMinutes(61));
    }
    house.at("2026-11-21T09:00:00Z");
    house.round();
    house.round();
    house.later(Duration.ofMinutes(61));
    house.round();
    assertEquals(List.of(CHANGE), provider.arrived);
  }

  @Test
  void aChangeAfterATextWentOutWaitsAnHourFromThen() {
    StaffMember ola = house.reachable("Ola");
    Place one = house.shift(ola, "2026-12-01", "18:00", "21:00");
    Place other = house.shift(ola, "2026-12-02", "18:00", "21:00");
    house.at("2026-11-20T20:00:00Z");
    leaveOut(one);
    house.plan();
    house.at("2026-11-21T09:00:00Z");
    house.round();
    leaveOut(other);
    house.later(Duration.ofMinutes(59));
    house.round();
    assertEquals(List.of(CHANGE), provider.arrived);
    house.later(Duration.ofMinutes(2));
    house.round();
    assertEquals(List.of(CHANGE, CHANGE), provider.arrived);
  }

  @Test
  void manyPeopleAreToldInTurnsAndWhoHadATextLatelyKeepsNobodyWaiting() {
    int many = ReminderStore.MOST_TOLD + 5;
    for (int i = 0; i < many; i++) {
      house.somebody("Nr " + i);
    }
    get(
        house
            .pool
            .query(
                "INSERT INTO reminder (staff, number, confirmed, shifts, offers, code_tries) SELECT"
                    + " id, decode(repeat('01', 29), 'hex'), now(), true, false, 0 FROM staff")
            .execute());
    changes();
    assertEquals(ReminderStore.MOST_TOLD, get(house.store.queueChanges(house.now, house.now)));
    get(house.pool.query("UPDATE outbox SET state = 'accepted', ended = made").execute());
    changes();
    house.later(Duration.ofMinutes(1));
    assertEquals(5, get(house.store.queueChanges(house.now, house.now)));
    assertEquals(0, get(house.store.queueChanges(house.now, house.now)));
  }

  /// Something changed for everybody.
  private void changes() {
    get(
        house
            .pool
            .query(
                "INSERT INTO seat_news (staff, what, service, day)"
                    + " SELECT id, 'removed', 'pro-mann', '2026-12-01' FROM staff")
            .execute());
  }

  @Test
  void twoProcessesThatLookAtOnceTellOnce() {
    List<StaffMember> many =
        IntStream.range(0, 6).mapToObj(i -> house.reachable("Nr " + i)).toList();
    for (StaffMember one : many) {
      Place first = house.shift(one, "2026-12-01", "18:00", "21:00");
      Place second = house.shift(one, "2026-12-02", "18:00", "21:00");
      Future<Boolean> left = house.shifts.except(SERVICE, first, Optional.empty());
      Future<Integer> seen = house.store.queueChanges(house.now, house.now);
      Future<Boolean> leftToo = house.shifts.except(SERVICE, second, Optional.empty());
      Future<Integer> seenToo = house.store.queueChanges(house.now, house.now);
      get(Future.join(left, seen, leftToo, seenToo));
      get(house.store.queueChanges(house.now, house.now));
    }
    assertEquals(many.size(), house.states().size());
  }

  @Test
  void whoWantedToSwapForASeatOfAPlanThatIsReplacedIsTold() {
    StaffMember ola = house.somebody("Ola");
    StaffMember eva = house.somebody("Eva");
    ShiftPlan old = ShiftsForTests.plan("2026-11-26", "18:00", "21:00", "FREQ=WEEKLY;BYDAY=TH", 2);
    assertEquals(Shifts.Planned.KEPT, get(house.shifts.plan(old)));
    Place one = ShiftsForTests.place(old, "2026-11-26");
    Place next = ShiftsForTests.place(old, "2026-12-03");
    house.does(ola, new SeatAct.SignUp(one));
    house.does(eva, new SeatAct.SignUp(next));
    house.does(ola, new SeatAct.AskSwap(one, next, 1));
    replace(old);
    assertEquals(List.of(SeatNews.What.UNASKED), told(ola));
    assertEquals(List.of(), told(eva));
  }

  @Test
  void whoseSeatIsMovedToAnotherPlanIsToldThatTheirWishIsNoMore() {
    StaffMember ola = house.somebody("Ola");
    StaffMember eva = house.somebody("Eva");
    ShiftPlan old = ShiftsForTests.plan("2026-11-26", "18:00", "21:00", "FREQ=WEEKLY;BYDAY=TH", 2);
    assertEquals(Shifts.Planned.KEPT, get(house.shifts.plan(old)));
    Place one = ShiftsForTests.place(old, "2026-11-26");
    house.does(ola, new SeatAct.SignUp(one));
    Place other = house.shift(eva, "2026-11-27", "18:00", "21:00");
    house.does(ola, new SeatAct.AskSwap(one, other, 1));
    replace(old);
    assertEquals(List.of(SeatNews.What.UNASKED), told(ola));
  }

  private void replace(ShiftPlan old) {
    ShiftPlan next = ShiftsForTests.plan("2026-11-26", "18:00", "21:00", "FREQ=WEEKLY;BYDAY=TH", 2);
    assertInstanceOf(Shifts.Replaced.class, get(house.shifts.replace(SERVICE, old.id(), next)));
  }

  private List<SeatNews.What> told(StaffMember who) {
    return get(house.shifts.news(who.id())).stream().map(SeatNews::what).toList();
  }

  private void leaveOut(Place place) {
    assertTrue(get(house.shifts.except(SERVICE, place, Optional.empty())));
  }
}
