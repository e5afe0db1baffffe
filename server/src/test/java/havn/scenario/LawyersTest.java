package havn.scenario;

import static havn.scenario.Person.goesHome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.staff.Role;
import havn.wire.v1.Code;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The lawyers' desk (S5): two hours on Wednesdays, two lawyers in turn, closed for four weeks
/// before Christmas.
class LawyersTest {

  private static final String DESK = "pro-sentret-jus";
  private static final List<String> SPOKEN = List.of("nb");

  @Test
  void twoLawyersTakeTurnsAndTheDeskWindsDownAndClosesToNewPeople() throws Exception {
    try (Installation havn = new Installation(DESK, "2026-11-18T16:30")) {
      Person leder = havn.hires("Leder", Role.COORDINATOR, SPOKEN, DESK);
      Person first = havn.hires("Advokat A", Role.WORKER, SPOKEN, DESK);
      Person second = havn.hires("Advokat B", Role.WORKER, SPOKEN, DESK);
      havn.opens();
      planned(leder, first, "2026-11-18");
      planned(leder, second, "2026-11-25");
      assertEquals(List.of("Advokat A", "Advokat B"), nextTwo(leder));

      havn.at("2026-11-18T17:00");
      DeskClient desk = first.comesOnDuty(DESK);
      VisitorClient early = havn.rings(havn.card());
      desk.takeAndGrant(early.conversation);
      press(first, "closed-to-new");
      havn.admits("closed-to-new");
      assertEquals(Code.SERVICE_CLOSED, havn.refused(havn.card()));
      press(first, "winding-down");
      assertEquals(Code.SERVICE_CLOSED, havn.refused(havn.card()));
      early.talk(1, 0);
      desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
      assertEquals("advokat-a", asked(first));
      assertEquals("advokat-b", asked(first));
      press(first, "open");
      havn.at("2026-11-18T18:50");
      havn.admits("closing");
      early.leave();
      assertEquals(3541, early.closeCode());
      goesHome(desk);

      havn.at("2026-11-18T19:00");
      havn.closedUntil("2026-11-25T16:00:00Z");
      assertNull(havn.says().getValue("answersNow"), "nobody is there at ROSA either");

      havn.at("2026-11-25T12:00");
      leder.comesIn();
      havn.renewsTheList(leder);
      havn.at("2026-11-25T17:05");
      assertEquals("late", havn.state());
      second.comesOnDuty(DESK);
      assertEquals("open", havn.state());
      assertEquals("advokat-a", asked(second));

      havn.at("2026-11-25T19:30");
      havn.closedUntil("2026-12-30T16:00:00Z");
    }
  }

  /// Every second week, and the seat is theirs.
  private static void planned(Person leder, Person lawyer, String day) {
    leder.comesIn();
    String plan = leder.plans(DESK, day, "17:00", "19:00", "FREQ=WEEKLY;INTERVAL=2", Role.WORKER);
    lawyer.comesIn();
    lawyer.signsUp(plan, day);
  }

  private static List<String> nextTwo(Person leder) {
    return leder.list("/api/shifts", "shifts").stream()
        .limit(2)
        .map(shift -> shift.getJsonArray("taken").getJsonObject(0).getString("name"))
        .toList();
  }

  private static void press(Person person, String press) {
    person.posts("/api/desk", new JsonObject().put("service", DESK).put("press", press));
  }

  /// What somebody asks goes to the lawyer whose turn it is.
  private static String asked(Person person) {
    JsonObject task = new JsonObject().put("service", DESK).put("kind", "advokat");
    return person.posts("/api/tasks", task).getString("office");
  }
}
