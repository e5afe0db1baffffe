package havn.channelhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.http.Answer;
import havn.http.Asking;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Consoles see that nobody is written to first after a restore, and coordinators end it.
class SilenceOverHttpTest {

  private static final String AT = "/api/outreach/pro-mann/silence";
  private static final String RESTORED =
      "INSERT INTO begun (id, tag, service, at, what) VALUES (decode(repeat('01', 16), 'hex'),"
          + " decode(repeat('00', 32), 'hex'), '', $1, 'reminder')";
  private static final String ALL = "{\"nothingSent\":true,\"stopsImported\":true}";

  private OutreachPortForTests house;
  private Asking kari;
  private Asking ola;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachPortForTests();
    kari = house.page(house.people.kari);
    ola = house.page(house.people.ola);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void withoutARestoreThereIsNothingToEnd() {
    assertEquals(new JsonObject(), ola.get(AT).json());
    Answer ended = kari.post(AT, ALL);
    assertEquals(409, ended.status(), ended.body());
  }

  @Test
  void everybodyOfTheTeamSeesItAndOnlyACoordinatorWhoSaysBothEndsIt() {
    restored();
    assertEquals("2027-05-19T12:00:00Z", ola.get(AT).json().getString("until"));
    assertEquals(403, ola.post(AT, ALL).status());
    assertEquals(403, house.page(house.people.camila).get(AT).status());
    assertEquals(422, kari.post(AT, ALL.replaceFirst("true", "false")).status());
    assertEquals(422, kari.post(AT, "{\"nothingSent\":true,\"stopsImported\":false}").status());
    assertEquals("2027-05-19T12:00:00Z", ola.get(AT).json().getString("until"));
    assertEquals(204, kari.post(AT, ALL).status());
    assertEquals(new JsonObject(), ola.get(AT).json());
    assertEquals(409, kari.post(AT, ALL).status());
  }

  private void restored() {
    get(
        house
            .pool
            .preparedQuery(RESTORED)
            .execute(Tuple.of(OutreachPortForTests.CLOCK.instant().atOffset(ZoneOffset.UTC))));
  }
}
