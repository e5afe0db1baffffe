package havn.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.staff.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The child-protection duty (S8): on evenings and weekends, two offices in turn, the other one
/// told the next morning, a place found within two hours.
class ChildProtectionTest {

  private static final String DUTY = "barnevernvakt";

  @Test
  void theOfficesTakeTurnsInTheNightAndTheOtherIsToldInTheMorning() throws Exception {
    try (Installation havn = new Installation(DUTY, "2026-11-20T12:00")) {
      Person leder = havn.hires("Leder", Role.COORDINATOR, List.of("nb"), DUTY);
      Person vakt = havn.hires("Vakt", Role.WORKER, List.of("nb"), DUTY);
      havn.opens();
      havn.closedUntil("2026-11-20T14:00:00Z");
      assertTrue(
          havn.says().getJsonObject("duty").getString("nb").contains("melde fra"),
          "what staff must report stands there before a word is written");

      havn.at("2026-11-20T22:00");
      DeskClient desk = vakt.comesOnDuty(DUTY);
      leder.comesIn();
      assertEquals("open", havn.state());
      VisitorClient colleague = havn.rings(havn.card().setLane("professional"));
      desk.takeAndGrant(colleague.conversation);
      JsonObject first = raised(vakt, "barnevern");
      assertEquals("kontor-a", first.getString("office"));
      assertEquals("2026-11-20T23:00", minute(first.getString("due")));
      assertEquals("kontor-b", raised(vakt, "barnevern").getString("office"));
      assertEquals("2026-11-23T15:00:00Z", raised(vakt, "mote").getString("due"));
      List<JsonObject> told = tasks(leder, "tell");
      assertEquals(
          List.of("2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z"),
          told.stream().map(task -> task.getString("due")).toList());
      assertEquals(
          Set.of(new JsonArray().add("kontor-b"), new JsonArray().add("kontor-a")),
          told.stream().map(task -> task.getJsonArray("tell")).collect(Collectors.toSet()));
      colleague.leave();

      havn.at("2026-11-21T00:01");
      assertEquals(1, rings(leder, first), "two hours are over and nobody has taken it");
      acts(vakt, first, "take");
      havn.at("2026-11-21T00:16");
      assertEquals(2, rings(leder, first));
      acts(vakt, first, "done");
      assertEquals(0, rings(leder, first));

      havn.at("2026-11-21T12:00");
      assertEquals("late", havn.state(), "weekends are hours of the duty");
    }
  }

  private static JsonObject raised(Person person, String kind) {
    return person.posts("/api/tasks", new JsonObject().put("service", DUTY).put("kind", kind));
  }

  private static String minute(String instant) {
    return instant.substring(0, "2026-11-20T23:00".length());
  }

  private static List<JsonObject> tasks(Person person, String purpose) {
    return person.list("/api/tasks", "tasks").stream()
        .filter(task -> task.getString("purpose").equals(purpose))
        .toList();
  }

  private static long rings(Person person, JsonObject raised) {
    return person.list("/api/tasks", "tasks").stream()
        .filter(task -> task.getString("task").equals(raised.getString("task")))
        .findFirst()
        .orElseThrow()
        .getLong("rings");
  }

  private static void acts(Person person, JsonObject raised, String act) {
    String path = "/api/tasks/" + raised.getString("task") + "/acts";
    person.posts(path, new JsonObject().put("act", act));
  }
}
