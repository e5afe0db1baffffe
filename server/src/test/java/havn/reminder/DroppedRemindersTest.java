package havn.reminder;

import static havn.Eventually.get;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.shift.Place;
import havn.shift.SeatAct;
import havn.shift.ShiftsForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A reminder that was not needed any more may be needed again; one that was perhaps sent never is.
class DroppedRemindersTest {

  private static final String REMINDER = " Du har en avtale i morgen kl. 18. Bekreft i kalenderen.";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);

  DroppedRemindersTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoUntickedTheBoxAndTicksItAgainIsReminded() {
    StaffMember ola = due();
    wish(ola, false);
    house.round();
    assertEquals(List.of("shift dropped"), house.states());
    wish(ola, true);
    house.round();
    house.round();
    assertEquals(List.of(NUMBER + REMINDER), provider.arrived);
    assertEquals(List.of("shift accepted"), house.states());
  }

  @Test
  void whoGivesAnotherNumberIsRemindedThereOnceItIsProven() {
    StaffMember ola = due();
    assertInstanceOf(Reminders.Asked.class, get(house.reminders.prove(ola.id(), "98765432")));
    get(house.sender().round());
    assertEquals(List.of("shift dropped"), house.states());
    String code = provider.arrived.getLast().replaceFirst("^.*er (\\d{6})\\..*$", "$1");
    assertEquals(Reminders.Typed.CONFIRMED, get(house.reminders.type(ola.id(), code)));
    house.round();
    assertEquals("+4798765432" + REMINDER, provider.arrived.getLast());
  }

  @Test
  void whoConfirmedAShiftWhoseEndIsMovedThenIsReminded() {
    StaffMember ola = house.reachable("Ola");
    Place place = house.shift(ola, "2026-11-24", "18:00", "21:00");
    house.at("2026-11-23T17:00:00Z");
    house.plan();
    house.does(ola, new SeatAct.Confirm(place));
    house.round();
    assertEquals(List.of("shift dropped"), house.states());
    assertTrue(
        get(
            house.shifts.except(
                Set.of(ShiftsForTests.SERVICE),
                place,
                ShiftsForTests.moved("2026-11-24", "18:00", "22:00"))));
    house.round();
    assertTrue(provider.arrived.contains(NUMBER + REMINDER));
  }

  @Test
  void whatWasPerhapsSentAndIsNotWishedForAnyMoreIsShownAndNeverSentAgain() {
    StaffMember ola = due();
    get(house.pool.query("UPDATE outbox SET doubt = true WHERE kind = 'shift'").execute());
    wish(ola, false);
    house.round();
    assertEquals(List.of("shift perhaps"), house.states());
    wish(ola, true);
    house.round();
    assertEquals(List.of(), provider.arrived);
    assertTrue(get(house.reminders.notDelivered(ola.id())).getFirst().perhaps());
  }

  @Test
  void whatWasPerhapsSentWhenTheNumberIsForgottenStaysPerhaps() {
    StaffMember ola = due();
    get(house.pool.query("UPDATE outbox SET doubt = true WHERE kind = 'shift'").execute());
    get(house.reminders.forget(ola.id()));
    assertEquals(List.of("shift perhaps"), house.states());
  }

  @Test
  void whoMayHoldNoShiftsAnyMoreIsForgottenWithTheNumber() {
    StaffMember ola = due();
    get(house.people.appoint(ola.id(), Role.WORKER, LocalDate.parse("2026-11-23")));
    assertTrue(get(house.reminders.of(ola.id())).isPresent());
    get(house.people.appoint(ola.id(), Role.AUDITOR, LocalDate.parse("2026-11-23")));
    assertEquals(Optional.empty(), get(house.reminders.of(ola.id())));
    assertEquals(List.of(), house.states());
  }

  @Test
  void whoIsGoneGivesNoNumber() {
    StaffMember ola = house.somebody("Ola");
    get(house.people.offBoard(ola.id(), house.now, LocalDate.parse("2026-11-20")));
    get(house.reminders.prove(ola.id(), "41234567"));
    assertEquals(Optional.empty(), get(house.reminders.of(ola.id())));
    get(house.sender().round());
    assertEquals(List.of(), provider.arrived);
  }

  @Test
  void aNumberThatIsReplacedBetweenTwoStepsOfACodeIsNotConfirmed() {
    StaffMember ola = house.somebody("Ola");
    String code = house.code(ola);
    byte[] tag = get(house.store.tried(ola.id(), house.now)).orElseThrow();
    assertInstanceOf(Reminders.Asked.class, get(house.reminders.prove(ola.id(), "98765432")));
    house.later(Duration.ofSeconds(1));
    assertFalse(get(house.store.confirm(ola.id(), tag, house.now)));
    assertEquals(Optional.empty(), get(house.reminders.of(ola.id())).orElseThrow().confirmed());
    assertFalse(get(house.reminders.type(ola.id(), code)) == Reminders.Typed.CONFIRMED);
  }

  private StaffMember due() {
    StaffMember ola = house.reachable("Ola");
    house.shift(ola, "2026-11-24", "18:00", "21:00");
    house.at("2026-11-23T17:00:00Z");
    house.plan();
    return ola;
  }

  private void wish(StaffMember who, boolean shifts) {
    assertTrue(
        get(house.reminders.wish(who.id(), new ReminderStore.Wishes(shifts, false, shifts))));
  }
}
