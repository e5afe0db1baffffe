package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Reloads;
import havn.http.Binary;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Randomness;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A page that was loaded anew gets back what it sealed, for an hour and until the end.
class ReloadTest {

  private static final Instant NOW = PublicForTests.CLOCK.instant();

  private final PublicForTests house = new PublicForTests();
  private final ConversationId id = ConversationId.fresh();
  private final Secret capability = Secret.fresh();
  private final Secret key = Secret.fresh();
  private final byte[] sealed = Randomness.bytes(Reloads.BYTES);

  @BeforeEach
  void aChatIsKept() {
    get(
        house.conversations.open(
            id,
            new Conversation.Ring(
                new ServiceId("late-now"),
                "self",
                "nb",
                ByteString.EMPTY,
                capability.fingerprint(),
                NOW)));
    get(house.conversations.claim(id, DeviceId.fresh()));
    assertEquals(204, keep(capability));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void thePageGetsWhatItSealedAsOftenAsItComesBack() {
    assertArrayEquals(sealed, open(id, key).orElseThrow());
    assertArrayEquals(sealed, open(id, key).orElseThrow());
  }

  @Test
  void aWrongKeyAnUnknownChatAndWhatIsTooOldAreAnsweredAlike() {
    assertEquals(Optional.empty(), open(id, Secret.fresh()));
    assertEquals(Optional.empty(), open(ConversationId.fresh(), key));
    house.ahead = Reloads.LIFE;
    assertEquals(Optional.empty(), open(id, key));
  }

  @Test
  void aConnectionMakesItLastAnHourMore() {
    get(house.reloads.renew(id, NOW.plus(Duration.ofMinutes(50))));
    house.ahead = Reloads.LIFE.plusMinutes(49);
    assertTrue(open(id, key).isPresent());
    house.ahead = Reloads.LIFE.plusMinutes(50);
    assertTrue(open(id, key).isEmpty());
  }

  @Test
  void nobodyKeepsForAVisitThatIsNotTheirs() {
    assertEquals(204, keep(Secret.fresh()));
    assertEquals(204, post("let-go", with(new JsonObject(), Secret.fresh())));
    assertTrue(open(id, key).isPresent());
  }

  @Test
  void theEndTakesItAndNothingIsKeptAfterIt() {
    get(house.conversations.end(id, new byte[] {8, 1}));
    assertTrue(open(id, key).isEmpty());
    assertEquals(204, keep(capability));
    assertTrue(open(id, key).isEmpty());
  }

  @Test
  void deleteNowAndLettingGoTakeItToo() {
    assertEquals(204, post("let-go", with(new JsonObject(), capability)));
    assertTrue(open(id, key).isEmpty());
    keep(capability);
    assertEquals(204, post("erase", with(new JsonObject(), capability)));
    assertTrue(open(id, key).isEmpty());
  }

  @Test
  void theReaperTakesWhatIsOverAndNothingElse() {
    get(house.reloads.sweep(NOW.plus(Reloads.LIFE).minusMillis(1)));
    assertTrue(open(id, key).isPresent());
    assertTrue(get(house.reloads.sweep(NOW.plus(Reloads.LIFE))) >= 1);
    assertTrue(open(id, key).isEmpty());
  }

  private int keep(Secret with) {
    JsonObject body = new JsonObject().put("key", key.reveal()).put("sealed", Binary.text(sealed));
    return post("keep", with(body, with));
  }

  private JsonObject with(JsonObject body, Secret proof) {
    return body.put("conversation", Hand.text(id.bytes())).put("capability", proof.reveal());
  }

  private Optional<byte[]> open(ConversationId conversation, Secret with) {
    JsonObject body =
        new JsonObject()
            .put("conversation", Hand.text(conversation.bytes()))
            .put("key", with.reveal());
    var answer = house.ask().post("/api/v1/visits/open", body.encode());
    return answer.status() == 200 ? Binary.read(answer.json(), "sealed") : Optional.empty();
  }

  private int post(String what, JsonObject body) {
    return house.ask().post("/api/v1/visits/" + what, body.encode()).status();
  }
}
