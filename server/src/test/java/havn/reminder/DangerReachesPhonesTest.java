package havn.reminder;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.conversation.Conversation;
import havn.danger.DangerCall;
import havn.danger.DangerDesk.Outcome;
import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.duty.Reach;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.reminder.postgres.ReminderStores;
import havn.shift.ShiftsForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody in a chat is in danger and no console rings: phones do, over real stores, at any hour.
class DangerReachesPhonesTest {

  private static final String NOW = NUMBER + " Noen trenger deg nå.";
  private static final String UNANSWERED = NUMBER + " Det haster, og ingen har kommet.";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);
  private final Secret capability = Secret.fresh();
  private final StaffMember kari = wishing("Kari", Role.WORKER);
  private final DeviceId karis = house.roster.device(kari);
  private final ConversationId chat = ConversationId.fresh();

  DangerReachesPhonesTest() throws Exception {
    house.at("2026-11-21T01:00:00Z");
    get(
        house.conversations.open(
            chat,
            new Conversation.Ring(
                ShiftsForTests.SERVICE,
                "self",
                "nb",
                ByteString.EMPTY,
                capability.fingerprint(),
                house.now)));
    get(house.conversations.claim(chat, karis));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /// Who wishes for a text while on duty.
  private StaffMember wishing(String name, Role role) {
    StaffMember member = house.reachable(name, role);
    assertTrue(get(house.reminders.wish(member.id(), new ReminderStore.Wishes(true, true, true))));
    return member;
  }

  private void onDuty(StaffMember who, DeviceId device, Duration silent) {
    DutyRecord record =
        new DutyRecord(
            device,
            house.now.plusSeconds(7_200),
            house.now.minus(silent),
            true,
            3,
            3,
            true,
            true,
            Optional.of(Reach.of(who.id())),
            Optional.empty(),
            Abilities.speaking("nb"));
    get(house.presences.put(Set.of(ShiftsForTests.SERVICE), record));
  }

  private Outcome calls() {
    return get(house.danger.byVisitor(chat, capability)).outcome();
  }

  private void sent(String... texts) {
    until(
        "the texts went out",
        () -> {
          get(house.sender().round());
          return provider.arrived.size() >= texts.length;
        });
    round();
    assertEquals(List.of(texts), provider.arrived);
  }

  private void round() {
    get(house.alarming.round());
    get(house.sender().round());
  }

  @Test
  void whoeverHasLockedTheirPhoneIsTextedOnceAtNightOnABreakAndFullToo() {
    StaffMember per = wishing("Per", Role.WORKER);
    onDuty(kari, karis, Duration.ZERO);
    onDuty(per, house.roster.device(per), Duration.ofMinutes(20));
    assertEquals(Outcome.ALONE, calls());
    calls();
    sent(NOW);
  }

  @Test
  void theLeadIsTextedToo() {
    onDuty(kari, karis, Duration.ofMinutes(5));
    calls();
    sent(NOW);
  }

  @Test
  void whoIsSeenOnAnyOfTheirDevicesOrHasNoWishIsNotTexted() {
    onDuty(kari, karis, Duration.ofMinutes(5));
    onDuty(kari, house.roster.device(kari), Duration.ZERO);
    StaffMember ola = house.reachable("Ola", Role.WORKER);
    onDuty(ola, house.roster.device(ola), Duration.ofMinutes(5));
    StaffMember ida = wishing("Ida", Role.WORKER);
    onDuty(ida, house.roster.device(ida), Reach.HOLDS);
    calls();
    round();
    assertEquals(List.of(), house.states());
  }

  @Test
  void whoeverLocksTheirPhoneLaterIsTextedWithTheNextLookOfTheRoleThatSends() {
    onDuty(kari, karis, Duration.ZERO);
    calls();
    house.later(Duration.ofMinutes(1));
    round();
    sent(NOW);
  }

  @Test
  void whatIsOverWhenItWouldBeSentIsNotSaid() {
    onDuty(kari, karis, Duration.ofMinutes(5));
    calls();
    until("it is queued", () -> house.states().size() == 1);
    get(house.danger.over(karis, chat));
    round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("called dropped"), house.states());
  }

  @Test
  void coordinatorsAreToldAtOnceWhereNobodyElseHearsIt() {
    house.reachable("Eva", Role.COORDINATOR);
    onDuty(kari, karis, Duration.ZERO);
    calls();
    round();
    round();
    assertEquals(List.of(UNANSWERED), provider.arrived);
  }

  @Test
  void coordinatorsAreToldThreeMinutesLaterWhereOthersHearItAndNobodyAnswers() {
    house.reachable("Eva", Role.COORDINATOR);
    StaffMember per = wishing("Per", Role.WORKER);
    DeviceId pers = house.roster.device(per);
    assertEquals(Outcome.CALLED, heardBy(per, pers));
    passes(Duration.ofSeconds(179), per, pers);
    round();
    assertEquals(List.of(), provider.arrived);
    passes(Duration.ofSeconds(1), per, pers);
    round();
    round();
    assertEquals(List.of(UNANSWERED), provider.arrived);
  }

  @Test
  void whoeverSaysThatTheyComeHasTenMinutesForIt() {
    house.reachable("Eva", Role.COORDINATOR);
    StaffMember per = wishing("Per", Role.WORKER);
    DeviceId pers = house.roster.device(per);
    heardBy(per, pers);
    says(pers, DangerCall.Word.COMES);
    passes(Duration.ofSeconds(599), per, pers);
    round();
    assertEquals(List.of(), provider.arrived);
    passes(Duration.ofSeconds(1), per, pers);
    round();
    assertEquals(List.of(UNANSWERED), provider.arrived);
  }

  @Test
  void coordinatorsAreToldOnceOfEachStage() {
    house.reachable("Eva", Role.COORDINATOR);
    onDuty(kari, karis, Duration.ZERO);
    calls();
    for (int minutes = 0; minutes < 15; minutes++) {
      round();
      round();
      house.later(Duration.ofMinutes(1));
      onDuty(kari, karis, Duration.ZERO);
      assertEquals(minutes < 3 ? 1 : minutes < 10 ? 2 : 3, provider.arrived.size());
    }
  }

  @Test
  void nothingIsSaidOfACallThatIsOver() {
    onDuty(kari, karis, Duration.ZERO);
    get(house.danger.fromLine(chat));
    get(house.danger.over(karis, chat));
    StaffMember per = wishing("Per", Role.WORKER);
    onDuty(per, house.roster.device(per), Duration.ofMinutes(20));
    get(house.danger.fromLine(chat));
    for (int rounds = 0; rounds < 3; rounds++) {
      round();
    }
    assertEquals(List.of(), house.states());
  }

  @Test
  void whatIsNotedOfACallSaysNeitherWhereNorWhenAndIsGoneAfterADay() {
    house.reachable("Eva", Role.COORDINATOR);
    onDuty(kari, karis, Duration.ofMinutes(5));
    calls();
    until(
        "both are told",
        () -> {
          round();
          return told() == 2;
        });
    String causes = "SELECT cause FROM alarm";
    get(house.pool.query(causes).execute())
        .forEach(
            row ->
                assertTrue(
                    row.getString("cause")
                        .matches("called/[0-9a-f]{32}|unanswered/[0-9a-f]{32}/alone")));
    house.later(Duration.ofHours(24).minusSeconds(1));
    DangerTraces traces = ReminderStores.traces(house.pool);
    assertEquals(0, get(traces.sweep(house.now)));
    house.later(Duration.ofSeconds(1));
    assertEquals(4, get(traces.sweep(house.now)));
    assertEquals(0, told());
    assertEquals(List.of(), house.states());
  }

  private int told() {
    return get(house.pool.query("SELECT FROM alarm").execute()).size();
  }

  @Test
  void whoeverAnsweredBeforeTheTextWentOutIsNotTexted() {
    StaffMember per = wishing("Per", Role.WORKER);
    DeviceId pers = house.roster.device(per);
    onDuty(kari, karis, Duration.ZERO);
    onDuty(per, pers, Duration.ofMinutes(5));
    calls();
    until("it is queued", () -> house.states().size() == 1);
    says(pers, DangerCall.Word.HEARD);
    for (int rounds = 0; rounds < 3; rounds++) {
      round();
    }
    assertEquals(List.of("called dropped"), house.states());
  }

  private void says(DeviceId device, DangerCall.Word word) {
    Shift shift =
        new Shift(
            device,
            Set.of(ShiftsForTests.SERVICE),
            house.now.plusSeconds(7_200),
            false,
            3,
            true,
            Optional.empty(),
            Abilities.speaking("nb"));
    assertTrue(get(house.danger.answer(shift, chat, word)).isPresent());
  }

  private Outcome heardBy(StaffMember per, DeviceId pers) {
    onDuty(kari, karis, Duration.ZERO);
    onDuty(per, pers, Duration.ZERO);
    return calls();
  }

  /// Both consoles stay connected.
  private void passes(Duration time, StaffMember per, DeviceId pers) {
    house.later(time);
    onDuty(kari, karis, Duration.ZERO);
    onDuty(per, pers, Duration.ZERO);
  }
}
