package havn.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoDatesTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final DemoDates NOW = new DemoDates(MONDAY, "http://localhost:8083");

  @Test
  void anotherDayMovesOnlyTheOpeningsThatCarryTheDemonstrationsNote() {
    String christmas = "{\"date\":\"2026-12-24\",\"open\":false,\"note\":\"Christmas Eve\"}";
    assertEquals(
        Optional.of(service(opening("2026-11-23") + "," + opening("2026-11-24") + "," + christmas)),
        NOW.renewed(
            service(opening("2026-11-19") + "," + opening("2026-11-20") + "," + christmas)));
  }

  @Test
  void theSameDayChangesNothing() {
    assertEquals(
        Optional.empty(),
        NOW.renewed(service(opening("2026-11-23") + "," + opening("2026-11-24"))));
  }

  @Test
  void openingsThatACoordinatorTookAwayDoNotComeBack() {
    assertEquals(Optional.empty(), NOW.renewed(service("")));
  }

  @Test
  void otherPortsMoveTheHostPageAndNoOtherWebsite() {
    DemoDates other = new DemoDates(MONDAY, "http://localhost:9003");
    assertEquals(Optional.of(service("").replace("8083", "9003")), other.renewed(service("")));
  }

  private static String opening(String day) {
    return "{\"date\":\"%s\",\"open\":true,\"note\":\"%s\"}".formatted(day, DemoDates.NOTE);
  }

  private static String service(String exceptions) {
    return "{\"hours\":{\"exceptions\":[%s]},\"origins\":[\"http://localhost:8083\",\"https://www.example.org\"]}"
        .formatted(exceptions);
  }
}
