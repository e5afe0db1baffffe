package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.login.Invites;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeavingTest {

  private LettersForTests people;
  private Asking kari;

  @BeforeEach
  void open() {
    people = new LettersForTests();
    kari = people.kari.page();
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void whoIsOffBoardedIsOutOfEverySessionAndNoLinkOpensAnything() {
    StaffMember ola = people.ola.member;
    Asking console = people.ola.page();
    Asking second = people.ola.page();
    var link = get(people.desk.invites.issue(ola.id(), Invites.LIFE));
    assertEquals(200, console.get("/api/me").status());
    assertEquals(204, offBoard(kari, ola));
    assertEquals(401, console.get("/api/me").status());
    assertEquals(401, second.get("/api/me").status());
    JsonObject token = new JsonObject().put("token", link.reveal());
    assertEquals(401, people.desk.ask().post("/api/login/invite", token.encode()).status());
    JsonObject again = new JsonObject().put("staff", ola.id().hex());
    assertEquals(404, kari.post("/api/invites/again", again.encode()).status());
    assertEquals(404, offBoard(kari, ola));
    assertTrue(
        get(JournalStores.journal(people.desk.pool).read(1))
            .getFirst()
            .text()
            .contains("staff.off"));
    assertEquals(200, kari.get("/api/me").status());
  }

  @Test
  void whoLosesAServiceSignsInAnewWithoutIt() {
    StaffMember both =
        new StaffMember(
            StaffId.fresh(),
            "Liv",
            Role.WORKER,
            Set.of(new ServiceId("pro-mann"), new ServiceId("nadheim")));
    get(people.desk.people.add(both));
    Asking before = people.desk.as(both);
    assertEquals(403, offBoard(kari, both));
    assertEquals(403, restrict(kari, both, "nadheim"));
    assertEquals(204, restrict(kari, both, "pro-mann"));
    assertEquals(401, before.get("/api/me").status());
    assertEquals(
        Set.of(new ServiceId("nadheim")),
        get(people.desk.people.find(both.id())).orElseThrow().services());
    assertEquals(404, restrict(kari, both, "pro-mann"));
    assertEquals(409, restrict(people.berit.page(), both, "nadheim"));
  }

  @Test
  void nobodyEndsThemselvesNorSomebodyOfOthersNorWithoutTheRole() {
    assertEquals(409, offBoard(kari, people.kari.member));
    assertEquals(404, offBoard(kari, people.elsewhere.member));
    assertEquals(403, offBoard(people.ola.page(), people.camila.member));
    assertEquals(403, restrict(people.ola.page(), people.camila.member, "pro-mann"));
  }

  @Test
  void aServiceMoreAndAnotherRoleEndTheSessionsAndStandInTheListOfPeople() {
    StaffMember ola = people.ola.member;
    Asking before = people.ola.page();
    assertEquals(403, extend(kari, ola, "nadheim"));
    assertEquals(404, extend(people.berit.page(), ola, "nadheim"));
    StaffMember both = coordinator("Turid", "pro-mann", "nadheim");
    Asking turid = people.desk.as(both, people.kari.console.id);
    assertEquals(204, extend(turid, ola, "nadheim"));
    assertEquals(401, before.get("/api/me").status());
    assertEquals(403, appoint(kari, ola, "volunteer"));
    assertEquals(204, appoint(turid, ola, "volunteer"));
    JsonObject listed = new JsonObject(kari.get("/api/staff").body());
    JsonObject shown =
        listed.getJsonArray("staff").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("name").equals("Ola"))
            .findFirst()
            .orElseThrow();
    assertEquals("volunteer", shown.getString("role"));
    assertEquals(JsonArray.of("pro-mann"), shown.getJsonArray("services"));
    assertEquals(1, shown.getInteger("elsewhere"));
    assertEquals(403, people.camila.page().get("/api/staff").status());
  }

  @Test
  void aServiceIsNeverLeftWithoutACoordinator() {
    StaffMember kariToo = people.kari.member;
    StaffMember liv = coordinator("Liv", "pro-mann");
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertEquals(
        StaffStore.Change.DONE, get(people.desk.people.appoint(kariToo.id(), Role.WORKER, today)));
    assertEquals(
        StaffStore.Change.LAST_COORDINATOR,
        get(people.desk.people.appoint(liv.id(), Role.WORKER, today)));
    assertEquals(
        StaffStore.Change.LAST_COORDINATOR,
        get(people.desk.people.offBoard(liv.id(), LettersForTests.NOW, today)));
    assertEquals(Role.COORDINATOR, get(people.desk.people.find(liv.id())).orElseThrow().role());
  }

  @Test
  void theDeviceOfWhoIsGoneIsNamedAsSuchUntilTheNextList() {
    assertEquals(204, offBoard(kari, people.ola.member));
    JsonArray devices = new JsonObject(kari.get("/api/devices").body()).getJsonArray("devices");
    for (int i = 0; i < devices.size(); i++) {
      JsonObject device = devices.getJsonObject(i);
      assertEquals(
          device.getString("name").equals("Ola"), device.getBoolean("gone"), device::encode);
    }
  }

  private StaffMember coordinator(String name, String... services) {
    StaffMember made =
        new StaffMember(
            StaffId.fresh(),
            name,
            Role.COORDINATOR,
            Arrays.stream(services).map(ServiceId::new).collect(Collectors.toSet()));
    get(people.desk.people.add(made));
    return made;
  }

  private static int extend(Asking page, StaffMember who, String service) {
    JsonObject body =
        new JsonObject().put("staff", who.id().hex()).put("services", new JsonArray().add(service));
    return page.post("/api/staff/extend", body.encode()).status();
  }

  private static int appoint(Asking page, StaffMember who, String role) {
    JsonObject body = new JsonObject().put("staff", who.id().hex()).put("role", role);
    return page.post("/api/staff/role", body.encode()).status();
  }

  private static int offBoard(Asking page, StaffMember who) {
    JsonObject body = new JsonObject().put("staff", who.id().hex());
    return page.post("/api/staff/off-board", body.encode()).status();
  }

  private static int restrict(Asking page, StaffMember who, String service) {
    JsonObject body =
        new JsonObject().put("staff", who.id().hex()).put("services", new JsonArray().add(service));
    return page.post("/api/staff/restrict", body.encode()).status();
  }
}
