package havn.deskhttp;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.http.Answer;
import havn.journal.JournalLine;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ArchiveId;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import havn.transcript.ArchiveBounds;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Transcripts on the desk port. Nadheim keeps them for 14 days, Pro Mann does not.
class ArchivesTest {

  private LettersForTests house;
  private LettersForTests.Person amina;
  private LettersForTests.Person boss;

  @BeforeEach
  void open() {
    house = new LettersForTests();
    amina = house.elsewhere;
    boss = house.berit;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aTranscriptIsBegunWrittenListedOpenedAndErased() {
    JsonObject begun = begin(amina, chat("nadheim", amina), 1).json();
    assertEquals(ArchiveBounds.SHARE_BYTES, bytes(begun.getString("share")).length);
    assertEquals("2026-12-04T12:00:00Z", begun.getString("ends"));
    String path = "/api/archives/" + begun.getString("id");
    assertEquals(204, amina.page().post(path + "/parts", part(1, 4_112)).status());
    assertEquals(204, amina.page().post(path + "/parts", part(2, 65_552)).status());

    JsonObject head =
        boss.page().get("/api/archives").json().getJsonArray("archives").getJsonObject(0);
    assertEquals(begun.getString("id"), head.getString("id"));
    assertEquals(2, head.getInteger("parts"));
    assertEquals(0, journal().size(), "a list opens nothing");

    JsonObject opened = boss.page().post(path + "/open").json();
    assertEquals(begun.getString("share"), opened.getString("share"));
    assertEquals(2, opened.getJsonArray("parts").size());
    assertTrue(journal().getFirst().text().contains("\tarchive.open\t"));
    assertFalse(journal().getFirst().text().contains(begun.getString("id")));

    assertEquals(204, boss.page().post(path + "/erase").status());
    assertEquals(404, boss.page().post(path + "/open").status());
    assertTrue(journal().get(1).text().contains("\tarchive.erase\t"));
    assertTrue(get(house.desk.shares.find(id(begun))).isEmpty());
  }

  @Test
  void onlyTheLeadUnderItsFenceBeginsOneAndOnlyWhereTheServiceKeepsThem() {
    ConversationId chat = chat("nadheim", amina);
    assertEquals(403, begin(boss, chat, 1).status());
    assertEquals(403, begin(amina, chat, 2).status());
    assertEquals(403, begin(amina, ConversationId.fresh(), 1).status());
    assertEquals(409, begin(house.ola, chat("pro-mann", house.ola), 1).status());
    assertEquals(403, begin(house.camila, chat("pro-mann", house.camila), 1).status());
    assertEquals(201, begin(amina, chat, 1).status());
  }

  @Test
  void whoLedLastMayStillBeginOneAfterAShortChatHasEnded() {
    ConversationId chat = chat("nadheim", amina);
    get(house.desk.conversations.end(chat, StreamBody.end(EndReason.BY_VISITOR)));
    assertEquals(403, begin(boss, chat, 1).status());
    assertEquals(201, begin(amina, chat, 1).status());
    get(house.desk.conversations.forget(chat));
    assertEquals(403, begin(amina, chat, 1).status());
  }

  @Test
  void oneThatIsBegunWhileTheVisitorDeletesEverythingIsShreddedAtOnce() {
    ConversationId chat = chat("nadheim", amina);
    Transaction held = lockArchives();
    var asked = CompletableFuture.supplyAsync(() -> begin(amina, chat, 1).status());
    until("the beginning waits for the table", this::somebodyWaitsForArchives);
    get(house.desk.conversations.forget(chat));
    get(held.commit());
    assertEquals(403, asked.join());
    assertEquals(0, count("SELECT count(*) FROM archive"));
  }

  /// Nobody writes an archive until this transaction ends.
  private Transaction lockArchives() {
    SqlConnection connection = get(house.desk.pool.getConnection());
    Transaction transaction = get(connection.begin());
    get(connection.query("LOCK TABLE archive IN SHARE MODE").execute());
    transaction.completion().onComplete(ended -> connection.close());
    return transaction;
  }

  private boolean somebodyWaitsForArchives() {
    return count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0;
  }

  private long count(String query) {
    return get(house.desk.pool.query(query).execute()).iterator().next().getLong(0);
  }

  @Test
  void othersNeitherSeeNorOpenIt() {
    String path = "/api/archives/" + begin(amina, chat("nadheim", amina), 1).json().getString("id");
    JsonObject list = house.ola.page().get("/api/archives").json();
    assertEquals(new JsonArray(), list.getJsonArray("archives"));
    assertEquals(404, house.ola.page().post(path + "/open").status());
    assertEquals(403, house.camila.page().post(path + "/open").status());
    assertEquals(403, amina.page().post(path + "/erase").status());
    assertEquals(401, house.desk.ask().post(path + "/open").status());
    assertEquals(404, boss.page().post(path + "/parts", part(1, 4_112)).status());
    assertEquals(0, journal().size());
  }

  @Test
  void whatIsNotWrittenIntoTheJournalIsNotOpened() {
    String path = "/api/archives/" + begin(amina, chat("nadheim", amina), 1).json().getString("id");
    get(house.desk.pool.query("ALTER TABLE journal RENAME TO gone").execute());
    Answer refused = boss.page().post(path + "/open");
    assertEquals(503, refused.status());
    assertFalse(refused.json().containsKey("share"));
  }

  @Test
  void withoutItsShareItOpensToNobody() {
    JsonObject begun = begin(amina, chat("nadheim", amina), 1).json();
    get(house.desk.shares.shred(id(begun)));
    String path = "/api/archives/" + begun.getString("id") + "/open";
    assertEquals(410, boss.page().post(path).status());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_096, 4_111, 4_113, 16_384, 65_536, 65_553})
  void partsOfOtherLengthsAreRefused(int bytes) {
    String path = "/api/archives/" + begin(amina, chat("nadheim", amina), 1).json().getString("id");
    int status = amina.page().post(path + "/parts", part(1, bytes)).status();
    assertTrue(status == 400 || status == 422, bytes + " bytes answered " + status);
    assertEquals(204, amina.page().post(path + "/parts", part(1, 16_400)).status());
  }

  @Test
  void wrapsThatAreNoEnvelopeForTheDevicesAreRefused() {
    ConversationId chat = chat("nadheim", amina);
    byte[] wraps = Hand.sealed(2, "key");
    assertEquals(422, amina.page().post("/api/archives", body(chat, 1, wraps, 1)).status());
    assertEquals(422, amina.page().post("/api/archives", body(chat, 1, new byte[400], 1)).status());
    assertEquals(201, amina.page().post("/api/archives", body(chat, 1, wraps, 2)).status());
  }

  private Answer begin(LettersForTests.Person who, ConversationId chat, long fence) {
    return who.page().post("/api/archives", body(chat, fence, Hand.sealed(1, "key"), 1));
  }

  private static String body(ConversationId chat, long fence, byte[] wraps, int devices) {
    JsonArray ids = new JsonArray();
    for (int i = 0; i < devices; i++) {
      ids.add(Hand.text(ArchiveId.fresh().bytes()));
    }
    return new JsonObject()
        .put("conversation", Hand.text(chat.bytes()))
        .put("fence", fence)
        .put("wraps", Hand.text(wraps))
        .put("devices", ids)
        .encode();
  }

  @Test
  void aTranscriptIsKeptForNoLongerThanTheVisitorWasToldNorThanTheServiceSaysNow() {
    JsonObject less = begin(amina, chat("nadheim", amina, Optional.of(3)), 1).json();
    assertEquals("2026-11-23T12:00:00Z", less.getString("ends"));
    JsonObject more = begin(amina, chat("nadheim", amina, Optional.of(30)), 1).json();
    assertEquals("2026-12-04T12:00:00Z", more.getString("ends"));
    assertEquals(409, begin(amina, chat("nadheim", amina, Optional.of(0)), 1).status());
  }

  private static String part(int number, int bytes) {
    return new JsonObject()
        .put("number", number)
        .put("content", Hand.text(new byte[bytes]))
        .encode();
  }

  private ConversationId chat(String service, LettersForTests.Person lead) {
    return chat(service, lead, Optional.empty());
  }

  /// A chat of this service that this person's device leads under fence 1.
  private ConversationId chat(
      String service, LettersForTests.Person lead, Optional<Integer> toldDays) {
    ConversationId id = ConversationId.fresh();
    var ring =
        new Conversation.Ring(
            new ServiceId(service),
            "self",
            "nb",
            ByteString.EMPTY,
            Secret.fresh().fingerprint(),
            DeskForTests.CLOCK.instant(),
            false,
            toldDays);
    get(house.desk.conversations.open(id, ring));
    assertEquals(1, get(house.desk.conversations.claim(id, lead.console.id)));
    return id;
  }

  private List<JournalLine> journal() {
    return get(JournalStores.journal(house.desk.pool).read(1));
  }

  private static ArchiveId id(JsonObject begun) {
    return ArchiveId.of(bytes(begun.getString("id"))).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
