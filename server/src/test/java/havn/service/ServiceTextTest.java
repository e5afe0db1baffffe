package havn.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.hours.HolidayPolicy;
import havn.hours.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    assertEquals(
        new AfterHours.Phone(Map.of("nb", "Krisesenteret"), "+4722000000", Optional.empty()),
        service.afterHours().orElseThrow());
    assertEquals(Audience.SELLERS, service.audience());
    assertEquals(HolidayPolicy.CLOSED, service.hours().holidays());
  }

  @Test
  void aServicesOwnWordsAreReadInLanguagesInWhichItAnswers() {
    String said =
        "\"welcome\":{\"nb\":\"Hei.\"},\"kept\":{\"en\":\"Gone at the end.\"},"
            + "\"records\":{\"nb\":\"Da fører vi journal.\"},\"exit\"";
    String document = GOOD.replace("\"exit\"", said);
    ServiceText.Read read = assertInstanceOf(ServiceText.Read.class, ServiceText.read(document));
    assertEquals(
        new Service.Words(
            Map.of("nb", "Hei."),
            Map.of("en", "Gone at the end."),
            Map.of("nb", "Da fører vi journal.")),
        read.service().words());
    assertEquals(
        Service.Words.NONE,
        assertInstanceOf(ServiceText.Read.class, ServiceText.read(GOOD)).service().words());
    refused(
        document.replace("\"welcome\":{\"nb\"", "\"welcome\":{\"th\""),
        "welcome must be in languages of the service only");
    refused(
        document.replace("Hei.", "x".repeat(161)),
        "welcome.nb must be 1–160 characters without control characters");
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
        "hours.exceptions must not open from 2026-12-24 to 2026-12-24 over a closing from"
            + " 2026-12-24 to 2026-12-24; end the opening before the closed days, or give it hours"
            + " within them");
  }

  @Test
  void breaksRangesHolidaysAndAnEndAreRead() {
    Schedule hours =
        read(with(
                "\"holidays\":\"as-usual\",\"until\":\"2027-06-30\","
                    + "\"breaks\":[{\"day\":\"tuesday\",\"from\":\"19:00\",\"to\":\"19:15\"}],",
                "{\"date\":\"2026-11-27\",\"through\":\"2026-12-24\",\"open\":false}"))
            .hours();
    assertEquals(1, hours.breaks().size());
    assertEquals(HolidayPolicy.AS_USUAL, hours.holidays());
    assertEquals(Optional.of(LocalDate.of(2027, 6, 30)), hours.until());
    assertEquals(LocalDate.of(2026, 12, 24), hours.exceptions().getFirst().through());
  }

  @Test
  void anOpenDayMayLieInAClosedMonthAndAClosedDayNotInAnOpenMonth() {
    String month = "{\"date\":\"2026-12-01\",\"through\":\"2026-12-24\",\"open\":%s}";
    String day = ",{\"date\":\"2026-12-10\",\"open\":%s}";
    read(with("", month.formatted(false) + day.formatted(true)));
    refused(
        with("", month.formatted(true) + day.formatted(false)),
        "hours.exceptions must not open from 2026-12-01 to 2026-12-24 over a closing from"
            + " 2026-12-10 to 2026-12-10; end the opening before the closed days, or give it hours"
            + " within them");
  }

  @Test
  void anExceptionOfMoreThanAYearOrBackwardsIsRefused() {
    for (String through : List.of("2027-12-25", "2026-12-23")) {
      refused(
          with(
              "", "{\"date\":\"2026-12-24\",\"through\":\"%s\",\"open\":false}".formatted(through)),
          "hours.exceptions[0].through must be a date from 2026-12-24 to 2027-12-24, so that the"
              + " exception covers 1–366 days");
    }
  }

  @Test
  void aLaneMayHaveHoursOfItsOwn() {
    String slot = "[{\"day\":\"tuesday\",\"from\":\"18:00\",\"to\":\"19:00\"}]";
    Service service = read(limited("professional", slot));
    assertEquals(Set.of("professional"), service.laneHours().keySet());
    refused(
        limited("nurses", slot),
        "laneHours must hold weekly slots for lanes of the service; leave out all others");
  }

  private static String limited(String lane, String slots) {
    return GOOD.replace(
        "\"origins\"", "\"laneHours\":{\"%s\":%s},\"origins\"".formatted(lane, slots));
  }

  private static String with(String members, String exceptions) {
    return GOOD.replace("\"zone\"", members + "\"zone\"")
        .replaceAll("\"exceptions\":\\[.*?]", "\"exceptions\":[" + exceptions + "]");
  }

  private static Service read(String text) {
    return assertInstanceOf(ServiceText.Read.class, ServiceText.read(text)).service();
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
