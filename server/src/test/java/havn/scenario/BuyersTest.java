package havn.scenario;

import static havn.scenario.Person.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.letters.Hand;
import havn.staff.Role;
import havn.wire.v1.Boost;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import havn.wire.v1.InvitationKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The buyers' line (S11): open beside the sellers' services, and never joined with them by a
/// match, a transfer, a colleague, a list or a link.
class BuyersTest {

  private static final List<String> SPOKEN = List.of("nb");
  private static final String BUYERS = "kjopere";

  @Test
  void bothAreOpenOnTheSameEveningAndNothingLeadsFromOneToTheOther() throws Exception {
    try (Installation havn = new Installation("rosa", "2026-11-15T12:00")) {
      Person leder = havn.hires("Leder", Role.COORDINATOR, SPOKEN, "rosa");
      Person selger = havn.hires("Vakt", Role.WORKER, SPOKEN, "rosa");
      Person kjoper = havn.hires("Linje", Role.WORKER, SPOKEN, BUYERS);
      havn.opens().at("2026-11-16T19:00");
      DeskClient sellers = selger.comesOnDuty("rosa");
      assertEquals("late", havn.says(BUYERS).getString("state"), "only its own staff open it");
      DeskClient buyers = kjoper.comesOnDuty(BUYERS);
      assertEquals("open", havn.says(BUYERS).getString("state"));

      VisitorClient one =
          havn.rings(
              havn.card()
                  .setService(BUYERS)
                  .addWishes("device:" + Hand.text(selger.device.bytes())));
      VisitorClient other = havn.rings(havn.card());
      kjoper.isAsked(buyers, one);
      selger.isAsked(sellers, other);
      buyers.take(other.conversation);
      assertTrue(List.of(Code.NOT_ON_DUTY, Code.ROLE_REFUSED).contains(refusal(buyers)));
      sellers.take(one.conversation);
      assertTrue(List.of(Code.NOT_ON_DUTY, Code.ROLE_REFUSED).contains(refusal(sellers)));
      long fence = buyers.takeAndGrant(one.conversation).getFence();
      sellers.takeAndGrant(other.conversation);

      buyers.invite(one.conversation, fence, sellers.worker, InvitationKind.HANDOVER);
      refusal(buyers);
      assertFalse(sellers.has(DeskDown::hasInvitation));
      seesOnlyItsOwn(selger, "rosa");
      seesOnlyItsOwn(kjoper, BUYERS);
      other.leave();
      assertEquals(3541, other.closeCode());
      leftByOneIsOwedNothingByTheOther(havn, one, sellers);
      nobodyIsInvitedToBoth(leder, selger);
    }
  }

  private static void seesOnlyItsOwn(Person person, String service) {
    List<JsonObject> mine =
        person.page().get("/api/me").json().getJsonArray("services").stream()
            .map(JsonObject.class::cast)
            .toList();
    assertEquals(List.of(service), mine.stream().map(one -> one.getString("id")).toList());
    for (String path : List.of("letters", "notes", "archives", "tasks")) {
      assertEquals(200, person.page().get("/api/" + path).status(), path);
    }
    String another = service.equals(BUYERS) ? "rosa" : BUYERS;
    JsonObject wanted = new JsonObject().put("service", another);
    assertEquals(404, person.refused("/api/notes/open", wanted.copy().put("kind", "profile")));
    assertEquals(403, person.refused("/api/desk", wanted.copy().put("press", "close-now")));
  }

  /// After eight silent minutes one service owes a place in front, and the other does not.
  private static void leftByOneIsOwedNothingByTheOther(
      Installation havn, VisitorClient left, DeskClient sellers) throws Exception {
    havn.at("2026-11-16T19:09");
    assertEquals(3541, left.closeCode());
    havn.admits("welcome");
    VisitorClient again = havn.welcomed();
    again.ringAgain(left);
    DeskDown line =
        sellers.await(
            d ->
                d.getLine().getItemsList().stream()
                    .anyMatch(item -> isOf(item.getConversation().toByteArray(), again)));
    assertTrue(
        line.getLine().getItemsList().stream()
            .allMatch(item -> item.getBoost() == Boost.BOOST_NONE));
    again.leave();
  }

  private static boolean isOf(byte[] conversation, VisitorClient visitor) {
    return Hand.text(conversation).equals(Hand.text(visitor.conversation.bytes()));
  }

  private static void nobodyIsInvitedToBoth(Person leder, Person worker) {
    leder.comesIn();
    JsonObject nina = new JsonObject().put("name", "Nina").put("role", "worker");
    JsonArray both = new JsonArray().add("rosa").add(BUYERS);
    assertEquals(403, leder.refused("/api/invites", nina.copy().put("services", both)));
    JsonArray theirs = new JsonArray().add(BUYERS);
    assertEquals(403, leder.refused("/api/invites", nina.copy().put("services", theirs)));
    JsonArray own = new JsonArray().add("rosa");
    leder.posts("/api/invites", nina.copy().put("services", own));
    JsonObject given = new JsonObject().put("staff", worker.member.id().hex());
    assertEquals(403, leder.refused("/api/staff/extend", given.put("services", theirs)));
  }
}
