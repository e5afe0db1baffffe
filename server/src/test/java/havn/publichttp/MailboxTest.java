package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.admission.Passes;
import havn.admission.redis.AdmissionStores;
import havn.http.Answer;
import havn.kernel.id.FileId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mailboxes over HTTP: what their holder may, and what a bad client does not get.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxTest {

  private static final byte[] NONE = {};
  private static final String ACTS = "/api/v1/mailbox/acts";
  private static final String NOT_SIGNED =
      "The act is not signed by this mailbox over a fresh nonce.";

  private PublicForTests site;

  @BeforeAll
  void open() {
    site = new PublicForTests();
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void aMailboxIsMadeReadWrittenAndDeleted() {
    Hand hand = new Hand();
    byte[] note = hand.note("havn");
    assertEquals(204, act(hand, "create", hand.noteWrite(1, note)).status());
    assertEquals(204, act(hand, "create", hand.noteWrite(1, note)).status());
    byte[] second = hand.note("sjø");
    assertEquals(204, act(hand, "note", hand.noteWrite(2, second)).status());
    assertEquals(409, act(hand, "note", hand.noteWrite(2, second)).status());
    Answer opened = act(hand, "open", NONE);
    assertEquals("no-store", opened.header("cache-control"));
    assertEquals(
        new JsonObject()
            .put("version", 2)
            .put("note", Hand.text(second))
            .put("letters", new JsonArray())
            .put("answers", new JsonArray())
            .put("ends", PublicForTests.CLOCK.instant().plus(Duration.ofDays(30)).toString()),
        opened.json());
    assertEquals(204, act(hand, "delete", NONE).status());
    assertEquals(204, act(hand, "delete", NONE).status());
    assertEquals(404, act(hand, "open", NONE).status());
  }

  @Test
  void aLetterWithAFileIsLeftAndTellsItsEnd() {
    Hand hand = somebody();
    String file = upload(Hand.file(16_400)).json().getString("id");
    byte[] post = post("closed-now", file);
    Answer left = act(hand, "letter", post);
    assertEquals(201, left.status());
    JsonObject opened = act(hand, "open", NONE).json();
    assertEquals(left.json().getString("id"), first(opened).getString("id"));
    assertEquals(left.json().getString("ends"), opened.getString("ends"));
    assertEquals(422, act(hand, "letter", post).status(), "the file is taken");
    assertEquals(200, site.ask().get("/api/v1/files/" + file).status());
    act(hand, "delete", NONE);
    assertEquals(404, site.ask().get("/api/v1/files/" + file).status());
  }

  @Test
  void aLetterToNobodyOrWithAFileThatIsNotThereIsRefused() {
    Hand hand = somebody();
    assertEquals(422, act(hand, "letter", post("no-such-service")).status());
    String file = Base64.getUrlEncoder().withoutPadding().encodeToString(FileId.fresh().bytes());
    assertEquals(422, act(hand, "letter", post("closed-now", file)).status());
    assertEquals(404, act(new Hand(), "letter", post("closed-now")).status());
  }

  @Test
  void unknownEndedAndDeletedMailboxesAreAnsweredAlike() {
    Hand deleted = somebody();
    act(deleted, "delete", NONE);
    Hand ended = somebody();
    get(
        site.pool
            .query(
                "UPDATE mailbox SET ends = '2026-11-20T12:00:00Z' WHERE encode(id, 'hex') = '"
                    + ended.mailbox().hex()
                    + "'")
            .execute());
    Answer unknown = act(new Hand(), "open", NONE);
    assertEquals(404, unknown.status());
    for (Hand hand : List.of(deleted, ended)) {
      Answer answer = act(hand, "open", NONE);
      assertEquals(404, answer.status());
      assertEquals(unknown.body(), answer.body());
      assertEquals(unknown.headers().map(), answer.headers().map());
    }
  }

  @Test
  void whoeverHasAMailboxIsGivenAPassThatIsGoodOnceAndNobodyElseIs() {
    Hand hand = somebody();
    Passes passes = AdmissionStores.passes(site.redis);
    JsonObject given = act(hand, "pass", NONE).json();
    assertEquals(60, given.getInteger("seconds"));
    Secret pass = Secret.parse(given.getString("pass")).orElseThrow();
    assertTrue(get(passes.redeem(pass)));
    assertFalse(get(passes.redeem(pass)));
    assertNotEquals(given, act(hand, "pass", NONE).json());
    Answer unknown = act(new Hand(), "pass", NONE);
    Answer opened = act(new Hand(), "open", NONE);
    assertEquals(404, unknown.status());
    assertEquals(opened.body(), unknown.body());
    assertEquals(opened.headers().map(), unknown.headers().map());
    assertEquals(422, act(hand, "pass", new byte[1]).status());
  }

  @Test
  void aNonceIsGoodForOneAct() {
    Hand hand = somebody();
    JsonObject open = hand.act(nonce(), "open", NONE);
    assertEquals(200, send(open).status());
    Answer replayed = send(open);
    assertEquals(401, replayed.status());
    assertEquals(NOT_SIGNED, replayed.title());
    Answer never = send(hand.act(Hand.text(new byte[32]), "open", NONE));
    assertEquals(replayed.body(), never.body());
  }

  @Test
  void aSignatureOfAnotherOrForAnotherActIsRefusedAndUsesTheNonceUp() {
    Hand hand = somebody();
    String nonce = nonce();
    JsonObject mine = hand.act(nonce, "open", NONE);
    JsonObject foreign = new Hand().act(nonce, "open", NONE);
    Answer refused = send(mine.copy().put("signature", foreign.getString("signature")));
    assertEquals(401, refused.status());
    assertEquals(NOT_SIGNED, refused.title());
    assertEquals(401, send(mine).status(), "used up");
    assertEquals(401, send(hand.act(nonce(), "open", NONE).put("act", "delete")).status());
    assertEquals(401, send(hand.act(nonce(), "open", NONE).put("nonce", nonce())).status());
    assertEquals(200, act(hand, "open", NONE).status());
  }

  @Test
  void aForeignMailboxIsNeitherReadNorDeleted() {
    Hand hand = somebody();
    Hand thief = new Hand();
    for (String what : List.of("open", "delete")) {
      JsonObject act = thief.act(nonce(), what, NONE);
      assertEquals(401, send(act.put("mailbox", Hand.text(hand.key.publicKey()))).status());
    }
    assertEquals(200, act(hand, "open", NONE).status());
  }

  @Test
  void aSmallOrderKeyIsNobodysMailbox() {
    byte[] identity = new byte[32];
    identity[0] = 1;
    JsonObject act = new Hand().act(nonce(), "open", NONE);
    act.put("mailbox", Hand.text(identity)).put("signature", Hand.text(new byte[64]));
    assertEquals(401, send(act).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"mailbox\":1}",
        "{\"mailbox\":\"A\",\"nonce\":\"A\",\"act\":\"open\",\"body\":\"\",\"signature\":\"A\"}"
      })
  void whatIsNoActIsRefused(String body) {
    assertEquals(400, site.ask().post(ACTS, body).status());
  }

  @Test
  void bodiesThatAreNoneAreRefusedButCost() {
    Hand hand = somebody();
    assertEquals(400, send(hand.act(nonce(), "erase", NONE)).status());
    assertEquals(422, send(hand.act(nonce(), "open", NONE).put("body", "A")).status());
    assertEquals(422, act(hand, "create", "hei".getBytes()).status());
    assertEquals(422, act(hand, "letter", NONE).status());
    assertEquals(400, act(hand, "letter", new byte[70_000]).status());
    assertEquals(413, site.ask().post(ACTS, "x".repeat(300_000)).status());
  }

  @Test
  void noncesAreDifferentAndPreflightsMayBringATicket() {
    assertNotEquals(nonce(), nonce());
    Answer preflight = site.ask().send("OPTIONS", "/api/v1/files");
    assertTrue(preflight.header("access-control-allow-headers").contains("havn-ticket"));
    assertEquals(200, site.ask().get("/api/v1/services/closed-now/mailbox-keys").status());
    assertEquals(404, site.ask().get("/api/v1/services/nothing/mailbox-keys").status());
  }

  @Test
  void manyNoncesAtOnceAreTooMany() {
    try (PublicForTests own = new PublicForTests()) {
      int refused = 0;
      for (int i = 0; i < 201; i++) {
        refused += own.ask().post("/api/v1/mailbox/nonces").status() == 429 ? 1 : 0;
      }
      assertEquals(1, refused);
      assertFalse(own.ask().post("/api/v1/tickets").status() == 429);
    }
  }

  private Hand somebody() {
    Hand hand = new Hand();
    assertEquals(204, act(hand, "create", hand.noteWrite(1, hand.note("ord"))).status());
    return hand;
  }

  private String nonce() {
    return site.ask().post("/api/v1/mailbox/nonces").json().getString("nonce");
  }

  private Answer act(Hand hand, String act, byte[] body) {
    return send(hand.act(nonce(), act, body));
  }

  private Answer send(JsonObject act) {
    return site.ask().post(ACTS, act.encode());
  }

  private Answer upload(byte[] content) {
    return site.upload(content, get(site.tickets.issue()).reveal());
  }

  private static JsonObject first(JsonObject opened) {
    return opened.getJsonArray("letters").getJsonObject(0);
  }

  private static byte[] post(String service, String... files) {
    var post = Hand.post(service, Hand.sealed(1, "hei"), 1);
    for (String file : files) {
      post.addFiles(ByteString.copyFrom(Base64.getUrlDecoder().decode(file)));
    }
    return post.build().toByteArray();
  }
}
