package havn.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import havn.service.Audience;
import havn.service.Service;
import havn.service.ServiceText;
import havn.service.Transfers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The services of the demonstration, as they are written.
class DemoServicesTest {

  private static final List<Service> ALL =
      List.of(
              "pro-mann",
              "nadheim",
              "rosa",
              "pro-sentret-helse",
              "pro-sentret-lege",
              "pro-sentret-jus",
              "pro-sentret-terapi",
              "barnevernvakt",
              "natthjemmet",
              "ungpro",
              "kjopere")
          .stream()
          .map(DemoServicesTest::read)
          .toList();

  @Test
  void allOfThemMayNameEachOtherAsTheyDo() {
    assertEquals(List.of(), Transfers.faults(ALL));
  }

  @Test
  void theBuyersLineStandsAlone() {
    Service buyers = service("kjopere");
    assertEquals(Audience.BUYERS, buyers.audience());
    assertTrue(buyers.afterHours().isEmpty());
    assertTrue(
        ALL.stream()
            .flatMap(service -> Transfers.target(service).stream())
            .noneMatch(buyers.id()::equals));
  }

  @Test
  void theNarrowDesksOpenAsTheirReportsSay() {
    assertOpen("pro-sentret-helse", "2026-11-17T15:59", true);
    assertOpen("pro-sentret-helse", "2026-11-17T16:15", false);
    assertOpen("pro-sentret-helse", "2026-12-24T12:30", true);
    assertOpen("pro-sentret-helse", "2026-12-24T13:00", false);
    assertOpen("pro-sentret-lege", "2026-11-19T20:59", true);
    assertOpen("pro-sentret-jus", "2026-11-25T18:00", true);
    assertOpen("pro-sentret-jus", "2026-12-02T18:00", false);
    assertOpen("pro-sentret-terapi", "2026-11-19T15:00", false);
  }

  @Test
  void childProtectionIsOnDutyOnEveningsWeekendsAndHolidays() {
    assertOpen("barnevernvakt", "2026-11-17T12:00", false);
    assertOpen("barnevernvakt", "2026-11-17T15:00", true);
    assertOpen("barnevernvakt", "2026-11-18T07:59", true);
    assertOpen("barnevernvakt", "2026-11-21T12:00", true);
    assertOpen("barnevernvakt", "2026-04-05T12:00", true);
  }

  private static void assertOpen(String service, String local, boolean expected) {
    Instant at = LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Oslo")).toInstant();
    assertEquals(expected, service(service).opening().inHours(at), local);
  }

  private static Service service(String id) {
    return ALL.stream()
        .filter(service -> service.id().equals(new ServiceId(id)))
        .findFirst()
        .orElseThrow();
  }

  private static Service read(String id) {
    try (InputStream in = DemoSeed.class.getResourceAsStream("demo/" + id + ".json")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .replace("@TODAY@", "2026-11-20")
              .replace("@TOMORROW@", "2026-11-21")
              .replace("@HOST@", "http://localhost:8083");
      return assertInstanceOf(ServiceText.Read.class, ServiceText.read(text)).service();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
