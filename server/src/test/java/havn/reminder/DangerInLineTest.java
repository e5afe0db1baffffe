package havn.reminder;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.duty.Calls;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.reminder.postgres.ReminderStores;
import havn.shift.ShiftsForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Somebody in danger waits in the line and nobody takes them: phones tell it, over real stores.
class DangerInLineTest {

  private static final String NOW = NUMBER + " Noen trenger deg nå.";
  private static final String UNANSWERED = NUMBER + " Det haster, og ingen har kommet.";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);
  private final StaffMember kari = house.wishing("Kari", Role.WORKER);
  private final DeviceId karis = house.roster.device(kari);
  private final ConversationId visitor = ConversationId.fresh();

  DangerInLineTest() throws Exception {
    house.at("2026-11-21T01:00:00Z");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void rings(Boost boost) {
    Waiter waiter =
        new Waiter(
            visitor,
            house.now,
            "self",
            "nb",
            Optional.empty(),
            boost,
            house.now,
            Offer.NONE,
            Wants.NOTHING);
    assertTrue(get(house.lines.join(ShiftsForTests.SERVICE, waiter)));
  }

  /// The visitor's page stays connected.
  private void passes(Duration time) {
    house.later(time);
    get(house.lines.seen(ShiftsForTests.SERVICE, visitor, house.now));
  }

  /// What every process does that shows the line to somebody.
  private void shown() {
    house.danger.inLine(
        get(house.lines.waiting(ShiftsForTests.SERVICE)),
        get(house.presences.of(ShiftsForTests.SERVICE)));
  }

  private void isQueued() {
    until("it is queued", () -> house.states().contains("line queued"));
  }

  private Calls.Danger danger(String name, boolean saidInLine) {
    return new Calls.Danger(name, house.now, saidInLine);
  }

  @Test
  void coordinatorsAreToldAfterThreeMinutesAndAfterTenInWhichNobodyTookThem() {
    house.reachable("Eva", Role.COORDINATOR);
    rings(Boost.DANGER);
    for (int seconds = 0; seconds <= 900; seconds += 30) {
      house.alarms();
      house.alarms();
      assertEquals(seconds < 180 ? 0 : seconds < 600 ? 1 : 2, provider.arrived.size());
      passes(Duration.ofSeconds(30));
    }
    assertEquals(List.of(UNANSWERED, UNANSWERED), provider.arrived);
  }

  @Test
  void coordinatorsAreToldAsLongAfterWhoeverCameToBeInDangerAsTheyWaited() {
    house.reachable("Eva", Role.COORDINATOR);
    rings(Boost.NONE);
    Instant rang = house.now;
    passes(Duration.ofMinutes(12));
    get(house.lines.raise(ShiftsForTests.SERVICE, visitor, rang, house.now));
    for (int seconds = 0; seconds <= 900; seconds += 30) {
      house.alarms();
      assertEquals(seconds < 180 ? 0 : seconds < 600 ? 1 : 2, provider.arrived.size());
      passes(Duration.ofSeconds(30));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Boost.class, mode = EnumSource.Mode.EXCLUDE, names = "DANGER")
  void nobodyIsToldOfWhoWaitsAndIsInNoDanger(Boost boost) {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    rings(boost);
    passes(Duration.ofMinutes(11));
    shown();
    house.alarms();
    assertEquals(List.of(), house.states());
  }

  @Test
  void nobodyIsToldOfWhoLeftTheirPageOrWasTaken() {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    rings(Boost.DANGER);
    house.later(Duration.ofMinutes(4));
    shown();
    house.alarms();
    passes(Duration.ZERO);
    get(house.lines.leave(ShiftsForTests.SERVICE, visitor));
    shown();
    house.alarms();
    assertEquals(List.of(), house.states());
  }

  @Test
  void whatIsQueuedIsNotSaidOnceSomebodyTookThem() {
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    rings(Boost.DANGER);
    shown();
    isQueued();
    get(house.lines.leave(ShiftsForTests.SERVICE, visitor));
    house.alarms();
    assertEquals(List.of("line dropped"), house.states());
  }

  @Test
  void whoeverHasLockedTheirPhoneIsTextedOnceAlsoWhenTheyAreFullAndOnABreak() {
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    rings(Boost.DANGER);
    shown();
    isQueued();
    house.alarms();
    house.later(Duration.ofSeconds(10));
    shown();
    house.alarms();
    assertEquals(List.of(NOW), provider.arrived);
  }

  @Test
  void whoeverHasLockedTheirPhoneIsTextedAlsoWhenTheVisitorsConnectionBlinksWhileItIsSent() {
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    rings(Boost.DANGER);
    blinks(1);
    shown();
    isQueued();
    house.alarms();
    assertEquals(List.of(NOW), provider.arrived);
  }

  @Test
  void textsThatWereNeverSentUseUpNoneOfThoseOfADay() {
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    rings(Boost.DANGER);
    for (int dropped = 1; dropped <= Kind.LINE.most(); dropped++) {
      blinks(dropped);
    }
    shown();
    isQueued();
    house.alarms();
    assertEquals(List.of(NOW), provider.arrived);
  }

  /// A text is queued and, as the visitor's connection is gone then, dropped; they are back.
  ///
  /// @param times so often until now
  private void blinks(int times) {
    shown();
    isQueued();
    house.later(Duration.ofSeconds(40));
    house.alarms();
    until(
        "it is dropped",
        () -> house.states().stream().filter("line dropped"::equals).count() == times);
    passes(Duration.ZERO);
  }

  @Test
  void howeverOftenSomebodySaysItInTheLineACallOutOfAChatIsTextedAndThePageSaysWhatIsUsedUp() {
    StaffMember eva = house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    for (int times = 0; times < Kind.LINE.most(); times++) {
      assertEquals(Set.of(), get(house.reminders.usedUp(kari.id())));
      get(house.calls.somebodyNeedsHelp(Set.of(kari.id()), danger("line " + times, true)));
      get(house.pool.query("UPDATE outbox SET state = 'accepted' WHERE kind = 'line'").execute());
      house.later(Duration.ofMinutes(1));
    }
    get(house.calls.somebodyNeedsHelp(Set.of(kari.id()), danger("one more", true)));
    assertEquals(Kind.LINE.most(), house.states().size());
    assertEquals(Set.of(Kind.LINE), get(house.reminders.usedUp(kari.id())));
    assertEquals(Set.of(), get(house.reminders.usedUp(eva.id())));
    get(house.calls.somebodyNeedsHelp(Set.of(kari.id()), danger("chat", false)));
    assertTrue(house.states().contains("called queued"));
    house.later(Duration.ofHours(24));
    assertEquals(Set.of(), get(house.reminders.usedUp(kari.id())));
  }

  @Test
  void whoeverLooksAtAnyOfTheirDevicesOrWentHomeIsNotTexted() {
    StaffMember per = house.wishing("Per", Role.WORKER);
    DeviceId pers = house.roster.device(per);
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    house.onDuty(kari, house.roster.device(kari), Duration.ZERO);
    house.onDuty(per, pers, Duration.ofMinutes(5));
    rings(Boost.DANGER);
    shown();
    isQueued();
    house.offDuty(pers);
    house.alarms();
    assertEquals(List.of("line dropped"), house.states());
  }

  @Test
  void whatIsNotedSaysNeitherWhoNorWhenAndIsGoneAfterADay() {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    rings(Boost.DANGER);
    shown();
    isQueued();
    passes(Duration.ofMinutes(3));
    house.alarms();
    List<String> causes =
        get(house.pool.query("SELECT cause FROM alarm ORDER BY cause").execute()).stream()
            .map(row -> row.getString("cause"))
            .toList();
    assertEquals(2, causes.size());
    assertTrue(causes.getFirst().matches("called/[0-9a-f]{32}"));
    assertTrue(causes.getLast().matches("unanswered/[0-9a-f]{32}/3"));
    house.later(Duration.ofHours(24));
    assertEquals(4, get(ReminderStores.traces(house.pool).sweep(house.now)));
  }
}
