package havn.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.staff.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutiesTextTest {

  private static final String DUTIES =
      """
      "duties":{"notice":{"nb":"Vi har meldeplikt."},
        "tasks":[{"id":"barnevern","names":{"nb":"Barnevern"},"steps":{"nb":["Ring 112"]},
                  "due":{"minutes":120},"tellOthers":true,"raise":["volunteer"],"keptDays":7,
                  "offices":[{"id":"nord","names":{"nb":"Nord"}},{"id":"vest","names":{"nb":"Vest"}}]}],
        "places":[{"id":"forum","names":{"nb":"Forumet"}}]},
      """;
  private static final String GOOD =
      ServiceTextTest.GOOD.replace("\"origins\"", DUTIES + "\"origins\"");

  @Test
  void dutiesAreReadWhole() {
    Duties duties =
        assertInstanceOf(ServiceText.Read.class, ServiceText.read(GOOD)).service().duties();
    assertEquals(Map.of("nb", "Vi har meldeplikt."), duties.notice());
    TaskKind kind = duties.task("barnevern").orElseThrow();
    assertEquals(new Due.After(Duration.ofHours(2)), kind.due());
    assertEquals(List.of("nord", "vest"), kind.officeIds());
    assertEquals(Set.of(Role.VOLUNTEER), kind.raise());
    assertEquals(TaskKind.AGAIN, kind.again());
    assertEquals(7, kind.keptDays());
    assertEquals("forum", duties.places().getFirst().id());
  }

  @Test
  void whatIsWrongIsNamedWithItsPath() {
    refused("\"minutes\":120", "\"minutes\":4", "tasks[0].due.minutes must be a whole number");
    refused("\"minutes\":120", "\"minutes\":60,\"morning\":\"09:00\"", "due.morning is not known");
    refused("\"minutes\":120", "\"morning\":\"25:00\"", "due.morning must be a time");
    refused("[\"volunteer\"]", "[\"auditor\"]", "tasks[0].raise[0] must be a role");
    refused("[\"volunteer\"]", "[\"trainee\"]", "tasks[0].raise[0] must be a role");
    refused("[\"volunteer\"]", "[]", "tasks[0].raise must name at least one role");
    refused("\"vest\"", "\"nord\"", "tasks[0].offices must name each id once");
    refused("{\"nb\":\"Forumet\"}", "{}", "places[0].names must hold at least one language");
    refused("\"notice\":{\"nb\"", "\"notice\":{\"norsk!\"", "duties.notice must be at most 32");
    refused("\"places\"", "\"place\"", "duties.place is not known");
  }

  private static void refused(String part, String wrong, String fault) {
    List<String> faults =
        assertInstanceOf(ServiceText.Refused.class, ServiceText.read(GOOD.replace(part, wrong)))
            .faults();
    assertTrue(
        faults.stream().anyMatch(one -> one.contains(fault)), () -> String.join("\n", faults));
  }
}
