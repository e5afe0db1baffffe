package havn.scenario;

import static havn.scenario.Person.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.staff.Role;
import havn.wire.v1.Code;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.Waiting;
import io.vertx.core.json.JsonArray;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nadheim's internet outreach (S2): workers who speak Spanish and Thai are the precondition of a
/// contact. The part of it that routing does.
class LanguageFirstTest {

  @Test
  void whoIsWrittenToInThaiIsToldWhoSpeaksItAndGetsNobodyElse() throws Exception {
    try (Installation havn = new Installation("nadheim", "2026-11-16T09:00")) {
      Person ane = havn.hires("Ane", Role.WORKER, List.of("nb", "es"), "nadheim");
      Person mali = havn.hires("Mali", Role.WORKER, List.of("th", "en"), "nadheim");
      havn.opens().at("2026-11-17T11:00");
      DeskClient anes = ane.comesOnDuty("nadheim");
      assertEquals(new JsonArray().add("nb").add("es"), havn.says().getJsonArray("spoken"));

      VisitorClient thai = havn.rings(havn.card().setLanguage("th"));
      Waiting told = thai.await(VisitorDown::hasWaiting).getWaiting();
      assertFalse(told.getUnderstood(), "nobody on duty speaks it, and the page says so");
      assertEquals(List.of("nb", "es"), told.getSpokenList());
      anes.take(thai.conversation);
      assertEquals(Code.NOT_FOR_THIS_DEVICE, refusal(anes));

      VisitorClient spanish = havn.rings(havn.card().setLanguage("es"));
      ane.isAsked(anes, spanish);
      anes.takeAndGrant(spanish.conversation);

      DeskClient malis = mali.comesOnDuty("nadheim");
      assertTrue(
          thai.await(d -> d.hasWaiting() && d.getWaiting().getUnderstood())
              .getWaiting()
              .getSpokenList()
              .contains("th"));
      mali.isAsked(malis, thai);
      malis.takeAndGrant(thai.conversation);
      thai.leave();
      spanish.leave();
      assertEquals(3541, spanish.closeCode());
    }
  }
}
