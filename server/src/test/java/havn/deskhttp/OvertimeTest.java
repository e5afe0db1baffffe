package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.Abilities;
import havn.duty.DeskSign;
import havn.duty.DeskSigns;
import havn.duty.DutyRecord;
import havn.duty.redis.DutyStores;
import havn.http.Asking;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.matching.Overtime;
import havn.redis.Key;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Friday, 13:00. Ola has a chat, and was on duty for a service that closed.
class OvertimeTest {

  private static final ServiceId SERVICE = new ServiceId("pro-mann");
  private static final ServiceId OTHER = new ServiceId("nadheim");
  private static final Instant NOW = DeskForTests.CLOCK.instant();

  private LettersForTests people;
  private DeskForTests desk;

  @BeforeEach
  void open() {
    people = new LettersForTests();
    desk = people.desk;
    for (String kept : List.of("desk", "duty")) {
      get(desk.redis.delete(Key.of("{s:pro-mann}:" + kept)));
    }
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void halfAnHourAfterClosingWhoeverHasAChatIsAskedAndTheCoordinatorIsTold() {
    closesAt("12:30");
    people.chat(people.ola.console.id, SERVICE);
    assertEquals("own", seen(people.ola.page()));
    assertEquals("others", seen(people.kari.page()));
    assertEquals("nobody", seen(people.camila.page()));
  }

  @Test
  void aMinuteEarlierNobodyIs() {
    closesAt("12:31");
    people.chat(people.ola.console.id, SERVICE);
    assertEquals("nobody", seen(people.ola.page()));
    assertEquals("nobody", seen(people.kari.page()));
  }

  @Test
  void whoStaysLongerIsAskedHalfAnHourAfterThat() {
    closesAt("12:00");
    people.chat(people.ola.console.id, SERVICE);
    var signs = DutyStores.signs(desk.redis);
    Instant noon = NOW.minusSeconds(3600);
    get(signs.stay(SERVICE, new DeskSign.Stay(noon, NOW.minusSeconds(1799)), Optional.empty()));
    assertEquals("nobody", seen(people.ola.page()));
    get(signs.stay(SERVICE, new DeskSign.Stay(noon, NOW.minusSeconds(1800)), Optional.empty()));
    assertEquals("own", seen(people.ola.page()));
  }

  @Test
  void aStayBeyondHoursThatWereTakenAwayPutsNothingOff() {
    closesAt("12:00");
    people.chat(people.ola.console.id, SERVICE);
    var stay = new DeskSign.Stay(NOW.minusSeconds(2700), NOW.minusSeconds(900));
    get(DutyStores.signs(desk.redis).stay(SERVICE, stay, Optional.empty()));
    assertEquals("own", seen(people.ola.page()));
  }

  @Test
  void chatsThatGoOnWhenTodaysHoursAreTakenOffAreToldOfAtOnceThoughNobodyWorkedTheDayBefore() {
    closesAt("20:00");
    people.chat(people.ola.console.id, SERVICE);
    assertEquals("nobody", seen(people.ola.page()));
    hours(until("20:00"), "{\"date\":\"2026-11-20\",\"open\":false}");
    assertEquals("own", seen(people.ola.page()));
    assertEquals("others", seen(people.kari.page()));
  }

  @Test
  void theyAreAlsoWhenTheServiceIsTakenOff() {
    closesAt("20:00");
    people.chat(people.ola.console.id, SERVICE);
    assertEquals("nobody", seen(people.ola.page()));
    hours("", "");
    assertEquals("own", seen(people.ola.page()));
    assertEquals("others", seen(people.kari.page()));
  }

  @Test
  void theyAreAlsoWhereSomebodyStayedBeyondHoursThatWereTakenOffForGood() {
    people.chat(people.ola.console.id, SERVICE);
    var stay = new DeskSign.Stay(NOW.minusSeconds(300), NOW.plusSeconds(1500));
    get(DutyStores.signs(desk.redis).stay(SERVICE, stay, Optional.empty()));
    hours("", "");
    assertEquals("own", seen(people.ola.page()));
    assertEquals("others", seen(people.kari.page()));
  }

  @Test
  void aChatThatAVolunteerHasAfterTheShiftIsToldToThemAndToWorkersAtOnceAndToNobodyElse() {
    closesAt("20:00");
    people.chat(people.camila.console.id, SERVICE);
    assertEquals("own", seen(people.camila.page(), "afterShift"));
    assertEquals("others", seen(people.ola.page(), "afterShift"));
    assertEquals("others", seen(people.kari.page(), "afterShift"));
    isOnDuty(people.camila.console.id);
    assertEquals("nobody", seen(people.camila.page(), "afterShift"));
    assertEquals("nobody", seen(people.ola.page(), "afterShift"));
  }

  @Test
  void anHourAfterTheFirstProcessSawItItIsToldAgainWhoeverLooksAndHoweverOften() {
    closesAt("20:00");
    people.chat(people.camila.console.id, SERVICE);
    DeskSigns signs = DutyStores.signs(desk.redis);
    assertFalse(isToldAgain(people.camila.page()));
    assertEquals(NOW, get(signs.afterShift(SERVICE, NOW.plusSeconds(9))), "it was noted");
    get(signs.noneAfterShift(SERVICE));
    get(signs.afterShift(SERVICE, NOW.minus(Overtime.AGAIN).plusSeconds(1)));
    assertFalse(isToldAgain(people.ola.page()));
    get(signs.noneAfterShift(SERVICE));
    get(signs.afterShift(SERVICE, NOW.minus(Overtime.AGAIN)));
    assertTrue(isToldAgain(people.ola.page()));
    assertTrue(isToldAgain(people.camila.page()));
    isOnDuty(people.camila.console.id);
    assertFalse(isToldAgain(people.ola.page()));
    assertEquals(NOW, get(signs.afterShift(SERVICE, NOW)), "the next one begins anew");
  }

  private boolean isToldAgain(Asking page) {
    JsonObject seen = page.get("/api/desk").json().getJsonArray("desks").getJsonObject(0);
    return seen.getBoolean("afterShiftAgain");
  }

  @Test
  void aWorkersChatIsNobodysAfterAShift() {
    closesAt("20:00");
    people.chat(people.ola.console.id, SERVICE);
    assertEquals("nobody", seen(people.ola.page(), "afterShift"));
    assertEquals("nobody", seen(people.kari.page(), "afterShift"));
  }

  private void isOnDuty(DeviceId device) {
    get(
        DutyStores.presences(desk.redis)
            .put(
                Set.of(SERVICE),
                new DutyRecord(
                    device,
                    NOW.plusSeconds(3600),
                    NOW,
                    false,
                    1,
                    1,
                    false,
                    Optional.empty(),
                    Abilities.speaking("nb"))));
  }

  @Test
  void aChatOfAnotherServiceIsNoOvertimeOfThisOne() {
    closesAt("12:00");
    people.chat(people.ola.console.id, OTHER);
    assertEquals("nobody", seen(people.ola.page()));
    assertEquals("nobody", seen(people.kari.page()));
  }

  private void closesAt(String time) {
    hours(until(time), "");
  }

  private static String until(String time) {
    return "{\"day\":\"friday\",\"from\":\"10:00\",\"to\":\"%s\"}".formatted(time);
  }

  private void hours(String weekly, String exceptions) {
    String document =
        """
        {"id":"pro-mann","names":{"nb":"Pro Mann"},"languages":["nb"],"lanes":["self"],
         "hours":{"zone":"Europe/Oslo","weekly":[%s],
           "exceptions":[%s]},
         "origins":[],"retentionDays":0,"exit":"https://www.yr.no/",
         "emergency":[{"number":"113","kind":"health"}]}
        """;
    get(desk.services.put(List.of(document.formatted(weekly, exceptions))));
    get(desk.serviceBook.refresh());
  }

  private static String seen(Asking page) {
    return seen(page, "overtime");
  }

  /// Whoever is there for shifts, and has neither one now nor a chat, is told of no service.
  private static String seen(Asking page, String what) {
    JsonArray desks = page.get("/api/desk").json().getJsonArray("desks");
    return desks.isEmpty() ? "nobody" : desks.getJsonObject(0).getString(what);
  }
}
