package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Asking;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.service.Audience;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ways in which services for people who buy could come together with those for people who sell: an
/// edition, a new service of somebody who works for the others, a transfer. Links, matches and
/// colleagues are in `BuyersTest`, duty is in `DutyRulesTest`, the list of devices in
/// `LiveRosterBookTest`.
class AudiencesTest {

  private static final String BUYERS =
      """
      {"id":"kjopere","audience":"buyers","names":{"nb":"Kjøpere"},"languages":["nb"],
       "lanes":["self"],"hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],
       "retentionDays":0,"exit":"https://www.yr.no/",
       "emergency":[{"number":"113","kind":"health"}]}
      """;

  private LettersForTests people;

  @BeforeEach
  void open() {
    people = new LettersForTests();
  }

  @AfterEach
  void close() {
    people.close();
  }

  private void storeBuyers() {
    assertEquals(List.of(), get(people.desk.services.put(List.of(BUYERS))));
    get(people.desk.serviceBook.refresh());
  }

  @Test
  void noEditionTurnsAServiceIntoOneForTheOthers() {
    List<String> faults =
        get(people.desk.services.put(List.of(BUYERS.replace("kjopere", "nadheim"))));
    assertEquals(1, faults.size());
    assertTrue(faults.getFirst().startsWith("audience: a service stays"));
    get(people.desk.serviceBook.refresh());
    assertEquals(
        Audience.SELLERS,
        people.desk.serviceBook.find(new ServiceId("nadheim")).orElseThrow().audience());
  }

  @Test
  void aStoredDocumentThatCannotBeReadAnyMoreMayBeReplacedForTheSamePeople() {
    storeBuyers();
    get(
        people
            .desk
            .pool
            .query("UPDATE service SET settings = settings - 'names' WHERE id = 'kjopere'")
            .execute());
    String turned = BUYERS.replace("\"audience\":\"buyers\",", "");
    assertTrue(get(people.desk.services.put(List.of(turned))).getFirst().contains("stays"));
    assertEquals(List.of(), get(people.desk.services.put(List.of(BUYERS))));
  }

  @Test
  void noServiceIsForTheOthersWhosePeopleWorkElsewhere() {
    get(
        people.desk.people.add(
            new StaffMember(
                StaffId.fresh(),
                "Both",
                Role.WORKER,
                Set.of(new ServiceId("pro-mann"), new ServiceId("kjopere")))));
    List<String> faults = get(people.desk.services.put(List.of(BUYERS)));
    assertEquals(1, faults.size());
    assertTrue(faults.getFirst().startsWith("audience: somebody"));
  }

  @Test
  void whoWorksForSellersPublishesNoServiceForBuyers() {
    Asking kari = people.kari.page();
    JsonObject draft =
        new JsonObject()
            .put("service", "kjopere")
            .put("base", 0)
            .put("revision", 0)
            .put("document", new JsonObject(BUYERS));
    assertEquals(200, kari.post("/api/services/drafts", draft.encode()).status());
    JsonObject answer =
        kari.post(
                "/api/services/publish",
                new JsonObject().put("service", "kjopere").put("revision", 1).encode())
            .json();
    assertNull(answer.getInteger("edition"));
    assertTrue(answer.getJsonArray("faults").getString(0).startsWith("audience: "));
    assertTrue(people.desk.serviceBook.find(new ServiceId("kjopere")).isEmpty());
  }

  @Test
  void noTransferLeadsFromOneToTheOther() {
    storeBuyers();
    String leading =
        BUYERS.replace("\"origins\"", "\"afterHours\":{\"service\":\"pro-mann\"},\"origins\"");
    List<String> faults = get(people.desk.services.put(List.of(leading)));
    assertTrue(faults.getFirst().contains("never joined"), faults::toString);
  }
}
