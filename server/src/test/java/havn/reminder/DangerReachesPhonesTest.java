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
  private final StaffMember kari = house.wishing("Kari", Role.WORKER);
  private final DeviceId karis = house.roster.device(kari);
  private final StaffMember per = house.wishing("Per", Role.WORKER);
  private final DeviceId pers = house.roster.device(per);
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
    house.alarms();
    assertEquals(List.of(texts), provider.arrived);
  }

  @Test
  void whoeverHasLockedTheirPhoneIsTextedOnceAtNightOnABreakAndFullToo() {
    house.onDuty(kari, karis, Duration.ZERO);
    house.onDuty(per, pers, Duration.ofMinutes(20));
    assertEquals(Outcome.ALONE, calls());
    calls();
    sent(NOW);
  }

  @Test
  void whatWasSaidInTheLineCountsApartFromCallsOutOfChatsAlsoOnceTheyAreTaken() {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ZERO);
    house.onDuty(per, pers, Duration.ofMinutes(20));
    get(house.danger.fromLine(chat));
    until(
        "both are told",
        () -> {
          house.alarms();
          return provider.arrived.size() == 2;
        });
    assertEquals(
        List.of("line accepted", "untaken accepted"), house.states().stream().sorted().toList());
  }

  @Test
  void theLeadIsTextedToo() {
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    calls();
    sent(NOW);
  }

  @Test
  void whoIsSeenOnAnyOfTheirDevicesOrHasNoWishIsNotTexted() {
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    house.onDuty(kari, house.roster.device(kari), Duration.ZERO);
    StaffMember ola = house.reachable("Ola", Role.WORKER);
    house.onDuty(ola, house.roster.device(ola), Duration.ofMinutes(5));
    StaffMember ida = house.wishing("Ida", Role.WORKER);
    house.onDuty(ida, house.roster.device(ida), Reach.HOLDS);
    calls();
    house.alarms();
    assertEquals(List.of(), house.states());
  }

  @Test
  void whoeverLocksTheirPhoneLaterIsTextedWithTheNextLookOfTheRoleThatSends() {
    house.onDuty(kari, karis, Duration.ZERO);
    calls();
    house.later(Duration.ofMinutes(1));
    house.alarms();
    sent(NOW);
  }

  @Test
  void whatIsOverWhenItWouldBeSentIsNotSaid() {
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    calls();
    until("it is queued", () -> house.states().size() == 1);
    get(house.danger.over(karis, chat));
    house.alarms();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("called dropped"), house.states());
  }

  @Test
  void coordinatorsAreToldAtOnceWhereNobodyElseHearsIt() {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ZERO);
    calls();
    house.alarms();
    house.alarms();
    assertEquals(List.of(UNANSWERED), provider.arrived);
  }

  @Test
  void coordinatorsAreToldAlsoWhileNoLineCanBeRead() {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ZERO);
    calls();
    house.breakLine();
    house.alarming.round().toCompletionStage().toCompletableFuture().exceptionally(e -> 0).join();
    until("it is queued", () -> house.states().contains("unanswered queued"));
  }

  @Test
  void coordinatorsAreToldThreeMinutesLaterWhereOthersHearItAndNobodyAnswers() {
    heardByPer();
    nothingIsSaidBefore(Duration.ofMinutes(3));
  }

  @Test
  void whoeverSaysThatTheyComeHasTenMinutesForIt() {
    heardByPer();
    says(pers, DangerCall.Word.COMES);
    nothingIsSaidBefore(Duration.ofMinutes(10));
  }

  private void heardByPer() {
    house.reachable("Eva", Role.COORDINATOR);
    passes(Duration.ZERO);
    assertEquals(Outcome.CALLED, calls());
  }

  private void nothingIsSaidBefore(Duration time) {
    passes(time.minusSeconds(1));
    house.alarms();
    assertEquals(List.of(), provider.arrived);
    passes(Duration.ofSeconds(1));
    house.alarms();
    house.alarms();
    assertEquals(List.of(UNANSWERED), provider.arrived);
  }

  /// Both consoles stay connected.
  private void passes(Duration time) {
    house.later(time);
    house.onDuty(kari, karis, Duration.ZERO);
    house.onDuty(per, pers, Duration.ZERO);
  }

  @Test
  void coordinatorsAreToldOnceOfEachStage() {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ZERO);
    calls();
    for (int minutes = 0; minutes < 15; minutes++) {
      house.alarms();
      house.alarms();
      house.later(Duration.ofMinutes(1));
      house.onDuty(kari, karis, Duration.ZERO);
      assertEquals(minutes < 3 ? 1 : minutes < 10 ? 2 : 3, provider.arrived.size());
    }
  }

  @Test
  void nothingIsSaidOfACallThatIsOver() {
    house.onDuty(kari, karis, Duration.ZERO);
    get(house.danger.fromLine(chat));
    get(house.danger.over(karis, chat));
    house.onDuty(per, pers, Duration.ofMinutes(20));
    get(house.danger.fromLine(chat));
    for (int rounds = 0; rounds < 3; rounds++) {
      house.alarms();
    }
    assertEquals(List.of(), house.states());
  }

  @Test
  void whatIsNotedOfACallSaysNeitherWhereNorWhenAndIsGoneAfterADay() {
    house.reachable("Eva", Role.COORDINATOR);
    house.onDuty(kari, karis, Duration.ofMinutes(5));
    calls();
    until(
        "both are told",
        () -> {
          house.alarms();
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
    VisitTraces traces = ReminderStores.traces(house.pool);
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
    house.onDuty(kari, karis, Duration.ZERO);
    house.onDuty(per, pers, Duration.ofMinutes(5));
    calls();
    until("it is queued", () -> house.states().size() == 1);
    says(pers, DangerCall.Word.HEARD);
    for (int rounds = 0; rounds < 3; rounds++) {
      house.alarms();
    }
    assertEquals(List.of("called dropped"), house.states());
  }

  @Test
  void whoeverWentOffDutyBeforeTheTextWentOutIsNotTexted() {
    house.onDuty(kari, karis, Duration.ZERO);
    house.onDuty(per, pers, Duration.ofMinutes(5));
    calls();
    until("it is queued", () -> house.states().size() == 1);
    house.offDuty(pers);
    house.alarms();
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
}
