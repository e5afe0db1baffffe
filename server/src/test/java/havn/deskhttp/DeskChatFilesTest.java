package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Invitation;
import havn.conversation.redis.ConversationStores;
import havn.http.Answer;
import havn.http.Asking;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files that staff send in a running chat. Camila, a volunteer, leads it.
class DeskChatFilesTest {

  private static final byte[] FILE = Hand.file(16_400);

  private LettersForTests house;
  private Conversations conversations;
  private final ConversationId chat = ConversationId.fresh();

  @BeforeEach
  void open() {
    house = new LettersForTests();
    conversations = house.desk.conversations;
    var ring =
        new Conversation.Ring(
            new ServiceId("pro-mann"),
            "self",
            "nb",
            ByteString.EMPTY,
            Secret.fresh().fingerprint(),
            LettersForTests.NOW);
    get(conversations.open(chat, ring));
    get(conversations.claim(chat, house.camila.console.id));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theLeadSendsAFileAndEverybodyOfStaffWhoKnowsItsIdMayHaveTheSealedBytes() {
    Answer kept = send(house.camila, house.camila.console.id);
    assertEquals(201, kept.status());
    String path = "/api/chats/files/" + kept.json().getString("id");
    Answer read = house.camila.page().get(path);
    assertEquals(200, read.status());
    assertEquals("attachment", read.header("content-disposition"));
    assertEquals("16400", read.header("content-length"));
    assertEquals(401, house.desk.ask().get(path).status());
  }

  @Test
  void filesOfLettersAreNotFoundAmongThoseOfChats() {
    Answer kept =
        house
            .ola
            .page()
            .with("content-type", "application/octet-stream")
            .post("/api/files", BodyPublishers.ofByteArray(FILE));
    assertEquals(201, kept.status());
    String id = kept.json().getString("id");
    assertEquals(200, house.ola.page().get("/api/files/" + id).status());
    assertEquals(404, house.ola.page().get("/api/chats/files/" + id).status());
    assertEquals(404, house.camila.page().get("/api/chats/files/" + id).status());
  }

  @Test
  void aMemberSendsFilesUntilItLeaves() {
    DeviceId ola = house.ola.console.id;
    var memberships = ConversationStores.memberships(house.desk.redis);
    var until = LettersForTests.NOW.plus(Invitation.LIFE);
    get(
        memberships.invite(
            chat, 1, new Invitation(ola, Invitation.Kind.JOIN, until), LettersForTests.NOW));
    assertEquals(404, send(house.ola, ola).status(), "invited is not in it");
    get(memberships.accept(chat, ola, LettersForTests.NOW));
    assertEquals(201, send(house.ola, ola).status());
    get(memberships.leave(chat, ola));
    assertEquals(404, send(house.ola, ola).status());
  }

  @Test
  void nobodySendsAsADeviceOfSomebodyElseOrIntoAnotherChat() {
    Answer refused = send(house.ola, house.ola.console.id);
    assertEquals(404, refused.status());
    assertEquals(refused.body(), send(house.ola, house.camila.console.id).body());
    assertEquals(refused.body(), post(sending(house.camila)).body());
    assertEquals(
        refused.body(),
        post(sending(house.camila)
                .with("havn-chat", Hand.text(ConversationId.fresh().bytes()))
                .with("havn-device", Hand.text(house.camila.console.id.bytes())))
            .body());
    assertEquals(401, post(mine(house.desk.ask(), house.camila.console.id)).status());
    Asking elsewhere = mine(house.camila.page(), house.camila.console.id);
    assertEquals(403, post(elsewhere.with("origin", "https://evil.example")).status());
  }

  @Test
  void afterTheEndNothingIsKept() {
    get(conversations.end(chat, StreamBody.end(EndReason.BY_VISITOR)));
    assertEquals(404, send(house.camila, house.camila.console.id).status());
  }

  private Answer send(LettersForTests.Person who, DeviceId device) {
    return post(mine(who.page(), device));
  }

  private Asking sending(LettersForTests.Person who) {
    return who.page().with("content-type", "application/octet-stream");
  }

  private Asking mine(Asking asking, DeviceId device) {
    return asking
        .with("content-type", "application/octet-stream")
        .with("havn-chat", Hand.text(chat.bytes()))
        .with("havn-device", Hand.text(device.bytes()));
  }

  private static Answer post(Asking asking) {
    return asking.post("/api/chats/files", BodyPublishers.ofByteArray(FILE));
  }
}
