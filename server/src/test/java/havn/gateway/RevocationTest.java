package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.duty.Staffing;
import havn.kernel.id.ConversationId;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.EndReason;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.VisitorDown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A device leaves the roster while its console is not connected: a phone that was taken away.
class RevocationTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());
  private final TestPeople.Worker kari = people.worker();
  private final TestPeople.Worker per = people.worker();
  private final DeskClient karis = house.onDuty(kari);
  private final VisitorClient visitor = house.welcomed();

  @AfterEach
  void close() {
    house.close();
  }

  private DeskTaken talking() {
    visitor.ring();
    DeskTaken taken = karis.takeAndGrant(visitor.conversation);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return taken;
  }

  @Test
  void theChatItLedEnds() {
    talking();
    karis.ws.close();
    people.remove(kari);
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.DEVICE_REMOVED);
    until("nothing is held", () -> get(house.conversations.heldBy(kari.device())).isEmpty());
  }

  @Test
  void whoWasLeftByItStandsInFrontWhenTheyRingAgain() {
    talking();
    people.remove(kari);
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.DEVICE_REMOVED);
    house.onDuty(per);
    house.welcomed().ring();
    VisitorClient again = house.welcomed();
    again.ringAgain(visitor);
    assertEquals(1, again.await(VisitorDown::hasWaiting).getWaiting().getPosition());
  }

  @Test
  void itIsOutOfTheChatOfAnother() {
    long fence = talking().getFence();
    ConversationId chat = visitor.conversation;
    DeskClient pers = house.onDuty(per);
    karis.invite(chat, fence, per, InvitationKind.JOIN);
    pers.await(DeskDown::hasInvitation);
    pers.answer(chat, true);
    pers.await(DeskDown::hasTaken);
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 1);
    pers.ws.close();
    people.remove(per);
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 0);
    until("nothing is held", () -> get(house.conversations.heldBy(per.device())).isEmpty());
  }

  @Test
  void itIsOffDutyAtOnce() {
    karis.ws.close();
    until("there, and gets nobody new", () -> staffing() == Staffing.BUSY);
    people.remove(kari);
    until("off duty", () -> staffing() == Staffing.LATE);
  }

  private Staffing staffing() {
    return get(house.availability.of(house.service)).staffing();
  }

  @Test
  void whoIsStillNamedGoesOn() {
    talking();
    people.remove(per);
    karis.await(DeskDown::hasRoster);
    karis.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
  }
}
