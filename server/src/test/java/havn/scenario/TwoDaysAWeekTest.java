package havn.scenario;

import static havn.scenario.Person.goesHome;
import static havn.scenario.Person.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.kernel.id.DeviceId;
import havn.letters.Hand;
import havn.staff.Role;
import havn.wire.v1.Code;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pro Mann's chat (S1): a nurse and a social consultant, two days a week, and profiles on other
/// sites that are answered as they come.
class TwoDaysAWeekTest {

  private static final List<String> SPOKEN = List.of("nb", "en");
  private static final String COMMENT =
      Hand.text(Hand.sealed(1, "Skiftet av jobb, lurer på prøver"));

  @Test
  void whoComesBackByPhraseGetsTheSameWorkerOnTheOtherDay() throws Exception {
    try (Installation havn = new Installation("pro-mann", "2026-11-14T12:00")) {
      Person nora = havn.hires("Nora", Role.WORKER, SPOKEN, "pro-mann");
      Person amir = havn.hires("Amir", Role.WORKER, SPOKEN, "pro-mann");
      havn.opens().at("2026-11-16T12:00");
      havn.closedUntil("2026-11-17T16:00:00Z");

      havn.at("2026-11-17T17:00");
      assertEquals("late", havn.state());
      DeskClient noras = nora.comesOnDuty("pro-mann");
      assertEquals("open", havn.state());
      VisitorClient visitor = havn.rings(havn.card());
      noras.takeAndGrant(visitor.conversation);
      visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
      visitor.talk(1, 0);
      noras.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
      nora.posts("/api/notes", note("comment").put("conversation", text(visitor)));
      nora.posts("/api/notes", note("profile"));
      visitor.leave();
      assertEquals(3541, visitor.closeCode());
      goesHome(noras);

      havn.at("2026-11-18T18:00");
      havn.closedUntil("2026-11-19T16:00:00Z");

      havn.at("2026-11-19T17:30");
      DeskClient amirs = amir.comesOnDuty("pro-mann");
      noras = nora.comesOnDuty("pro-mann");
      VisitorClient again = havn.rings(havn.card().addWishes("device:" + text(nora.device)));
      nora.isAsked(amirs, again);
      amirs.take(again.conversation);
      assertEquals(Code.OFFERED_TO_ANOTHER, refusal(amirs));
      noras.takeAndGrant(again.conversation);
      assertEquals(new JsonArray().add(COMMENT), read(nora, "comment"));
      theOtherSeesToTheProfile(amir, nora);

      havn.at("2026-11-19T20:00");
      havn.closedUntil("2026-11-24T16:00:00Z");
      again.talk(1, 0);
      noras.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
      again.leave();
      assertEquals(3541, again.closeCode());
    }
  }

  /// What one left for whoever comes next is seen to by one of them.
  private static void theOtherSeesToTheProfile(Person one, Person other) {
    JsonObject profile =
        one.list("/api/notes", "notes").stream()
            .filter(note -> note.getString("kind").equals("profile"))
            .findFirst()
            .orElseThrow();
    String acts = "/api/notes/" + profile.getString("note") + "/acts";
    one.posts(acts, new JsonObject().put("act", "claim"));
    assertEquals(409, other.refused(acts, new JsonObject().put("act", "claim")));
    one.posts(acts, new JsonObject().put("act", "done"));
  }

  private static JsonArray read(Person person, String kind) {
    JsonObject wanted = new JsonObject().put("service", "pro-mann").put("kind", kind);
    JsonArray files = person.posts("/api/notes/open", wanted).getJsonArray("files");
    return new JsonArray(
        files.stream().map(file -> ((JsonObject) file).getString("file")).toList());
  }

  private static JsonObject note(String kind) {
    JsonObject sealed =
        new JsonObject()
            .put("file", COMMENT)
            .put("devices", new JsonArray().add(text(DeviceId.fresh())));
    return new JsonObject()
        .put("service", "pro-mann")
        .put("kind", kind)
        .put("days", 30)
        .put("text", sealed);
  }

  private static String text(VisitorClient visitor) {
    return Hand.text(visitor.conversation.bytes());
  }

  private static String text(DeviceId device) {
    return Hand.text(device.bytes());
  }
}
