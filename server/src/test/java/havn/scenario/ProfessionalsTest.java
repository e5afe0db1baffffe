package havn.scenario;

import static havn.scenario.Person.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.staff.Role;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import havn.wire.v1.LineItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Professionals who discuss a case without saying whose it is (S10): a lane of its own.
class ProfessionalsTest {

  private static final List<String> SPOKEN = List.of("nb");

  @Test
  void aLaneForProfessionalsIsAnsweredByThoseWhoAnswerItAndKnowsNothingOfAClient()
      throws Exception {
    try (Installation havn = new Installation("nadheim", "2026-11-16T08:00")) {
      Person fag = havn.hires("Fag", Role.WORKER, SPOKEN, "nadheim", "ungpro");
      Person felt = havn.hires("Felt", Role.WORKER, SPOKEN, "nadheim");
      havn.opens().at("2026-11-16T10:30");
      DeskClient felts = felt.comesOnDuty("nadheim", "self");
      assertEquals(Code.SERVICE_CLOSED, havn.refused(havn.card().setLane("professional")));
      DeskClient fags = fag.comesOnDuty("nadheim", "professional");
      VisitorClient teacher = havn.rings(havn.card().setLane("professional"));
      LineItem shown = shown(felts, teacher);
      assertEquals("professional", shown.getLane());
      assertEquals(List.of(), shown.getWishesList());
      fag.isAsked(felts, teacher);
      felts.take(teacher.conversation);
      assertEquals(Code.NOT_FOR_THIS_DEVICE, refusal(felts));
      VisitorClient herself = havn.rings(havn.card());
      felt.isAsked(fags, herself);
      fags.takeAndGrant(teacher.conversation);
      felts.takeAndGrant(herself.conversation);

      Person.goesOnDuty(fags, "ungpro");
      assertEquals("open", havn.says("ungpro").getString("state"));
      assertEquals(
          Code.SERVICE_UNKNOWN, havn.refused(havn.card().setService("ungpro").setLane("self")));
      VisitorClient other = havn.rings(havn.card().setService("ungpro").setLane("professional"));
      fags.takeAndGrant(other.conversation);
      assertFalse(felts.has(d -> d.hasLine() && d.getLine().getService().equals("ungpro")));
    }
  }

  private static LineItem shown(DeskClient console, VisitorClient visitor) {
    DeskDown line =
        console.await(
            d ->
                d.getLine().getItemsList().stream()
                    .anyMatch(item -> item.getLane().equals("professional")));
    return line.getLine().getItemsList().stream()
        .filter(item -> item.getConversation().size() == visitor.conversation.bytes().length)
        .findFirst()
        .orElseThrow();
  }
}
