package havn.reminder;

import static havn.Eventually.get;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.conversation.Conversation;
import havn.conversation.Invitation;
import havn.conversation.Memberships;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.reminder.postgres.ReminderStores;
import havn.shift.Place;
import havn.shift.SeatAct;
import havn.shift.ShiftsForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A chat goes on long after closing, or after a volunteer's shift, and no console is open.
class ChatsThatGoOnTest {

  private static final String OVERTIME = NUMBER + " Noen holder på ennå. Se i konsollen.";
  private static final String RELIEVE = NUMBER + " Noen bør løses av. Se i konsollen.";
  private static final String STILL = NUMBER + " Noen bør fortsatt løses av. Se i konsollen.";

  /// 13:30 to 20:00, which is 19:00 of the clock.
  private static final String FRIDAY =
      """
      {"day":"friday","from":"13:30","to":"20:00"}\
      """;

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);
  private final ConversationId chat = ConversationId.fresh();

  ChatsThatGoOnTest() throws Exception {
    house.open(FRIDAY);
    house.at("2026-11-20T18:00:00Z");
  }

  @AfterEach
  void close() {
    house.close();
  }

  /// Has the chat, as the store says.
  private DeviceId has(StaffMember who, ConversationId id) {
    DeviceId device = house.roster.device(who);
    get(
        house.conversations.open(
            id,
            new Conversation.Ring(
                ShiftsForTests.SERVICE,
                "self",
                "nb",
                ByteString.EMPTY,
                Secret.fresh().fingerprint(),
                house.now)));
    assertEquals(1, get(house.conversations.claim(id, device)));
    assertTrue(get(house.conversations.reserve(device, id, 3)));
    return device;
  }

  private void comesIn(DeviceId device, Invitation.Kind kind) {
    Invitation asked = new Invitation(device, kind, house.now.plus(Invitation.LIFE));
    assertEquals(
        Memberships.Invited.DONE, get(house.memberships.invite(chat, 1, asked, house.now)));
    assertTrue(get(house.memberships.accept(chat, device, house.now)).isPresent());
    assertTrue(get(house.conversations.reserve(device, chat, 3)));
  }

  private void ends(ConversationId id, DeviceId of) {
    assertTrue(get(house.conversations.end(id, new byte[1])).isPresent());
    get(house.conversations.release(of, id));
  }

  /// Somebody had a shift from 18:00 to 20:00, and so rights until 20:15.
  private StaffMember volunteer() {
    StaffMember eva = house.somebody("Eva", Role.VOLUNTEER);
    Place place = ShiftsForTests.place(house.plan("2026-11-20", "18:00", "20:00"), "2026-11-20");
    house.does(eva, new SeatAct.SignUp(place));
    return eva;
  }

  @Test
  void coordinatorsAndNobodyElseAreToldOnceHalfAnHourAfterClosing() {
    house.wishing("Kari", Role.COORDINATOR);
    house.wishing("Per", Role.WORKER);
    has(house.somebody("Ola", Role.WORKER), chat);
    house.at("2026-11-20T19:29:59Z");
    house.alarms();
    assertEquals(List.of(), provider.arrived);
    house.later(Duration.ofSeconds(1));
    for (int rounds = 0; rounds < 4; rounds++) {
      house.alarms();
      house.later(Duration.ofMinutes(40));
    }
    assertEquals(List.of(OVERTIME), provider.arrived);
  }

  @Test
  void whoeverHasTheChatIsNotToldOfItAndTheOthersAre() {
    house.wishing("Kari", Role.COORDINATOR);
    has(house.wishing("Ida", Role.COORDINATOR), chat);
    house.at("2026-11-20T19:40:00Z");
    house.alarms();
    assertEquals(List.of(OVERTIME), provider.arrived);
  }

  @Test
  void howeverManyChatsGoOnItIsOneTextAndNoneForOneThatEndsBeforeItIsSent() {
    house.wishing("Kari", Role.COORDINATOR);
    ConversationId other = ConversationId.fresh();
    StaffMember ola = house.somebody("Ola", Role.WORKER);
    DeviceId olas = has(ola, chat);
    DeviceId second = has(ola, other);
    house.at("2026-11-20T19:40:00Z");
    get(house.alarming.round());
    ends(chat, olas);
    ends(other, second);
    get(house.sender().round());
    assertEquals(List.of(), provider.arrived);
    has(ola, ConversationId.fresh());
    has(ola, ConversationId.fresh());
    house.alarms();
    assertEquals(List.of(OVERTIME), provider.arrived);
  }

  @Test
  void whoeverMayTakeOverAVolunteersChatIsToldOnceTheShiftIsOverAndAgainAnHourLater() {
    house.wishing("Per", Role.WORKER);
    house.wishing("Jo", Role.VOLUNTEER);
    has(volunteer(), chat);
    house.open("");
    house.at("2026-11-20T19:14:59Z");
    house.alarms();
    assertEquals(List.of(), provider.arrived, "silent in the shift is not after it");
    house.later(Duration.ofSeconds(1));
    for (int minutes = 0; minutes < 180; minutes += 20) {
      house.alarms();
      house.alarms();
      assertEquals(minutes < 60 ? List.of(RELIEVE) : List.of(RELIEVE, STILL), provider.arrived);
      house.later(Duration.ofMinutes(20));
    }
  }

  @Test
  void aWorkersChatConcernsNobodyAfterAShiftAlsoWithAVolunteerBeside() {
    house.wishing("Per", Role.WORKER);
    has(house.somebody("Ola", Role.WORKER), chat);
    DeviceId evas = house.roster.device(volunteer());
    comesIn(evas, Invitation.Kind.JOIN);
    house.open("");
    house.at("2026-11-20T23:00:00Z");
    house.alarms();
    assertEquals(List.of(), house.states());
  }

  @Test
  void nothingIsSaidOnceAWorkerTookOver() {
    house.wishing("Per", Role.WORKER);
    DeviceId evas = has(volunteer(), chat);
    house.open("");
    house.at("2026-11-20T19:20:00Z");
    get(house.alarming.round());
    DeviceId olas = house.roster.device(house.somebody("Ola", Role.WORKER));
    comesIn(olas, Invitation.Kind.HANDOVER);
    get(house.conversations.release(evas, chat));
    get(house.sender().round());
    house.later(Duration.ofHours(2));
    house.alarms();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("aftershift dropped"), house.states());
  }

  @Test
  void twoProcessesThatLookAtOnceTellEachOnce() {
    house.wishing("Kari", Role.COORDINATOR);
    house.wishing("Per", Role.WORKER);
    has(volunteer(), chat);
    house.at("2026-11-20T19:20:00Z");
    Alarming other = new Alarming(house.store, house.watch, () -> house.now);
    get(Future.join(house.alarming.round(), other.round(), house.alarming.round(), other.round()));
    get(Future.join(house.sender().round(), house.sender().round()));
    house.alarms();
    assertEquals(List.of(RELIEVE, RELIEVE), provider.arrived);
  }

  @Test
  void whatIsNotedSaysNeitherWhereNorWhoseAndIsGoneAfterADay() {
    house.wishing("Kari", Role.COORDINATOR);
    has(volunteer(), chat);
    house.at("2026-11-20T19:40:00Z");
    house.alarms();
    List<String> causes =
        get(house.pool.query("SELECT cause FROM alarm ORDER BY cause").execute()).stream()
            .map(row -> row.getString("cause"))
            .toList();
    assertEquals(2, causes.size());
    assertTrue(causes.getFirst().matches("aftershift/[0-9a-f]{32}/now"), causes::toString);
    assertTrue(causes.getLast().matches("overtime/[0-9a-f]{32}"), causes::toString);
    house.later(Duration.ofHours(24).minusSeconds(1));
    VisitTraces traces = ReminderStores.traces(house.pool);
    assertEquals(0, get(traces.sweep(house.now)));
    house.later(Duration.ofSeconds(1));
    assertEquals(4, get(traces.sweep(house.now)));
  }
}
