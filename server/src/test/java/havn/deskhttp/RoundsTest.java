package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.http.Asking;
import havn.kernel.id.RoundId;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rounds over HTTP: who may tell them, what is answered, and what coordinators see.
class RoundsTest {

  private static final String TODAY = "2026-11-20";

  private LettersForTests people;

  @BeforeEach
  void open() {
    people = new LettersForTests();
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void aRoundThatIsToldTwiceIsKeptOnceAndAHigherRevisionCorrectsIt() {
    Asking phone = people.desk.as(people.ola.member);
    JsonObject first = round(TODAY, 44, 1);
    assertEquals(first, told(phone, 1, first).json());
    assertEquals(first, told(phone, 1, first).json());
    JsonObject corrected = round(TODAY, 43, 2);
    assertEquals(corrected, told(phone, 1, corrected).json());
    assertEquals(corrected, told(phone, 1, first).json());
    assertEquals(1, rows());
  }

  @Test
  void coordinatorsWorkersAndMediatorsTellRoundsOfTheirOwnServicesAndNobodyElseDoes() {
    JsonObject round = round(TODAY, 10, 1);
    var mediator = people.desk.somebody("Amal", Role.MEDIATOR);
    assertEquals(200, told(people.desk.as(people.kari.member), 1, round).status());
    assertEquals(200, told(people.desk.as(people.ola.member), 2, round).status());
    assertEquals(200, told(people.desk.as(mediator), 3, round).status());
    for (Role role : List.of(Role.VOLUNTEER, Role.PEER, Role.PARTNER, Role.TRAINEE, Role.AUDITOR)) {
      var other = people.desk.somebody(role.printed(), role);
      assertEquals(403, told(people.desk.as(other), 4, round).status());
    }
    assertEquals(401, told(people.desk.ask(), 4, round).status());
    assertEquals(404, told(people.desk.as(people.elsewhere.member), 4, round).status());
    assertEquals(
        403,
        told(people.desk.as(people.ola.member).with("origin", "https://other.example"), 4, round)
            .status());
    assertEquals(3, rows());
  }

  @Test
  void theRoundOfAnotherServiceIsNeitherToldAnewNorRead() {
    told(people.desk.as(people.ola.member), 1, round(TODAY, 44, 1));
    JsonObject theirs = round(TODAY, 9, 2).put("service", "nadheim");
    Answer answer = told(people.desk.as(people.elsewhere.member), 1, theirs);
    assertEquals(404, answer.status());
    assertTrue(!answer.body().contains("44"), answer::body);
    assertEquals(44, kept("people"));
  }

  @Test
  void aRefusalSaysWhatIsWrongAndHowToMendIt() {
    Asking phone = people.desk.as(people.ola.member);
    assertRefused(phone, round("2026-11-21", 1, 1), 422, "has not come yet", "date");
    assertRefused(phone, round("2026-11-05", 1, 1), 422, "14 days ago", "corrected");
    assertRefused(phone, round("2026-02-30", 1, 1), 422, "no such day", "Choose");
    assertRefused(phone, round(TODAY, 1, 1).put("first", 2), 422, "first time", "`first`");
    assertRefused(phone, round(TODAY, 1, 1).put("places", 2), 422, "indoors only", "`places`");
    for (String count : List.of("people", "first", "places")) {
      assertEquals(400, told(phone, 1, round(TODAY, 1, 1).put(count, 1_000)).status());
      assertEquals(400, told(phone, 1, round(TODAY, 1, 1).put(count, -1)).status());
    }
    assertEquals(400, told(phone, 1, round(TODAY, 1, 0)).status());
    assertEquals(400, told(phone, 1, round(TODAY, 1, 1).put("place", "home")).status());
    assertEquals(400, told(phone, 1, round(TODAY, 1, 1).put("who", "Anna")).status());
    assertEquals(400, phone.put("/api/field/rounds/abc", "{}").status());
    assertEquals(0, rows());
  }

  @Test
  void theTwentyFirstRoundOfADayIsRefused() {
    Asking phone = people.desk.as(people.ola.member);
    for (int i = 1; i <= 20; i++) {
      assertEquals(200, told(phone, i, round(TODAY, 1, 1)).status());
    }
    Answer full = told(phone, 21, round(TODAY, 1, 1));
    assertEquals(409, full.status());
    assertTrue(full.title().contains("20 rounds"), full::body);
    assertEquals(200, told(phone, 21, round("2026-11-19", 1, 1)).status());
  }

  @Test
  void aRoundIsCorrectedForFourteenDays() {
    Asking phone = people.desk.as(people.ola.member);
    told(phone, 1, round(TODAY, 44, 1));
    people.desk.later = Duration.ofDays(14);
    assertEquals(200, told(people.desk.as(people.ola.member), 1, round(TODAY, 45, 2)).status());
    people.desk.later = Duration.ofDays(15);
    assertEquals(422, told(people.desk.as(people.ola.member), 1, round(TODAY, 46, 3)).status());
    assertEquals(45, kept("people"));
  }

  @Test
  void aWrongRoundIsStruckByItsCodeAndNotToldAnew() {
    Asking phone = people.desk.as(people.ola.member);
    told(phone, 1, round(TODAY, 44, 1));
    told(phone, 2, round(TODAY, 10, 1));
    assertEquals(404, strike(people.elsewhere.member, "pro-mann", code(1)).status());
    assertEquals(404, strike(people.elsewhere.member, "nadheim", code(1)).status());
    assertEquals(404, strike(people.kari.member, "pro-mann", "00 00").status());
    assertEquals(404, strike(people.kari.member, "pro-mann", code(3)).status());
    var auditor = people.desk.somebody("Rita", Role.AUDITOR);
    assertEquals(403, strike(auditor, "pro-mann", code(1)).status());
    assertEquals(2, rows());
    assertEquals(204, strike(people.kari.member, "pro-mann", " " + code(1)).status());
    assertEquals(204, strike(people.ola.member, "pro-mann", code(1)).status(), "the same again");
    assertEquals(1, rows());
    assertEquals(10, kept("people"));
    Answer again = told(phone, 1, round(TODAY, 45, 2));
    assertEquals(410, again.status(), again::body);
    assertEquals(1, rows());
  }

  @Test
  void whoStruckARoundIsALineOfTheJournalWithoutTheRound() {
    told(people.desk.as(people.ola.member), 1, round(TODAY, 44, 1));
    strike(people.kari.member, "pro-mann", code(2));
    assertEquals(0, struck());
    strike(people.kari.member, "pro-mann", code(1));
    assertEquals(1, struck());
    strike(people.kari.member, "pro-mann", code(1));
    assertEquals(1, struck(), "the same again is no second line");
  }

  @Test
  void aRoundStandsWhileTheJournalDoesNotTakeItsLine() {
    told(people.desk.as(people.ola.member), 1, round(TODAY, 44, 1));
    get(people.desk.pool.query("ALTER TABLE journal RENAME TO away").execute());
    assertEquals(503, strike(people.kari.member, "pro-mann", code(1)).status());
    get(people.desk.pool.query("ALTER TABLE away RENAME TO journal").execute());
    assertEquals(1, rows());
    assertEquals(0, struck());
  }

  @Test
  void aRoundIsStruckForFourteenDays() {
    told(people.desk.as(people.ola.member), 1, round(TODAY, 44, 1));
    told(people.desk.as(people.ola.member), 2, round(TODAY, 10, 1));
    people.desk.later = Duration.ofDays(14);
    assertEquals(204, strike(people.kari.member, "pro-mann", code(1)).status());
    people.desk.later = Duration.ofDays(15);
    assertEquals(404, strike(people.kari.member, "pro-mann", code(2)).status());
    assertEquals(1, rows());
  }

  @Test
  void aDayWithRoundsThatWereStruckTakesNoMoreThanTwenty() {
    Asking phone = people.desk.as(people.ola.member);
    for (int i = 1; i <= 20; i++) {
      told(phone, i, round(TODAY, 1, 1));
      assertEquals(204, strike(people.ola.member, "pro-mann", code(i)).status());
    }
    assertEquals(409, told(phone, 21, round(TODAY, 1, 1)).status());
  }

  private Answer strike(StaffMember who, String service, String code) {
    return people
        .desk
        .as(who)
        .post(
            "/api/field/strikes",
            new JsonObject().put("service", service).put("code", code).encode());
  }

  @Test
  void aCoordinatorSeesTheMonthsOfTheirOwnServicesAndNobodyElseDoes() {
    Asking phone = people.desk.as(people.ola.member);
    IntStream.range(1, 7)
        .forEach(i -> told(phone, i, round("2026-11-%02d".formatted(i + 8), 15 + i, 1)));
    told(phone, 7, round(TODAY, 156, 1).put("estimated", true));
    told(people.desk.as(people.elsewhere.member), 8, round(TODAY, 30, 1).put("service", "nadheim"));
    JsonArray running = months();
    assertEquals(2, running.size());
    JsonObject counted = running.getJsonObject(0);
    assertEquals("street", counted.getString("place"));
    assertTrue(counted.getBoolean("running"));
    assertEquals(110, counted.getInteger("people"));
    assertEquals(5, counted.getInteger("rounds"));
    assertNull(counted.getInteger("most"));
    people.desk.later = Duration.ofDays(25);
    JsonObject over = months().getJsonObject(0);
    assertEquals(false, over.getBoolean("running"));
    assertEquals(
        List.of(6, 111, 19, 16, 21),
        List.of("rounds", "people", "mean", "least", "most").stream()
            .map(over::getInteger)
            .toList());
    assertNull(over.getInteger("first"));
    JsonObject estimated = months().getJsonObject(1);
    assertTrue(estimated.getBoolean("estimated"));
    assertEquals(156, estimated.getInteger("people"));
    assertNull(estimated.getInteger("rounds"));
    assertNull(estimated.getInteger("most"));
    assertEquals(403, people.ola.page().get("/api/field/months").status());
    assertEquals(401, people.desk.ask().get("/api/field/months").status());
  }

  @Test
  void aMonthIsShownExactlyOnlyWhenNoRoundOfItCanCome() {
    told(people.desk.as(people.ola.member), 1, round(TODAY, 23, 1));
    people.desk.later = Duration.ofDays(24);
    assertEquals(20, months().getJsonObject(0).getInteger("people"));
    people.desk.later = Duration.ofDays(25);
    assertEquals(23, months().getJsonObject(0).getInteger("people"));
  }

  @Test
  void whoeverTellsRoundsOfTheirOwnAndLooksAgainLearnsNothingOfOthersOnThatDay() {
    Asking kari = people.desk.as(people.kari.member);
    told(people.desk.as(people.ola.member), 1, round(TODAY, 23, 1));
    assertEquals(20, months().getJsonObject(0).getInteger("people"));
    for (int revision = 1; revision <= 4; revision++) {
      told(kari, 2, round(TODAY, revision, revision));
      assertEquals(20, months().getJsonObject(0).getInteger("people"));
    }
    people.desk.later = Duration.ofDays(1);
    assertEquals(25, months().getJsonObject(0).getInteger("people"));
    assertEquals(400, told(kari, 2, round(TODAY, 9, 21)).status());
  }

  private JsonArray months() {
    return people
        .desk
        .as(people.kari.member)
        .get("/api/field/months")
        .json()
        .getJsonArray("months");
  }

  private void assertRefused(
      Asking phone, JsonObject round, int status, String what, String mending) {
    Answer answer = told(phone, 1, round);
    assertEquals(status, answer.status(), answer::body);
    assertTrue(answer.title().contains(what), answer::body);
    assertTrue(answer.json().getString("detail").contains(mending), answer::body);
  }

  private static Answer told(Asking phone, int id, JsonObject round) {
    String name = new RoundId(code(id) + "0".repeat(20)).base64url();
    return phone.put("/api/field/rounds/" + name, round.encode());
  }

  /// By which the phone's round is named.
  private static String code(int id) {
    return "%012x".formatted(id);
  }

  private int struck() {
    return number("SELECT count(*) FROM journal WHERE line LIKE '%\tround.strike\t%'");
  }

  private static JsonObject round(String day, int people, int revision) {
    return new JsonObject()
        .put("service", "pro-mann")
        .put("day", day)
        .put("place", "street")
        .put("people", people)
        .put("first", 0)
        .put("places", 0)
        .put("estimated", false)
        .put("revision", revision);
  }

  private int rows() {
    return number("SELECT count(*) FROM field_round");
  }

  private int kept(String column) {
    return number("SELECT " + column + " FROM field_round");
  }

  private int number(String query) {
    return get(people.desk.pool.query(query).execute()).iterator().next().getInteger(0);
  }
}
