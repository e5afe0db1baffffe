package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.ByteString;
import havn.duty.Staffing;
import havn.kernel.id.ConversationId;
import havn.staff.Role;
import havn.wire.Samples;
import havn.wire.v1.Colleague;
import havn.wire.v1.DeskDown;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.Preference;
import havn.wire.v1.VisitorDown;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An interpreter on duty is asked in, and does nothing else.
class MediatorTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());
  private final TestPeople.Worker kari = people.worker();
  private final TestPeople.Worker mali = thai(people.person(Role.MEDIATOR));
  private final DeskClient malis = house.onDuty(mali);
  private final VisitorClient visitor = house.welcomed();

  @AfterEach
  void close() {
    house.close();
  }

  private static TestPeople.Worker thai(TestPeople.Worker person) {
    return new TestPeople.Worker(
        person.device(), person.key(), person.role(), person.statement(), List.of("th"));
  }

  private void rings() {
    visitor.ring(Samples.card(house.service.slug()).toBuilder().setLanguage("th").build());
  }

  private static int refusal(DeskClient desk) {
    return desk.await(DeskDown::hasRefused).getRefused().getCodeValue();
  }

  @Test
  void aMediatorKeepsNoServiceOpenSeesNoLineAndTakesNobody() {
    assertEquals(Staffing.LATE, get(house.availability.of(house.service)).staffing());
    DeskClient karis = house.onDuty(kari);
    assertEquals(List.of("nb", "en"), get(house.availability.of(house.service)).spoken());
    rings();
    karis.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    malis.take(visitor.conversation);
    assertEquals(4005, refusal(malis));
    assertFalse(malis.has(DeskDown::hasLine));
  }

  @Test
  void whoeverNobodyUnderstandsIsToldOfAnInterpreterAndTakenByAnybodyOnceTheySaidYes() {
    DeskClient karis = house.onDuty(kari);
    rings();
    ConversationId chat = visitor.conversation;
    var place = visitor.await(VisitorDown::hasWaiting).getWaiting();
    assertEquals(List.of("nb", "en", "th-x-interp"), place.getSpokenList());
    assertFalse(place.getUnderstood());
    karis.take(chat);
    assertEquals(4014, refusal(karis));

    visitor.relax(Preference.ANOTHER_LANGUAGE, true, 0, "th-x-interp");
    visitor.await(d -> d.hasWaiting() && d.getWaiting().getUnderstood());
    karis.await(d -> d.hasLine() && d.getLine().getItems(0).getRelaxedCount() == 1);
    long fence = karis.takeAndGrant(chat).getFence();
    karis.colleagues(chat);
    Colleague found = karis.await(DeskDown::hasColleagues).getColleagues().getItems(0);
    assertEquals(ByteString.copyFrom(mali.device().bytes()), found.getDevice());
    assertEquals(List.of("th"), found.getLanguagesList());

    karis.invite(chat, fence, mali, InvitationKind.HANDOVER);
    assertEquals(4009, refusal(karis));
    karis.invite(chat, fence, mali, InvitationKind.JOIN);
    malis.await(DeskDown::hasInvitation);
    malis.answer(chat, true);
    assertEquals(0, malis.await(DeskDown::hasTaken).getTaken().getFence());
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 1);
    karis.remove(chat, fence, mali);
    malis.await(DeskDown::hasLeft);
  }

  @Test
  void thatAnInterpreterWillDoCountsNoLongerThanOneIsThere() {
    DeskClient karis = house.onDuty(kari);
    rings();
    visitor.await(VisitorDown::hasWaiting);
    visitor.relax(Preference.ANOTHER_LANGUAGE, true, 0, "th-x-interp");
    karis.await(
        d ->
            d.hasLine()
                && d.getLine().getItemsCount() == 1
                && d.getLine().getItems(0).getRelaxedCount() == 1
                && !d.getLine().getItems(0).getOfferedTo().isEmpty());
    malis.dutyOff();
    karis.await(
        d ->
            d.hasLine()
                && d.getLine().getItems(0).getRelaxedCount() == 0
                && d.getLine().getItems(0).getOfferedTo().isEmpty());
    visitor.await(d -> d.hasWaiting() && !d.getWaiting().getUnderstood());
    karis.take(visitor.conversation);
    assertEquals(4014, refusal(karis));
    house.onDuty(mali);
    karis.await(d -> d.hasLine() && d.getLine().getItems(0).getRelaxedCount() == 1);
    karis.takeAndGrant(visitor.conversation);
  }

  @Test
  void noInterpreterIsPromisedForALanguageThatNoneSpeaksOrOnABreak() {
    house.onDuty(kari);
    malis.onBreak();
    malis.await(d -> d.hasDuty() && d.getDuty().getOnBreak());
    rings();
    assertEquals(
        List.of("nb", "en"), visitor.await(VisitorDown::hasWaiting).getWaiting().getSpokenList());
  }
}
