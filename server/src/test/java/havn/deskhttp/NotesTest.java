package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.http.Answer;
import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import havn.notes.Note;
import havn.notes.postgres.NoteStores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The inbox of profiles and comments by which people are recognised, over HTTP: Ola and Kari work
/// for Pro Mann.
class NotesTest {

  private static final byte[] FILE = Hand.sealed(1, "Skrev på forumet, lurer på time hos lege");

  private LettersForTests people;
  private Asking kari;
  private Asking ola;

  @BeforeEach
  void open() {
    people = new LettersForTests();
    kari = people.kari.page();
    ola = people.ola.page();
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void anEntryIsSeenToByOneWorkerAtATimeAndThenDone() {
    String note = kept(ola, body("profile"));
    assertEquals(204, act(ola, note, "claim"));
    assertEquals(409, act(kari, note, "claim"));
    assertEquals(409, act(kari, note, "done"));
    assertTrue(one(ola).getBoolean("mine"));
    assertFalse(one(kari).getBoolean("mine"));
    assertEquals("Ola", one(kari).getString("by"));
    assertEquals(204, act(ola, note, "give-back"));
    assertEquals(204, act(kari, note, "claim"));
    assertEquals(204, act(kari, note, "done"));
    assertTrue(one(ola).getBoolean("done"));
    assertEquals(204, act(ola, note, "delete"));
    assertEquals(List.of(), all(ola));
  }

  @Test
  void whatSomebodySawToIsNobodysWhenTheyLeaveOrACoordinatorGivesItBack() {
    String note = kept(ola, body("profile"));
    assertEquals(409, act(kari, note, "give-back"));
    assertEquals(204, act(ola, note, "claim"));
    assertEquals(204, act(kari, note, "give-back"));
    assertNull(one(kari).getString("by"));
    assertEquals(204, act(ola, note, "claim"));
    var store = people.desk.people;
    LocalDate today = LocalDate.of(2026, 11, 24);
    StaffId who = people.ola.member.id();
    get(store.extend(who, Set.of(new ServiceId("nadheim"))));
    get(store.restrict(who, Set.of(new ServiceId("nadheim")), today));
    assertEquals("Ola", one(kari).getString("by"));
    get(store.offBoard(who, LettersForTests.NOW, today));
    assertNull(one(kari).getString("by"));
  }

  @Test
  void whatSomebodySawToIsNobodysWhenTheyLoseTheService() {
    String note = kept(ola, body("profile"));
    assertEquals(204, act(ola, note, "claim"));
    StaffId who = people.ola.member.id();
    var store = people.desk.people;
    get(store.extend(who, Set.of(new ServiceId("nadheim"))));
    get(store.restrict(who, Set.of(new ServiceId("pro-mann")), LocalDate.of(2026, 11, 24)));
    assertNull(one(kari).getString("by"));
  }

  @Test
  void theServerKeepsTheSealedBytesAndHandsThemOutAfterALineInTheJournal() {
    String note = kept(ola, comment());
    assertFalse(one(kari).containsKey("file"));
    JsonObject read = opened(kari, "comment").json().getJsonArray("files").getJsonObject(0);
    assertEquals(note, read.getString("note"));
    assertEquals(Hand.text(FILE), read.getString("file"));
    assertEquals(0, opened(kari, "profile").json().getJsonArray("files").size());
    long lines =
        get(JournalStores.journal(people.desk.pool).read(1)).stream()
            .filter(line -> line.text().contains("\tnotes.open\t"))
            .count();
    assertEquals(2, lines);
  }

  @Test
  void aNoteEndsAfterThirtyDaysAtTheLatest() {
    kept(ola, comment().put("days", 1));
    kept(ola, comment());
    assertEquals(400, keep(ola, comment().put("days", 31)).status());
    people.desk.later = Duration.ofDays(1);
    assertEquals(1, all(ola).size());
    var store = NoteStores.in(people.desk.pool);
    assertEquals(
        1, get(store.forget(LettersForTests.NOW.plus(Duration.ofDays(30)).minusSeconds(1))));
    assertEquals(1, get(store.forget(LettersForTests.NOW.plus(Duration.ofDays(30)))));
  }

  @Test
  void whatAShiftLeavesForTheNextIsReadByColleaguesAndGoneAfterAWeek() {
    JsonObject left = body("handover").put("days", 7);
    kept(ola, left);
    assertEquals(422, keep(ola, body("handover").put("days", 8)).status());
    assertEquals(
        1, opened(kari, "handover").json().getJsonArray("files").size(), "sealed for the service");
    var store = NoteStores.in(people.desk.pool);
    Instant end = LettersForTests.NOW.plus(Duration.ofDays(7));
    assertEquals(0, get(store.forget(end.minusSeconds(1))));
    assertEquals(1, get(store.forget(end)));
  }

  @Test
  void aWeekIsAWeekAlsoWhereTheClockGoesForwardInIt() {
    String kept =
        """
        INSERT INTO sealed_note (id, service, kind, file, devices, done, at, ends)
        VALUES (decode(md5('1'), 'hex'), 'pro-mann', 'handover', '1',
          ARRAY[decode(md5('2'), 'hex')], false, '2027-03-25T12:00Z', '2027-04-01T12:00Z')
        """;
    Future<Integer> rows =
        people
            .desk
            .pool
            .<Integer>withTransaction(
                connection ->
                    connection
                        .query("SET LOCAL TIME ZONE 'Europe/Oslo'")
                        .execute()
                        .compose(set -> connection.query(kept).execute())
                        .map(RowSet::rowCount))
            .map(Objects::requireNonNull);
    assertEquals(1, get(rows));
  }

  @Test
  void aCommentInAChatIsKeptOnlyByWhoeverIsInItAndIsItsVisitorsToErase() {
    Secret capability = Secret.fresh();
    ConversationId chat = rung(capability);
    JsonObject body = body("comment").put("conversation", Hand.text(chat.bytes()));
    assertEquals(404, keep(ola, body).status(), "nobody has taken it");
    get(people.desk.conversations.claim(chat, people.ola.console.id));
    assertEquals(404, keep(kari, body).status(), "somebody else's chat");
    kept(ola, body);
    kept(ola, comment());
    assertEquals(422, keep(ola, body("comment")).status(), "no visitor would know of it");
    assertEquals(1, get(NoteStores.in(people.desk.pool).eraseBy(capability.fingerprint())));
    assertEquals(1, all(ola).size());
  }

  @Test
  void othersFindNothingAndWhatIsNoSealedTextIsRefused() {
    String note = kept(ola, body("profile"));
    Asking elsewhere = people.elsewhere.page();
    assertEquals(List.of(), all(elsewhere));
    assertEquals(409, act(elsewhere, note, "delete"));
    assertEquals(404, opened(elsewhere, "profile").status());
    assertEquals(404, keep(elsewhere, body("profile")).status());
    assertEquals(403, people.camila.page().get("/api/notes").status());
    JsonObject plain = body("profile");
    plain
        .getJsonObject("text")
        .put(
            "file",
            Hand.text("Gutt, 19 år".repeat(20).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertEquals(422, keep(ola, plain).status());
    JsonObject longer = comment();
    longer.getJsonObject("text").put("file", Hand.text(Hand.sealed(1, "a".repeat(4_000))));
    assertEquals(422, keep(ola, longer).status());
    assertEquals(201, keep(ola, longer.copy().put("kind", "profile")).status());
    assertEquals(400, keep(ola, body("profile").put("name", "Ola")).status());
    assertEquals(400, keep(ola, body("letter")).status());
  }

  @Test
  void theTwoHundredAndFirstOfAKindIsRefused() {
    JsonObject body = comment();
    for (int i = 0; i < Note.MOST; i++) {
      assertEquals(201, keep(ola, body).status());
    }
    assertEquals(507, keep(ola, body).status());
    assertEquals(201, keep(ola, body("profile")).status());
  }

  /// A comment in a chat that Ola has.
  private JsonObject comment() {
    ConversationId chat = rung(Secret.fresh());
    get(people.desk.conversations.claim(chat, people.ola.console.id));
    return body("comment").put("conversation", Hand.text(chat.bytes()));
  }

  private ConversationId rung(Secret capability) {
    ConversationId chat = ConversationId.fresh();
    var ring =
        new Conversation.Ring(
            new ServiceId("pro-mann"),
            "self",
            "nb",
            ByteString.EMPTY,
            capability.fingerprint(),
            LettersForTests.NOW);
    get(people.desk.conversations.open(chat, ring));
    return chat;
  }

  private static JsonObject body(String kind) {
    return new JsonObject()
        .put("service", "pro-mann")
        .put("kind", kind)
        .put("days", 30)
        .put(
            "text",
            new JsonObject()
                .put("file", Hand.text(FILE))
                .put("devices", new JsonArray().add(Hand.text(DeviceId.fresh().bytes()))));
  }

  private static Answer keep(Asking page, JsonObject body) {
    return page.post("/api/notes", body.encode());
  }

  private static String kept(Asking page, JsonObject body) {
    Answer answer = keep(page, body);
    assertEquals(201, answer.status());
    return answer.json().getString("note");
  }

  private static Answer opened(Asking page, String kind) {
    JsonObject body = new JsonObject().put("service", "pro-mann").put("kind", kind);
    return page.post("/api/notes/open", body.encode());
  }

  private static int act(Asking page, String note, String act) {
    return page.post("/api/notes/" + note + "/acts", new JsonObject().put("act", act).encode())
        .status();
  }

  private static List<JsonObject> all(Asking page) {
    return page.get("/api/notes").json().getJsonArray("notes").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static JsonObject one(Asking page) {
    return all(page).getFirst();
  }
}
