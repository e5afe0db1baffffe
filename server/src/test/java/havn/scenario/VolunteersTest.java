package havn.scenario;

import static havn.scenario.Person.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.gateway.DeskClient;
import havn.gateway.VisitorClient;
import havn.staff.Role;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.InvitationKind;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Volunteers at Natthjemmet (S9): rights for the shift they hold, and nothing after it but the
/// chats that are still open.
class VolunteersTest {

  private static final String HOME = "natthjemmet";
  private static final List<String> SPOKEN = List.of("nb");

  @Test
  void aVolunteerHelpsInTheShiftAndKeepsOnlyTheOpenChatUntilAWorkerTakesOver() throws Exception {
    try (Installation havn = new Installation(HOME, "2026-11-17T12:00")) {
      Person leder = havn.hires("Leder", Role.COORDINATOR, SPOKEN, HOME);
      Person worker = havn.hires("Mona", Role.WORKER, SPOKEN, HOME);
      Person volunteer = havn.hires("Camila", Role.VOLUNTEER, SPOKEN, HOME);
      havn.opens();
      DeskClient camilas = volunteer.comesIn();
      leder.comesIn();
      String plan =
          leder.plans(HOME, "2026-11-17", "20:00", "22:00", "FREQ=WEEKLY;BYDAY=TU", Role.VOLUNTEER);
      volunteer.signsUp(plan, "2026-11-17");
      assertEquals(Code.ROLE_REFUSED, refusedDuty(camilas));

      havn.at("2026-11-17T19:44");
      assertEquals(Code.ROLE_REFUSED, refusedDuty(camilas));
      havn.at("2026-11-17T19:46");
      Person.goesOnDuty(camilas, HOME);
      havn.at("2026-11-17T21:58");
      assertEquals("late", havn.state(), "never open on volunteers alone");
      assertEquals(Code.SERVICE_CLOSED, havn.refused(havn.card()));

      DeskClient monas = worker.comesOnDuty(HOME);
      assertEquals("open", havn.state());
      VisitorClient visitor = havn.rings(havn.card());
      DeskTaken taken = camilas.takeAndGrant(visitor.conversation);
      JsonObject profiles = new JsonObject().put("service", HOME).put("kind", "profile");
      assertEquals(403, volunteer.refused("/api/notes/open", profiles));

      talk(camilas, visitor, 0);
      havn.at("2026-11-17T22:14");
      talk(camilas, visitor, 1);
      havn.at("2026-11-17T22:16");
      camilas.await(d -> d.hasDuty() && !d.getDuty().getOnDuty() && d.getDuty().getLoad() == 1);
      int lines = camilas.all(DeskDown::hasLine, d -> d).size();
      assertEquals(Code.ROLE_REFUSED, refusedDuty(camilas));
      talk(camilas, visitor, 2);
      havn.admits("welcome");
      VisitorClient next = havn.rings(havn.card());
      worker.isAsked(monas, next);
      camilas.take(next.conversation);
      assertEquals(Code.NOT_ON_DUTY, refusal(camilas));
      assertEquals(lines, camilas.all(DeskDown::hasLine, d -> d).size(), "no line is shown");

      takesOver(camilas, taken, visitor, monas);
      camilas.await(DeskDown::hasLeft);
      camilas.talk(visitor.conversation, 1, 3);
      assertEquals(Code.NOT_YOURS, refusal(camilas));
      monas.end(visitor.conversation);
      assertEquals(3541, visitor.closeCode());
      monas.takeAndGrant(next.conversation);
    }
  }

  private static void talk(DeskClient desk, VisitorClient visitor, int counter) {
    visitor.talk(1, counter);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    desk.talk(visitor.conversation, 1, counter);
    visitor.await(d -> d.hasStored());
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    desk.await(d -> d.hasStored());
  }

  private static void takesOver(
      DeskClient from, DeskTaken taken, VisitorClient visitor, DeskClient to) {
    from.invite(visitor.conversation, taken.getFence(), to.worker, InvitationKind.HANDOVER);
    to.await(DeskDown::hasInvitation);
    to.answer(visitor.conversation, true);
    DeskTaken handed =
        to.await(
                d -> d.hasTaken() && d.getTaken().getConversation().equals(taken.getConversation()))
            .getTaken();
    to.statement(visitor.conversation, handed.getFence());
    to.epoch(visitor.conversation, handed.getFence(), 2, handed.getSlot());
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
  }

  private static Code refusedDuty(DeskClient console) {
    console.dutyOn(List.of(HOME), List.of());
    return refusal(console);
  }
}
