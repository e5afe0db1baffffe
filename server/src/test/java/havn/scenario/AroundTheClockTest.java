package havn.scenario;

import static havn.scenario.Person.goesHome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.staff.Role;
import havn.wire.v1.Code;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// ROSA's line (S7): answered around the clock, by ROSA in office hours and by another organisation
/// after them.
class AroundTheClockTest {

  @Test
  void afterOfficeHoursVisitorsAreToldWhoAnswersBeforeTheySendAnything() throws Exception {
    try (Installation havn = new Installation("rosa", "2026-11-17T07:00")) {
      Person leder = havn.hires("Leder", Role.COORDINATOR, List.of("nb"), "rosa");
      Person vakt = havn.hires("Vakt", Role.WORKER, List.of("nb"), "rosa");
      havn.opens();
      leder.comesIn();
      officeHours(leder);
      answeredBy(havn, "closed", "22010101");

      havn.at("2026-11-17T09:00");
      answeredBy(havn, "late", "22010101");
      DeskClient desk = vakt.comesOnDuty("rosa");
      assertEquals("open", havn.state());
      assertNull(havn.says().getValue("answersNow"));
      VisitorClient visitor = havn.rings(havn.card());
      desk.takeAndGrant(visitor.conversation);

      havn.at("2026-11-17T16:00");
      answeredBy(havn, "closed", "22010101");
      assertEquals("2026-11-18T07:00:00Z", havn.says().getString("opensAt"));
      visitor.talk(1, 0);
      desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
      visitor.leave();
      assertEquals(3541, visitor.closeCode());
      goesHome(desk);

      havn.at("2026-11-18T03:00");
      answeredBy(havn, "closed", "22010101");
      JsonObject lawyers = havn.says("pro-sentret-jus");
      assertEquals(
          "2026-11-18T07:00:00Z",
          lawyers.getJsonObject("answersLater").getString("from"),
          "whoever comes to the lawyers at night is sent on in the morning");
    }
  }

  /// Nobody is let in, and the page has the number of whoever answers.
  private static void answeredBy(Installation havn, String state, String phone) {
    JsonObject says = havn.says();
    assertEquals(state, says.getString("state"));
    assertEquals(phone, says.getJsonObject("answersNow").getString("phone"));
    assertEquals(
        "Krisesenteret", says.getJsonObject("answersNow").getJsonObject("names").getString("nb"));
    assertEquals(Code.SERVICE_CLOSED, havn.refused(havn.card()));
  }

  /// The coordinator writes and publishes what the demonstration leaves open.
  private static void officeHours(Person leder) {
    JsonObject service = leder.page().get("/api/services/rosa").json();
    JsonObject document = service.getJsonObject("document");
    JsonArray weekly = new JsonArray();
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      weekly.add(new JsonObject().put("day", day).put("from", "08:00").put("to", "16:00"));
    }
    document.getJsonObject("hours").put("weekly", weekly);
    document.put(
        "afterHours",
        new JsonObject()
            .put("names", new JsonObject().put("nb", "Krisesenteret"))
            .put("phone", "22010101"));
    int revision =
        leder
            .posts(
                "/api/services/drafts",
                new JsonObject()
                    .put("service", "rosa")
                    .put("base", 1)
                    .put("revision", 0)
                    .put("document", document))
            .getInteger("revision");
    JsonObject published =
        leder.posts(
            "/api/services/publish",
            new JsonObject().put("service", "rosa").put("revision", revision));
    assertEquals(2, published.getInteger("edition"), published::encode);
  }
}
