package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.staff.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The calendar of shifts over HTTP, on a Friday at 13:00: Kari plans, Ola and Camila sign up.
class ShiftsTest {

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
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void aCoordinatorPlansAndPeopleSignUpUntilItIsFull() {
    String plan = planned(body().put("seats", 2));
    assertEquals(204, act(ola, "sign-up", plan, "2026-11-24"));
    assertEquals(204, act(camila, "sign-up", plan, "2026-11-24"));
    assertEquals(409, act(camila, "sign-up", plan, "2026-11-24"));
    JsonObject first = shifts(ola).getFirst();
    assertEquals("2026-11-24T17:00:00Z", first.getString("from"));
    assertEquals("2026-11-24T20:00:00Z", first.getString("to"));
    assertFalse(first.getBoolean("gap"));
    JsonArray taken = first.getJsonArray("taken");
    assertEquals(List.of("Ola", "Camila"), names(first));
    assertTrue(taken.getJsonObject(0).getBoolean("mine"));
    assertFalse(taken.getJsonObject(1).getBoolean("mine"));
    assertEquals(8, shifts(ola).size());
    assertEquals("2026-12-01", shifts(ola).get(1).getString("day"));
  }

  @Test
  void twoSwapAndOnlyTheySeeThatItWasAsked() {
    String tuesday = planned(body());
    String sunday = planned(body().put("first", "2026-11-22").put("rule", ""));
    assertEquals(204, act(ola, "sign-up", tuesday, "2026-11-24"));
    assertEquals(204, act(camila, "sign-up", sunday, "2026-11-22"));
    assertEquals(204, swap(ola, "ask-swap", at(tuesday, "2026-11-24"), at(sunday, "2026-11-22")));
    assertEquals(
        at(sunday, "2026-11-22").put("seat", 1),
        shifts(camila).get(1).getJsonArray("taken").getJsonObject(0).getJsonObject("asks"));
    assertEquals(
        null, shifts(kari).get(1).getJsonArray("taken").getJsonObject(0).getJsonObject("asks"));
    assertEquals(
        204, swap(camila, "accept-swap", at(sunday, "2026-11-22"), at(tuesday, "2026-11-24")));
    assertEquals(List.of("Ola"), names(shifts(kari).get(0)));
    assertEquals(List.of("Camila"), names(shifts(kari).get(1)));
  }

  @Test
  void coordinatorsSeeGapsAndAlarmsAndWhoCannotComeLeavesOne() {
    String plan = planned(body().put("first", "2026-11-20").put("rule", "FREQ=DAILY;COUNT=5"));
    assertEquals(
        List.of("now", "soon", "soon", "none", "none"),
        shifts(kari).stream().map(one -> one.getString("alarm")).toList());
    assertEquals(204, act(ola, "sign-up", plan, "2026-11-20"));
    assertEquals("none", shifts(kari).getFirst().getString("alarm"));
    assertEquals(409, act(ola, "take-back", plan, "2026-11-20"));
    assertEquals(204, act(ola, "cannot-come", plan, "2026-11-20"));
    assertEquals("now", shifts(kari).getFirst().getString("alarm"));
  }

  @Test
  void onlyCoordinatorsPlanAndOnlyForTheirOwnServices() {
    assertEquals(403, plan(ola, body()).status());
    assertEquals(403, plan(camila, body()).status());
    assertEquals(422, plan(kari, body().put("service", "nadheim")).status());
    String plan = planned(body());
    assertEquals(404, end(people.berit.page(), plan, "2026-11-30"));
    assertEquals(403, act(people.elsewhere.page(), "sign-up", plan, "2026-11-24"));
    assertEquals(List.of(), shifts(people.elsewhere.page()));
    assertEquals(0, ola.get("/api/shifts").json().getJsonArray("plans").size());
    assertEquals(1, kari.get("/api/shifts").json().getJsonArray("plans").size());
    Asking auditor = people.desk.as(people.desk.somebody("Siv", Role.AUDITOR));
    assertEquals(403, auditor.get("/api/shifts").status());
    assertEquals(403, auditor.post("/api/shifts/feed", "{}").status());
  }

  @Test
  void aDateIsLeftOutOrMovedAndAPlanEndsEachWithALineInTheJournal() {
    String plan = planned(body());
    assertEquals(204, except(plan, "2026-11-24", null));
    JsonObject moved = new JsonObject().put("day", "2026-12-02").put("from", "10:00");
    assertEquals(204, except(plan, "2026-12-01", moved.copy().put("to", "12:00")));
    assertEquals(400, except(plan, "2026-12-01", moved));
    assertEquals(422, except(plan, "2026-12-01", moved.copy().put("to", "10:00")));
    assertEquals(404, except(plan, "2026-12-03", null));
    assertEquals(204, end(kari, plan, "2026-12-10"));
    List<JsonObject> left = shifts(kari);
    assertEquals(
        List.of("2026-12-02T09:00:00Z", "2026-12-08T17:00:00Z"),
        left.stream().map(one -> one.getString("from")).toList());
    assertEquals("2026-12-01", left.getFirst().getString("day"));
    long lines =
        get(JournalStores.journal(people.desk.pool).read(1)).stream()
            .filter(line -> line.toString().contains("shift.plan"))
            .count();
    assertEquals(5, lines);
  }

  @Test
  void anotherPlanTakesThePlaceOfOneAndTellsWhoLostASeat() {
    String old = planned(body());
    assertEquals(204, act(ola, "sign-up", old, "2026-11-24"));
    assertEquals(204, act(camila, "sign-up", old, "2026-12-01"));
    JsonObject next =
        body().put("plan", old).put("from", "19:00").put("roles", new JsonArray().add("worker"));
    Answer came = kari.post("/api/shifts/plans/replace", next.encode());
    assertEquals(201, came.status());
    assertEquals(1, came.json().getInteger("kept"));
    assertEquals(
        new JsonArray().add(new JsonObject().put("name", "Camila").put("day", "2026-12-01")),
        came.json().getJsonArray("lost"));
    String there = came.json().getString("plan");
    assertEquals(there, shifts(ola).getFirst().getString("plan"));
    assertEquals(403, ola.post("/api/shifts/plans/replace", next.encode()).status());
    JsonObject unknown = body().put("plan", "00".repeat(16));
    assertEquals(404, kari.post("/api/shifts/plans/replace", unknown.encode()).status());
    JsonObject past = body().put("plan", there).put("first", "2026-11-17");
    assertEquals(422, kari.post("/api/shifts/plans/replace", past.encode()).status());
  }

  @Test
  void whatIsNoPlanOrNoActIsRefusedAndChangesNothing() {
    for (JsonObject wrong :
        List.of(
            body().put("rule", "FREQ=HOURLY"),
            body().put("rule", "FREQ=WEEKLY;BYDAY=WE"),
            body().put("first", "2026-02-30"),
            body().put("first", "2026-11-17"),
            body().put("to", "18:00"),
            body().put("lane", "nobody-has"),
            body().put("from", "29:00"),
            body().put("zone", "Europe/Atlantis"),
            body().put("roles", new JsonArray().add("auditor")))) {
      assertEquals(422, plan(kari, wrong).status(), wrong.encode());
    }
    for (JsonObject wrong :
        List.of(
            body().put("seats", 0),
            body().put("seats", 21),
            body().put("roles", new JsonArray()),
            body().put("more", 1),
            body().put("languages", new JsonArray().add("norsk bokmål")),
            body().put("rule", "FREQ=DAILY".repeat(20)))) {
      assertEquals(400, plan(kari, wrong).status(), wrong.encode());
    }
    String plan = planned(body());
    assertEquals(404, act(ola, "sign-up", plan, "2026-11-25"));
    assertEquals(404, act(ola, "sign-up", "0".repeat(32), "2026-11-24"));
    assertEquals(422, act(ola, "sign-up", plan, "2026-11-31"));
    assertEquals(422, act(ola, "ask-swap", plan, "2026-11-24"));
    assertEquals(400, act(ola, "steal", plan, "2026-11-24"));
    assertEquals(400, act(ola, "sign-up", plan, "tomorrow"));
    assertEquals(409, act(ola, "confirm", plan, "2026-11-24"));
    assertEquals(409, act(ola, "take-over", plan, "2026-11-24"));
    assertEquals(List.of(), names(shifts(ola).getFirst()));
  }

  @Test
  void aFeedNamesNoServiceAndDiesWhenItIsRenewed() {
    String plan = planned(body());
    act(ola, "sign-up", plan, "2026-11-24");
    String path = ola.post("/api/shifts/feed", "{}").json().getString("path");
    Answer feed = Asking.at(people.desk.port()).get(path);
    assertEquals(200, feed.status());
    assertEquals("text/calendar; charset=utf-8", feed.header("content-type"));
    assertTrue(feed.body().contains("DTSTART:20261124T170000Z\r\nDTEND:20261124T200000Z\r\n"));
    assertFalse(feed.body().toLowerCase(java.util.Locale.ROOT).contains("mann"));
    assertFalse(feed.body().contains("Ola"));
    ola.post("/api/shifts/feed", "{}");
    assertEquals(404, Asking.at(people.desk.port()).get(path).status());
    assertEquals(
        404, Asking.at(people.desk.port()).get("/shifts/" + "A".repeat(43) + ".ics").status());
  }

  private static JsonObject body() {
    return new JsonObject()
        .put("service", "pro-mann")
        .put("lane", "")
        .put("first", "2026-11-24")
        .put("from", "18:00")
        .put("to", "21:00")
        .put("rule", "FREQ=WEEKLY;BYDAY=TU")
        .put("seats", 1)
        .put("roles", new JsonArray().add("worker").add("volunteer"))
        .put("languages", new JsonArray().add("nb"));
  }

  private static Answer plan(Asking page, JsonObject body) {
    return page.post("/api/shifts/plans", body.encode());
  }

  private String planned(JsonObject body) {
    Answer answer = plan(kari, body);
    assertEquals(201, answer.status());
    return answer.json().getString("plan");
  }

  private static JsonObject at(String plan, String day) {
    return new JsonObject().put("plan", plan).put("day", day);
  }

  private static int act(Asking page, String act, String plan, String day) {
    JsonObject body = at(plan, day).put("act", act);
    return page.post("/api/shifts/acts", body.encode()).status();
  }

  private static int swap(Asking page, String act, JsonObject own, JsonObject theirs) {
    JsonObject body = own.copy().put("act", act).put("theirs", theirs).put("seat", 1);
    return page.post("/api/shifts/acts", body.encode()).status();
  }

  private int except(String plan, String day, @org.jspecify.annotations.Nullable JsonObject moved) {
    JsonObject body = at(plan, day);
    if (moved != null) {
      body.put("moved", moved);
    }
    return kari.post("/api/shifts/plans/dates", body.encode()).status();
  }

  private static int end(Asking page, String plan, String last) {
    JsonObject body = new JsonObject().put("plan", plan).put("last", last);
    return page.post("/api/shifts/plans/end", body.encode()).status();
  }

  private static List<JsonObject> shifts(Asking page) {
    return page.get("/api/shifts").json().getJsonArray("shifts").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static List<String> names(JsonObject shift) {
    return shift.getJsonArray("taken").stream()
        .map(seat -> ((JsonObject) seat).getString("name"))
        .toList();
  }
}
