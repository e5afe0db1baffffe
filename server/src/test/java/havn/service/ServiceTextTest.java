package havn.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTextTest {

  static final String GOOD =
      """
      {"id":"pro-mann","names":{"nb":"Pro Mann","en":"Pro Mann (English)"},"languages":["nb","en"],
       "lanes":["self","professional"],
       "hours":{"zone":"Europe/Oslo",
         "weekly":[{"day":"tuesday","from":"18:00","to":"21:00"},{"day":"friday","from":"22:00","to":"24:00"}],
         "exceptions":[{"date":"2026-12-24","open":false,"note":"Christmas Eve"}]},
       "origins":["https://example.org","http://localhost:8083"],"retentionDays":0,"exit":"https://www.yr.no/",
       "emergency":[{"number":"113","kind":"health"},{"number":"112","kind":"police"}],
       "afterHours":{"names":{"nb":"Krisesenteret"},"phone":"+4722000000"}}
      """;

  @Test
  void aServiceIsReadWhole() {
    ServiceText.Read read = assertInstanceOf(ServiceText.Read.class, ServiceText.read(GOOD));
    Service service = read.service();
    assertEquals("Pro Mann (English)", service.name("en"));
    assertEquals("Pro Mann", service.name("th"));
    assertEquals(2, service.hours().weekly().size());
    assertEquals(EmergencyNumber.Kind.POLICE, service.emergency().get(1).kind());
    assertEquals("+4722000000", service.afterHours().orElseThrow().phone());
  }

  @Test
  void aMisspeltMemberIsNamedWithItsPath() {
    refused(GOOD.replace("\"weekly\"", "\"weeky\""), "hours.weekly is missing");
    refused(
        GOOD.replace("\"weekly\"", "\"weeky\""),
        "hours.weeky is not known; remove it or mend the spelling");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    List<String> faults =
        refused(
            GOOD.replace("tuesday", "tirsdag").replace("https://example.org", "example.org/page"),
            "hours.weekly[0].day must be a day from monday to sunday");
    assertTrue(
        faults.contains("origins[0] must be scheme://host[:port] in lower case, without a path"));
  }

  @Test
  void midnightIsWrittenOneWay() {
    refused(
        GOOD.replace("\"24:00\"", "\"00:00\""),
        "hours.weekly[1].to must differ from \"from\"; write midnight as 00:00 in \"from\" and as"
            + " 24:00 in \"to\"");
  }

  @Test
  void transcriptsAreKeptForThirtyDaysAtMost() {
    refused(
        GOOD.replace("\"retentionDays\":0", "\"retentionDays\":31"),
        "retentionDays must be a whole number from 0 to 30");
  }

  @Test
  void aQuickExitWithoutEncryptionIsRefused() {
    refused(
        GOOD.replace("https://www.yr.no", "http://www.yr.no"), "exit must be an https:// address");
  }

  @Test
  void aDayCannotBeOpenedAndClosedAsAWhole() {
    refused(
        GOOD.replace(
            "\"note\":\"Christmas Eve\"}",
            "\"note\":\"a\"},{\"date\":\"2026-12-24\",\"open\":true}"),
        "hours.exceptions must not open and close the whole of 2026-12-24");
  }

  @Test
  void aServiceWithoutEmergencyNumbersIsRefused() {
    refused(
        GOOD.replaceAll("\"emergency\":\\[.*?],", "\"emergency\":[],"),
        "emergency must hold at least one value");
  }

  @Test
  void brokenJsonIsNamedByLineAndColumn() {
    refused("{\n \"id\": }", "line 2, column 8: a value is missing here");
    refused("[]", "the document must be an object, not a list");
  }

  private static List<String> refused(String text, String fault) {
    ServiceText.Refused refused =
        assertInstanceOf(ServiceText.Refused.class, ServiceText.read(text));
    assertTrue(refused.faults().contains(fault), () -> refused.faults().toString());
    return refused.faults();
  }
}
