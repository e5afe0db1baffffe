package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.http.Answer;
import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.redis.Key;
import havn.staff.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A desk on a Friday at 13:00, at a service with hours from 12:00 to 15:00 whose calendar ends in
/// January.
class ServiceDeskTest {

  private static final String OPEN =
      """
      {"id":"pro-mann","names":{"nb":"Pro Mann"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[{"day":"friday","from":"12:00","to":"15:00"}],
         "exceptions":[],"until":"2027-01-10"},
       "origins":[],"retentionDays":0,"exit":"https://www.yr.no/",
       "emergency":[{"number":"113","kind":"health"}]}
      """;
  private static final ServiceId SERVICE = new ServiceId("pro-mann");

  private LettersForTests people;
  private DeskForTests desk;

  @BeforeEach
  void open() {
    people = new LettersForTests();
    desk = people.desk;
    for (String kept : List.of("desk", "duty", "there", "line", "waiting", "seen", "offers")) {
      get(desk.redis.delete(Key.of("{s:pro-mann}:" + kept)));
    }
    get(desk.services.put(List.of(OPEN)));
    get(desk.serviceBook.refresh());
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void aServiceWhereNobodyCameAlarmsCoordinatorsAndNobodyElse() {
    JsonObject seen = look(people.kari.page());
    assertEquals("late", seen.getString("state"));
    assertTrue(seen.getBoolean("alarm"));
    assertEquals("2027-01-10", seen.getString("calendarEnds"));
    JsonObject worker = look(people.ola.page());
    assertEquals("late", worker.getString("state"));
    assertFalse(worker.getBoolean("alarm"));
    assertNull(worker.getValue("calendarEnds"));
  }

  @Test
  void coordinatorsAndNobodyElseAreToldThatTheHoursOfWhoeverAnswersByPhoneEnd() {
    String phone =
        "\"afterHours\":{\"names\":{\"nb\":\"Krisesenteret\"},\"phone\":\"116000\",\"hours\":{"
            + "\"zone\":\"Europe/Oslo\",\"weekly\":[],\"exceptions\":[],\"until\":\"%s\"}},";
    for (String until : List.of("2027-01-05", "2027-12-31")) {
      String document = OPEN.replace("\"origins\"", phone.formatted(until) + "\"origins\"");
      get(desk.services.put(List.of(document)));
      get(desk.serviceBook.refresh());
      assertEquals(
          until.startsWith("2027-01") ? until : null,
          look(people.kari.page()).getString("insteadEnds"));
      assertNull(look(people.ola.page()).getValue("insteadEnds"));
    }
  }

  @Test
  void coordinatorsAndNobodyElseSeeThatSomebodyInDangerWasNotTakenForThreeMinutes() {
    Asking kari = people.kari.page();
    Asking ola = people.ola.page();
    Instant rang = desk.now();
    waits(Boost.RESUMED, rang.minus(Duration.ofMinutes(9)));
    ConversationId visitor = waits(Boost.DANGER, rang);
    ConversationId other = waits(Boost.DANGER, rang.plus(Duration.ofMinutes(1)));
    assertEquals(new JsonArray(), look(kari).getJsonArray("untakenSince"));
    desk.later = Duration.ofMinutes(3);
    get(desk.lines.seen(SERVICE, visitor, desk.now()));
    assertEquals(new JsonArray().add(rang.toString()), look(kari).getJsonArray("untakenSince"));
    assertEquals(new JsonArray(), look(ola).getJsonArray("untakenSince"));
    desk.later = Duration.ofMinutes(4);
    get(desk.lines.seen(SERVICE, visitor, desk.now()));
    get(desk.lines.seen(SERVICE, other, desk.now()));
    assertEquals(
        new JsonArray().add(rang.toString()).add(rang.plus(Duration.ofMinutes(1)).toString()),
        look(kari).getJsonArray("untakenSince"));
    get(desk.lines.leave(SERVICE, visitor));
    get(desk.lines.leave(SERVICE, other));
    assertEquals(new JsonArray(), look(kari).getJsonArray("untakenSince"));
  }

  private ConversationId waits(Boost boost, Instant since) {
    ConversationId visitor = ConversationId.fresh();
    Waiter waiter =
        new Waiter(
            visitor,
            since,
            "self",
            "nb",
            Optional.empty(),
            boost,
            desk.now(),
            Offer.NONE,
            Wants.NOTHING);
    assertTrue(get(desk.lines.join(SERVICE, waiter)));
    return visitor;
  }

  @Test
  void aLaneWhereNobodyCameIsNamedToCoordinatorsAndNobodyElse() {
    String slots =
        "\"laneHours\":{\"doctor\":[{\"day\":\"friday\",\"from\":\"12:00\",\"to\":\"15:00\"}]},";
    String doctors =
        OPEN.replace("[\"self\"]", "[\"self\",\"doctor\"]")
            .replace("\"origins\"", slots + "\"origins\"");
    get(desk.services.put(List.of(doctors)));
    get(desk.serviceBook.refresh());
    Instant now = DeskForTests.CLOCK.instant();
    get(
        desk.presences.put(
            Set.of(SERVICE),
            new DutyRecord(
                people.ola.console.id,
                now.plusSeconds(3600),
                now,
                false,
                0,
                3,
                true,
                Optional.empty(),
                new Abilities(Set.of("nb"), Set.of("self"), Set.of()))));
    JsonObject seen = look(people.kari.page());
    assertFalse(seen.getBoolean("alarm"));
    assertEquals(new JsonArray().add("doctor"), seen.getJsonArray("lateLanes"));
    assertEquals(new JsonArray(), look(people.ola.page()).getJsonArray("lateLanes"));
  }

  @Test
  void aWorkerOnDutyClosesAndOpensAndStaysAndTheJournalHasALineForEach() {
    LettersForTests.Person ola = people.ola;
    onDuty(ola.console.id);
    assertEquals("open", look(ola.page()).getString("state"));
    assertEquals(204, press(ola.page(), "close-now"));
    JsonObject closed = look(ola.page());
    assertEquals("closed", closed.getString("state"));
    assertEquals("2026-11-27T11:00:00Z", closed.getString("opensAt"));
    assertEquals(409, press(ola.page(), "stay"));
    assertEquals(204, press(ola.page(), "open"));
    assertEquals(204, press(ola.page(), "stay"));
    JsonObject longer = look(ola.page());
    assertEquals("2026-11-20T14:30:00Z", longer.getString("closesAt"));
    assertEquals("2026-11-20T14:30:00Z", longer.getString("stayUntil"));
    assertEquals(204, press(ola.page(), "full"));
    assertEquals("full", look(ola.page()).getString("admits"));
    List<String> deeds =
        get(JournalStores.journal(desk.pool).read(1)).stream().map(Object::toString).toList();
    for (String deed : List.of("desk.close", "desk.open", "desk.stay", "desk.full")) {
      assertEquals(1, deeds.stream().filter(line -> line.contains(deed)).count(), deed);
    }
  }

  @Test
  void theDeskSaysWhichPressesHaveAnEffectAlsoUntilHalfAnHourAfterClosing() {
    LettersForTests.Person ola = people.ola;
    onDuty(ola.console.id);
    assertEquals(
        new JsonArray(List.of("full", "closed-to-new", "winding-down", "close-now", "stay")),
        look(ola.page()).getJsonArray("presses"));
    assertEquals(204, press(ola.page(), "close-now"));
    assertEquals(
        new JsonArray(List.of("open", "full", "closed-to-new", "winding-down")),
        look(ola.page()).getJsonArray("presses"));
    assertEquals(204, press(ola.page(), "open"));
    desk.later = Duration.ofHours(2).plusMinutes(29);
    assertEquals(new JsonArray(List.of("stay")), look(ola.page()).getJsonArray("presses"));
    desk.later = Duration.ofHours(2).plusMinutes(30);
    assertEquals(new JsonArray(), look(ola.page()).getJsonArray("presses"));
  }

  @Test
  void aVolunteerSeesTheDeskInTheirShiftOnlyAndAnAuditorNever() {
    Asking camila = people.camila.page();
    assertEquals(new JsonArray(), camila.get("/api/desk").json().getJsonArray("desks"));
    people.shift(people.camila);
    assertEquals("late", look(camila).getString("state"));
    desk.later = Duration.ofMinutes(76);
    assertEquals(new JsonArray(), camila.get("/api/desk").json().getJsonArray("desks"));
    Asking auditor = desk.as(desk.somebody("Siv", Role.AUDITOR));
    assertEquals(403, auditor.get("/api/desk").status());
  }

  @Test
  void whoIsNotOnDutyForTheServiceChangesNothing() {
    LettersForTests.Person ola = people.ola;
    assertEquals(403, press(ola.page(), "close-now"));
    onDuty(people.camila.console.id);
    assertEquals(403, press(people.camila.page(), "close-now"));
    assertEquals("open", look(ola.page()).getString("mode"));
  }

  @Test
  void aPreviewSaysWhatADocumentWouldSayAndWhatIsWrongWithIt() {
    Asking page = people.kari.page();
    String document = OPEN.replace("\"until\"", "\"holidays\":\"closed\",\"until\"");
    JsonObject friday = preview(page, document, "2026-11-20").getJsonObject("says");
    assertFalse(friday.getBoolean("inHours"));
    assertEquals("2026-11-20T11:00:00Z", friday.getString("opensAt"));
    assertEquals(
        new JsonArray()
            .add(
                new JsonObject()
                    .put("from", "2026-11-20T11:00:00Z")
                    .put("to", "2026-11-20T14:00:00Z")),
        friday.getJsonArray("day"));
    assertEquals(
        "2026-11-20T13:59:00Z",
        preview(page, document, "2026-11-20T14:59").getJsonObject("says").getString("at"));
    JsonObject christmas = preview(page, document, "2026-12-25T12:00:00Z").getJsonObject("says");
    assertFalse(christmas.getBoolean("inHours"));
    assertEquals("2027-01-10", christmas.getString("calendarEnds"));
    JsonObject loop =
        preview(
            page,
            document.replace(
                "\"origins\"", "\"afterHours\":{\"service\":\"pro-mann\"},\"origins\""),
            "2026-11-20");
    assertEquals(1, loop.getJsonArray("faults").size());
    assertEquals(
        1,
        preview(page, document.replace("friday", "fredag"), "2026-11-20")
            .getJsonArray("faults")
            .size());
    assertEquals(403, post(people.ola.page(), document, "2026-11-20").status());
    assertEquals(422, post(page, document, "tomorrow").status());
  }

  private void onDuty(DeviceId device) {
    Instant now = DeskForTests.CLOCK.instant();
    get(
        desk.presences.put(
            Set.of(SERVICE),
            new DutyRecord(device, now.plusSeconds(3600), now, false, 0, 3, Optional.empty())));
  }

  private static JsonObject look(Asking page) {
    JsonArray desks = page.get("/api/desk").json().getJsonArray("desks");
    assertEquals(1, desks.size());
    return desks.getJsonObject(0);
  }

  private static int press(Asking page, String press) {
    JsonObject body = new JsonObject().put("service", "pro-mann").put("press", press);
    return page.post("/api/desk", body.encode()).status();
  }

  private static JsonObject preview(Asking page, String document, String at) {
    return post(page, document, at).json();
  }

  private static Answer post(Asking page, String document, String at) {
    return page.post(
        "/api/services/preview",
        new JsonObject().put("document", new JsonObject(document)).put("at", at).encode());
  }
}
