package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.DutyRecord;
import havn.http.Answer;
import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.letters.Hand;
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

/// Tasks over HTTP, from a Friday at 13:00 on: a duty whose two offices take turns, within two
/// hours, and a lawyer's desk where two take turns.
class TasksTest {

  private static final String SERVICE =
      """
      {"id":"pro-mann","names":{"nb":"Vakt"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}],
       "duties":{"tasks":[
         {"id":"barnevern","names":{"nb":"Meld til barnevernet"},
          "steps":{"nb":["Er noen i fare nå? Ring 112."]},
          "due":{"minutes":120},"tellOthers":true,"raise":["worker","volunteer"],"againMinutes":30,
          "offices":[{"id":"bergenhus","names":{"nb":"Bergenhus"}},
                     {"id":"arstad","names":{"nb":"Årstad"}}]},
         {"id":"advokat","names":{"nb":"Spør advokaten"},"due":{"workingDays":1},
          "offices":[{"id":"advokat-a","names":{"nb":"A"}},{"id":"advokat-b","names":{"nb":"B"}}]}]}}
      """;

  private LettersForTests people;
  private Asking kari;
  private Asking ola;
  private Asking camila;

  @BeforeEach
  void open() {
    people = new LettersForTests();
    kari = people.kari.page();
    ola = people.ola.page();
    camila = people.camila.page();
    assertEquals(List.of(), get(people.desk.services.put(List.of(SERVICE))));
    get(people.desk.serviceBook.refresh());
    onDuty(people.ola);
    onDuty(people.camila);
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void officesAlternateAndTheOthersAreToldTheNextWorkingMorning() {
    assertEquals("bergenhus", turn("barnevern"));
    assertEquals("bergenhus", raised(ola, "barnevern").getString("office"));
    assertEquals("arstad", turn("barnevern"));
    assertEquals("2026-11-20T14:00:00Z", raised(camila, "barnevern").getString("due"));
    List<JsonObject> tasks = tasks(kari);
    assertEquals(
        List.of("act", "act", "tell", "tell"),
        tasks.stream().map(task -> task.getString("purpose")).toList());
    JsonObject tell =
        tasks.stream().filter(task -> task.getString("office").equals("arstad")).toList().get(1);
    assertEquals(new JsonArray().add("bergenhus"), tell.getJsonArray("tell"));
    assertEquals("2026-11-23T08:00:00Z", tell.getString("due"));
    assertEquals("Camila", tell.getString("raisedBy"));
  }

  @Test
  void aVolunteerWhoPressesAgainIsToldThatItIsTheTaskRaisedBefore() {
    JsonObject named = new JsonObject().put("kind", "barnevern").put("task", "ab".repeat(16));
    JsonObject first = raise(camila, named).json();
    assertNull(first.getString("before"));
    people.desk.later = Duration.ofMinutes(3);
    assertEquals(first.put("before", "2026-11-20T12:00:00Z"), raise(camila, named).json());
    assertEquals("arstad", turn("barnevern"));
  }

  @Test
  void theLawyersTakeTurnsAndHaveUntilTheEndOfTheNextWorkingDay() {
    assertEquals(403, raise(camila, new JsonObject().put("kind", "advokat")).status());
    assertEquals("advokat-a", raised(ola, "advokat").getString("office"));
    assertEquals("advokat-b", raised(ola, "advokat").getString("office"));
    JsonObject third = raised(ola, "advokat");
    assertEquals("advokat-a", third.getString("office"));
    assertEquals("2026-11-23T15:00:00Z", third.getString("due"));
    assertEquals(3, tasks(ola).size());
  }

  @Test
  void aLateTaskAlarmsAgainAndAgainUntilItIsDone() {
    String task = raised(ola, "barnevern").getString("task");
    assertEquals(0, rings(task));
    people.desk.later = Duration.ofMinutes(119);
    assertEquals(0, rings(task));
    people.desk.later = Duration.ofMinutes(120);
    assertEquals(1, rings(task));
    people.desk.later = Duration.ofMinutes(150);
    assertEquals(2, rings(task));
    assertEquals(204, act(ola, task, "take"));
    assertEquals(2, rings(task));
    assertEquals(204, act(kari, task, "take"));
    assertEquals(409, act(ola, task, "done"));
    assertEquals(204, act(kari, task, "done"));
    assertEquals(0, rings(task));
    assertEquals("Kari", one(task).getString("by"));
    assertEquals(409, act(kari, task, "done"));
  }

  @Test
  void aTaskIsOnlyDoneByWhoeverTookItAndCoordinatorsMayGiveItBack() {
    String task = raised(ola, "barnevern").getString("task");
    assertEquals(409, act(ola, task, "done"));
    assertEquals(204, act(ola, task, "take"));
    assertTrue(one(task).getBoolean("mine"));
    assertEquals(409, act(kari, task, "take"));
    assertEquals(204, act(kari, task, "give-back"));
    assertEquals("open", one(task).getString("state"));
    assertNull(one(task).getString("by"));
    assertEquals(409, act(ola, task, "give-back"));
  }

  @Test
  void aSkippedOfficeIsShownWithTheReasonAndEveryActHasALineInTheJournal() {
    String task = raised(ola, "barnevern").getString("task");
    JsonObject skip = new JsonObject().put("act", "skip");
    assertEquals(422, ola.post(path(task), skip.encode()).status());
    assertEquals(
        204, ola.post(path(task), skip.copy().put("reason", "not-reached").encode()).status());
    JsonObject moved = one(task);
    assertEquals("arstad", moved.getString("office"));
    assertEquals(
        new JsonObject().put("office", "bergenhus").put("reason", "not-reached"),
        moved.getJsonArray("skipped").getJsonObject(0));
    assertEquals("bergenhus", turn("barnevern"));
    assertEquals(
        List.of("task.raise", "task.skip"),
        get(JournalStores.journal(people.desk.pool).read(1)).stream()
            .map(line -> line.text().split("\t")[3])
            .toList());
  }

  @Test
  void onlyWhoIsOnDutyRaisesAndOnlyWorkersSeeTasks() {
    assertEquals(403, raise(kari, new JsonObject().put("kind", "barnevern")).status());
    assertEquals(404, raise(ola, new JsonObject().put("kind", "annet")).status());
    assertEquals(
        404, raise(people.elsewhere.page(), new JsonObject().put("kind", "barnevern")).status());
    String task = raised(ola, "barnevern").getString("task");
    assertEquals(List.of(), tasks(camila));
    assertEquals(403, act(camila, task, "take"));
    assertEquals(404, act(people.elsewhere.page(), task, "take"));
    Asking auditor = people.desk.as(people.desk.somebody("Siv", Role.AUDITOR));
    assertEquals(403, auditor.get("/api/tasks").status());
  }

  @Test
  void aVolunteerIsToldTheKindsInTheirShiftOnly() {
    assertEquals(new JsonArray(), camila.get("/api/tasks").json().getJsonArray("kinds"));
    people.shift(people.camila);
    JsonArray kinds = camila.get("/api/tasks").json().getJsonArray("kinds");
    assertEquals(2, kinds.size());
    assertTrue(kinds.getJsonObject(0).getBoolean("mayRaise"));
    people.desk.later = Duration.ofMinutes(76);
    assertEquals(new JsonArray(), camila.get("/api/tasks").json().getJsonArray("kinds"));
  }

  @Test
  void aVolunteerWhoStillHasAChatAfterTheShiftSeesToWhatComesUpInIt() {
    people.shift(people.camila);
    offDuty(people.camila);
    people.desk.later = Duration.ofMinutes(76);
    people.chat(people.camila.console.id, new ServiceId("nadheim"));
    assertEquals(new JsonArray(), camila.get("/api/tasks").json().getJsonArray("kinds"));
    assertEquals(403, raise(camila, new JsonObject().put("kind", "barnevern")).status());
    people.chat(people.camila.console.id, new ServiceId("pro-mann"));
    assertEquals(2, camila.get("/api/tasks").json().getJsonArray("kinds").size());
    assertEquals(List.of(), tasks(camila));
    raised(camila, "barnevern");
  }

  @Test
  void aVolunteerWhoIsInTheShiftAndNotOnDutyRaisesNothing() {
    people.shift(people.camila);
    offDuty(people.camila);
    assertEquals(403, raise(camila, new JsonObject().put("kind", "barnevern")).status());
  }

  @Test
  void aSealedDetailIsHandedOutAsItCameToWhoeverWorksThere() {
    byte[] file = Hand.sealed(1, "navn og adresse");
    JsonObject sealed =
        new JsonObject()
            .put("file", Hand.text(file))
            .put("devices", new JsonArray().add(Hand.text(DeviceId.fresh().bytes())));
    JsonObject body = new JsonObject().put("kind", "advokat").put("detail", sealed);
    String task = raise(ola, body).json().getString("task");
    assertEquals(Hand.text(file), detail(ola, task).json().getString("file"));
    assertEquals(403, detail(camila, task).status());
    assertEquals(404, detail(people.elsewhere.page(), task).status());
    assertEquals(404, detail(ola, raised(ola, "advokat").getString("task")).status());
    sealed.put("file", Hand.text(new byte[100]));
    assertEquals(422, raise(ola, body).status());
    assertEquals(400, raise(ola, body.copy().put("text", "navn")).status());
  }

  private void onDuty(LettersForTests.Person person) {
    Instant now = DeskForTests.CLOCK.instant();
    var duty =
        new DutyRecord(
            person.console.id, now.plusSeconds(3600), now, false, 0, 3, Optional.empty());
    get(people.desk.presences.put(Set.of(new ServiceId("pro-mann")), duty));
  }

  private void offDuty(LettersForTests.Person person) {
    Instant now = DeskForTests.CLOCK.instant();
    get(people.desk.presences.drop(Set.of(new ServiceId("pro-mann")), person.console.id, now));
  }

  private static Answer raise(Asking page, JsonObject body) {
    return page.post("/api/tasks", body.copy().put("service", "pro-mann").encode());
  }

  private static JsonObject raised(Asking page, String kind) {
    Answer answer = raise(page, new JsonObject().put("kind", kind));
    assertEquals(201, answer.status());
    return answer.json();
  }

  private String turn(String kind) {
    return all(kari.get("/api/tasks").json().getJsonArray("kinds")).stream()
        .filter(one -> one.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow()
        .getString("turn");
  }

  private static List<JsonObject> tasks(Asking page) {
    return all(page.get("/api/tasks").json().getJsonArray("tasks"));
  }

  private JsonObject one(String task) {
    return tasks(ola).stream()
        .filter(one -> one.getString("task").equals(task))
        .findFirst()
        .orElseThrow();
  }

  private long rings(String task) {
    return one(task).getLong("rings");
  }

  private static List<JsonObject> all(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static String path(String task) {
    return "/api/tasks/" + task + "/acts";
  }

  private static int act(Asking page, String task, String act) {
    return page.post(path(task), new JsonObject().put("act", act).encode()).status();
  }

  private static Answer detail(Asking page, String task) {
    return page.get("/api/tasks/" + task + "/detail");
  }
}
