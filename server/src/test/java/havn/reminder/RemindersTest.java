package havn.reminder;

import static havn.Eventually.get;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Handed;
import havn.channel.KeysForTests;
import havn.channel.PhoneNumber;
import havn.channel.RoleKeys;
import havn.channel.TestProvider;
import havn.kernel.id.DeviceId;
import havn.kernel.id.PlanId;
import havn.shift.Place;
import havn.shift.SeatAct;
import havn.shift.SeatNews;
import havn.shift.ShiftPlan;
import havn.shift.ShiftsForTests;
import havn.staff.StaffMember;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemindersTest {

  private static final String REMINDER =
      NUMBER + " Du har en avtale i morgen kl. 18. Bekreft i kalenderen.";
  private static final String CHANGE = NUMBER + " Noe er endret i vaktene dine.";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);

  RemindersTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aNumberCountsOnceItsCodeWasTypedBackInTime() {
    StaffMember ola = house.somebody("Ola");
    String code = house.code(ola);
    assertEquals(Optional.empty(), found(ola).confirmed());
    house.later(Duration.ofMinutes(10));
    assertEquals(Reminders.Typed.NONE, get(house.reminders.type(ola.id(), code)));
    assertEquals(Reminders.Typed.CONFIRMED, get(house.reminders.type(ola.id(), house.code(ola))));
    assertEquals(Optional.of(house.now), found(ola).confirmed());
  }

  @Test
  void aCodeIsTriedFiveTimesAndIsGoodForItsPersonOnly() {
    StaffMember ola = house.somebody("Ola");
    StaffMember eva = house.somebody("Eva");
    String code = house.code(ola);
    house.code(eva);
    String wrong = code.equals("000000") ? "000001" : "000000";
    for (int tries = 0; tries < Reminders.MOST_TRIES; tries++) {
      assertEquals(Reminders.Typed.WRONG, get(house.reminders.type(ola.id(), wrong)));
    }
    assertEquals(Reminders.Typed.NONE, get(house.reminders.type(ola.id(), code)));
    assertEquals(Reminders.Typed.WRONG, get(house.reminders.type(eva.id(), code)));
  }

  @Test
  void nobodyGetsMoreThanFiveTestMessagesADayAlsoAfterForgettingTheNumber() {
    StaffMember ola = house.somebody("Ola");
    for (int codes = 0; codes < Reminders.MOST_CODES_A_DAY; codes++) {
      house.code(ola);
      get(house.reminders.forget(ola.id()));
    }
    assertInstanceOf(Reminders.TooMany.class, get(house.reminders.prove(ola.id(), NUMBER)));
    house.later(Duration.ofHours(24));
    assertInstanceOf(Reminders.Asked.class, get(house.reminders.prove(ola.id(), NUMBER)));
  }

  @Test
  void aNumberSealedUnderAKeyThatIsLostIsToBeWrittenOnceMoreAndTheWishesStay() throws Exception {
    StaffMember ola = house.reachable("Ola");
    assertTrue(get(house.reminders.wish(ola.id(), new ReminderStore.Wishes(false, true, false))));
    RoleKeys other = KeysForTests.fresh();
    Reminders later = new Reminders(house.store, other, () -> house.now);
    assertEquals(Optional.empty(), get(later.of(ola.id())));
    assertInstanceOf(Reminders.Asked.class, get(later.prove(ola.id(), NUMBER)));
    assertEquals(
        Optional.of(new Reminder(Optional.empty(), false, true, false)), get(later.of(ola.id())));
  }

  @Test
  void whatTakesNoTextsIsNotAskedForACode() {
    StaffMember ola = house.somebody("Ola");
    assertEquals(
        new Reminders.NoTexts(PhoneNumber.Why.LANDLINE),
        get(house.reminders.prove(ola.id(), "22 12 34 56")));
    assertEquals(Optional.empty(), get(house.reminders.of(ola.id())));
  }

  @Test
  void whoHasNotConfirmedIsRemindedOnceFromADayBefore() {
    StaffMember ola = house.reachable("Ola");
    house.shift(ola, "2026-11-24", "18:00", "21:00");
    house.at("2026-11-23T16:59:59Z");
    house.round();
    assertEquals(List.of(), provider.arrived);
    house.later(Duration.ofSeconds(1));
    for (int rounds = 0; rounds < 3; rounds++) {
      house.round();
      house.later(Duration.ofHours(1));
    }
    assertEquals(List.of(REMINDER), provider.arrived);
  }

  @Test
  void whoConfirmedDidNotWishForItOrHasNoProvenNumberIsNotReminded() {
    StaffMember ola = house.reachable("Ola");
    StaffMember eva = house.reachable("Eva");
    StaffMember kim = house.somebody("Kim");
    house.code(kim);
    provider.arrived.clear();
    assertTrue(get(house.reminders.wish(eva.id(), new ReminderStore.Wishes(false, true, true))));
    Place place = house.shift(ola, "2026-11-24", "18:00", "21:00");
    house.does(eva, new SeatAct.SignUp(place));
    house.does(kim, new SeatAct.SignUp(place));
    house.at("2026-11-23T17:00:00Z");
    house.does(ola, new SeatAct.Confirm(place));
    house.round();
    assertEquals(List.of(), provider.arrived);
  }

  @Test
  void whoConfirmsBetweenQueueingAndSendingIsNotReminded() {
    StaffMember ola = house.reachable("Ola");
    Place place = house.shift(ola, "2026-11-24", "18:00", "21:00");
    house.at("2026-11-23T17:00:00Z");
    house.plan();
    house.does(ola, new SeatAct.Confirm(place));
    house.round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("shift dropped"), house.states());
  }

  @Test
  void aNumberThatIsForgottenOrReplacedMeanwhileGetsNothing() {
    StaffMember ola = house.reachable("Ola");
    house.shift(ola, "2026-11-24", "18:00", "21:00");
    house.at("2026-11-23T17:00:00Z");
    house.plan();
    assertInstanceOf(Reminders.Asked.class, get(house.reminders.prove(ola.id(), "98765432")));
    get(house.sender().round());
    assertEquals(List.of("shift dropped"), house.states());
    get(house.reminders.forget(ola.id()));
    house.round();
    assertTrue(provider.arrived.stream().noneMatch(text -> text.startsWith(NUMBER)));
  }

  @Test
  void whatFallsOutsidePermittedHoursGoesOutWhenTheyBegin() {
    StaffMember ola = house.reachable("Ola");
    house.shift(ola, "2026-11-24", "07:30", "12:00");
    house.shift(ola, "2026-11-25", "22:00", "23:00");
    house.at("2026-11-23T06:30:00Z");
    house.round();
    assertEquals(List.of(), provider.arrived);
    house.at("2026-11-23T09:00:00Z");
    house.round();
    String early = NUMBER + " Du har en avtale i morgen kl. 07.30. Bekreft i kalenderen.";
    assertEquals(List.of(early), provider.arrived);
    house.at("2026-11-24T21:00:00Z");
    house.round();
    house.at("2026-11-25T08:59:59Z");
    house.round();
    assertEquals(1, provider.arrived.size());
    house.at("2026-11-25T09:00:00Z");
    house.round();
    String late = NUMBER + " Du har en avtale i dag kl. 22. Bekreft i kalenderen.";
    assertEquals(List.of(early, late), provider.arrived);
  }

  @Test
  void aProviderThatRefusesIsTriedLaterAndLaterUntilTheShiftBegins() {
    StaffMember ola = house.reachable("Ola");
    house.shift(ola, "2026-11-24", "18:00", "21:00");
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.UNREACHABLE));
    house.at("2026-11-23T17:00:00Z");
    house.round();
    for (Duration pause : List.of(Duration.ofSeconds(5), Duration.ofSeconds(30))) {
      house.later(pause.minusSeconds(1));
      assertEquals(0, get(house.sender().round()));
      house.later(Duration.ofSeconds(1));
      assertEquals(1, get(house.sender().round()));
    }
    while (house.states().equals(List.of("shift queued"))) {
      house.later(Duration.ofMinutes(30));
      house.round();
    }
    assertEquals(List.of("shift failed"), house.states());
    assertTrue(house.now.isBefore(java.time.Instant.parse("2026-11-24T17:00:00Z")));
    NotDelivered shown = get(house.reminders.notDelivered(ola.id())).getFirst();
    assertEquals(new NotDelivered(Kind.SHIFT, house.now, false), shown);
    house.later(Duration.ofDays(7));
    assertEquals(List.of(), get(house.reminders.notDelivered(ola.id())));
  }

  @Test
  void aRefusalForGoodIsNotTriedAgain() {
    StaffMember ola = house.reachable("Ola");
    house.shift(ola, "2026-11-24", "18:00", "21:00");
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.NUMBER));
    house.at("2026-11-23T17:00:00Z");
    house.round();
    assertEquals(List.of("shift failed"), house.states());
  }

  @Test
  void whoLosesASeatIsToldOnceInTheConsoleAndOnThePhone() {
    StaffMember ola = house.reachable("Ola");
    Place place = house.shift(ola, "2026-11-26", "18:00", "21:00");
    Place other = house.shift(ola, "2026-11-27", "18:00", "21:00");
    leaveOut(place);
    leaveOut(other);
    house.round();
    house.round();
    assertEquals(List.of(CHANGE), provider.arrived);
    List<SeatNews> news = get(house.shifts.news(ola.id()));
    assertEquals(
        List.of(SeatNews.What.REMOVED, SeatNews.What.REMOVED),
        news.stream().map(SeatNews::what).toList());
    assertEquals(LocalDate.parse("2026-11-26"), news.getFirst().day());
    get(house.shifts.seen(ola.id(), news.getFirst().number()));
    assertEquals(List.of(news.getLast()), get(house.shifts.news(ola.id())));
  }

  @Test
  void whoHasSeenAChangeGetsNoTextAndAnotherChangeWaitsAnHour() {
    StaffMember ola = house.reachable("Ola");
    leaveOut(house.shift(ola, "2026-11-26", "18:00", "21:00"));
    house.plan();
    get(house.shifts.seen(ola.id(), Long.MAX_VALUE));
    house.round();
    assertEquals(List.of("change dropped"), house.states());
    leaveOut(house.shift(ola, "2026-11-27", "18:00", "21:00"));
    house.round();
    assertEquals(List.of(), provider.arrived);
    house.later(Duration.ofMinutes(61));
    house.round();
    assertEquals(List.of(CHANGE), provider.arrived);
  }

  @Test
  void everyWayToLoseASeatIsTold() {
    StaffMember ola = house.somebody("Ola");
    StaffMember eva = house.somebody("Eva");
    Place one = house.shift(ola, "2026-11-26", "18:00", "21:00");
    Place other = house.shift(eva, "2026-11-27", "18:00", "21:00");
    house.does(ola, new SeatAct.AskSwap(one, other, 1));
    house.does(eva, new SeatAct.DeclineSwap(other, one, 1));
    house.does(ola, new SeatAct.AskSwap(one, other, 1));
    house.does(eva, new SeatAct.AcceptSwap(other, one, 1));
    house.does(ola, new SeatAct.Offer(other));
    house.does(eva, new SeatAct.TakeBack(one));
    house.does(eva, new SeatAct.TakeOver(other, 1));
    get(
        house.shifts.except(
            Set.of(ShiftsForTests.SERVICE),
            other,
            ShiftsForTests.moved("2026-11-28", "10:00", "12:00")));
    ShiftPlan next = ShiftsForTests.plan("2026-12-01", "18:00", "21:00", "", 1);
    Place last = house.shift(eva, "2026-12-01", "18:00", "21:00");
    house.does(ola, new SeatAct.SignUp(last));
    get(house.shifts.replace(Set.of(ShiftsForTests.SERVICE), last.plan(), next));
    PlanId kept = next.id();
    get(house.shifts.end(Set.of(ShiftsForTests.SERVICE), kept, LocalDate.parse("2026-11-30")));
    house.shift(eva, "2026-12-02", "18:00", "21:00");
    get(house.people.appoint(eva.id(), havn.staff.Role.COORDINATOR, LocalDate.parse("2026-11-20")));
    assertEquals(
        Map.of(
            "Ola",
            "declined swapped taken-over replaced",
            "Eva",
            "moved removed restricted restricted"),
        Map.of("Ola", told(ola), "Eva", told(eva)));
  }

  @Test
  void whoIsAloneOnDutyIsToldAtAnyHourThatSomebodyWaitsOnceInThreeMinutesIfTheyWish() {
    StaffMember ola = house.reachable("Ola");
    house.at("2026-11-24T22:30:00Z");
    assertFalse(get(house.store.queueOffer(ola.id(), house.now)));
    assertTrue(get(house.reminders.wish(ola.id(), new ReminderStore.Wishes(true, true, true))));
    house.onDuty(ola, DeviceId.fresh(), Duration.ZERO);
    assertTrue(get(house.store.queueOffer(ola.id(), house.now)));
    assertFalse(get(house.store.queueOffer(ola.id(), house.now)));
    house.round();
    house.later(Duration.ofSeconds(120));
    assertFalse(get(house.store.queueOffer(ola.id(), house.now)));
    assertEquals(List.of(NUMBER + " Noen venter."), provider.arrived);
    house.later(Duration.ofMinutes(2));
    assertTrue(get(house.store.queueOffer(ola.id(), house.now)));
    house.later(Duration.ofMinutes(3));
    house.round();
    assertEquals(List.of("offer accepted", "offer failed"), house.states());
  }

  @Test
  void whoIsGoneIsForgottenWithTheNumber() {
    StaffMember ola = house.reachable("Ola");
    StaffMember boss = ShiftsForTests.person("Kari", havn.staff.Role.COORDINATOR);
    get(house.people.add(boss));
    get(house.people.offBoard(ola.id(), house.now, LocalDate.parse("2026-11-20")));
    assertEquals(Optional.empty(), get(house.reminders.of(ola.id())));
  }

  private String told(StaffMember who) {
    return String.join(
        " ", get(house.shifts.news(who.id())).stream().map(news -> news.what().printed()).toList());
  }

  private void leaveOut(Place place) {
    assertTrue(get(house.shifts.except(Set.of(ShiftsForTests.SERVICE), place, Optional.empty())));
  }

  private Reminder found(StaffMember who) {
    return get(house.reminders.of(who.id())).orElseThrow();
  }
}
