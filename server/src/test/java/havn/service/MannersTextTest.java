package havn.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.Manners;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class MannersTextTest {

  @Test
  void aServiceThatSaysNothingBeginsOnWeekdaysFromTenToEight() {
    assertEquals(Manners.DEFAULT, read(ServiceTextTest.GOOD));
    assertEquals(Manners.DEFAULT, read(with("{}")));
    assertEquals(
        new Manners(false, false, LocalTime.of(10, 0), LocalTime.of(20, 0)), Manners.DEFAULT);
  }

  @Test
  void whatItSaysIsReadWhole() {
    assertEquals(
        new Manners(true, false, LocalTime.of(11, 30), LocalTime.of(18, 0)),
        read(with("{\"sundays\":true,\"from\":\"11:30\",\"to\":\"18:00\"}")));
    assertEquals(new Manners(false, true), read(with("{\"holidays\":true,\"to\":\"20:00\"}")));
  }

  @Test
  void namesThatAreNotToBeSaidStandBesideTheHours() {
    var ten = LocalTime.of(10, 0);
    assertEquals(
        new Manners(false, false, ten, LocalTime.of(20, 0), List.of("Nattens hus", "Huset")),
        read(with("{\"names\":[\" Nattens hus \",\"Huset\"]}")));
    assertEquals("Manners[10:00–20:00]", read(with("{\"names\":[\"Huset\"]}")).toString());
    for (String name : List.of("*", "a", "1 2", "sex*")) {
      refused("{\"names\":[\"" + name + "\"]}", "must be a name of 2 letters or more");
    }
    refused("{\"names\":[\"" + "a".repeat(61) + "\"]}", "manners.names");
    refused("{\"names\":[\"PRO mann\"]}", "manners.names must have no name that is shown");
  }

  @Test
  void whatWouldWidenTheHoursIsNamedWithItsPath() {
    refused("{\"from\":\"09:59\"}", "manners.from must be a time from 10:00 to 20:00");
    refused("{\"to\":\"20:01\"}", "manners.to must be a time from 10:00 to 20:00");
    refused("{\"to\":\"24:00\"}", "manners.to must be a time from 10:00 to 20:00");
    refused("{\"from\":\"14:00\",\"to\":\"14:00\"}", "manners.to must be later than from");
    refused("{\"from\":\"20:00\"}", "manners.to must be later than from");
    refused("{\"sundays\":\"yes\"}", "manners.sundays must be");
    refused("{\"nights\":true}", "manners.nights is not known");
  }

  private static String with(String manners) {
    return ServiceTextTest.GOOD.replace("\"origins\"", "\"manners\":" + manners + ",\"origins\"");
  }

  private static Manners read(String text) {
    return assertInstanceOf(ServiceText.Read.class, ServiceText.read(text)).service().manners();
  }

  private static void refused(String manners, String fault) {
    List<String> faults =
        assertInstanceOf(ServiceText.Refused.class, ServiceText.read(with(manners))).faults();
    assertTrue(
        faults.stream().anyMatch(one -> one.contains(fault)), () -> String.join("\n", faults));
  }
}
