package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.Staffing;
import havn.kernel.id.ConversationId;
import havn.kernel.time.SystemTime;
import havn.staff.Role;
import havn.staff.ShiftRights;
import havn.wire.v1.Code;
import havn.wire.v1.Colleague;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskUp;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody in training reads in a chat that they are asked into, and does nothing else.
class TraineeTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final TestPeople.Worker kari = people.worker();
  private final TestPeople.Worker lea = people.person(Role.TRAINEE);
  private final DeskClient karis = house.onDuty(kari);
  private final VisitorClient visitor = house.welcomed();
  private ConversationId chat = ConversationId.fresh();

  @BeforeEach
  void shift() {
    house.plan("", SystemTime.wall().instant().plus(Duration.ofHours(1)));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /// Kari leads the visitor's chat. Answers its fence.
  private long taken() {
    visitor.ring();
    chat = visitor.conversation;
    return karis.takeAndGrant(chat).getFence();
  }

  /// Kari leads, and Lea is asked to watch.
  private DeskClient invited() {
    DeskClient leas = house.onDuty(lea);
    long fence = taken();
    karis.invite(chat, fence, lea, InvitationKind.JOIN);
    leas.await(DeskDown::hasInvitation);
    return leas;
  }

  /// Kari leads, and Lea watches in slot 2.
  private DeskClient watching() {
    DeskClient leas = invited();
    leas.answer(chat, true);
    assertEquals(2, leas.await(DeskDown::hasTaken).getTaken().getSlot());
    return leas;
  }

  private static Code refusal(DeskClient desk) {
    return desk.await(DeskDown::hasRefused).getRefused().getCode();
  }

  @Test
  void withoutAShiftTheyAreNotOnDuty() {
    house.planned = ShiftRights.NONE;
    DeskClient leas = house.desk(lea);
    leas.dutyOn();
    assertEquals(Code.ROLE_REFUSED, refusal(leas));
  }

  @Test
  void theyKeepNoServiceOpenInterpretNothingSeeNoLineAndTakeNobody() {
    DeskClient leas = house.onDuty(lea);
    karis.dutyOff();
    until(
        "nobody keeps it open",
        () -> get(house.availability.of(house.service)).staffing() == Staffing.LATE);
    karis.dutyOn();
    until(
        "a worker does",
        () -> get(house.availability.of(house.service)).staffing() == Staffing.OPEN);
    visitor.ring();
    chat = visitor.conversation;
    karis.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    assertEquals(
        List.of("nb", "en"), visitor.await(VisitorDown::hasWaiting).getWaiting().getSpokenList());
    leas.take(chat);
    assertEquals(Code.NOT_ON_DUTY, refusal(leas));
    assertFalse(leas.has(DeskDown::hasLine));
  }

  @Test
  void whoLeadsAsksThemToWatchAndNeverToTakeOver() {
    DeskClient leas = house.onDuty(lea);
    long fence = taken();
    karis.colleagues(chat);
    Colleague found = karis.await(DeskDown::hasColleagues).getColleagues().getItems(0);
    assertTrue(found.getFree());
    assertEquals(0, found.getLanguagesCount());
    karis.invite(chat, fence, lea, InvitationKind.HANDOVER);
    assertEquals(Code.ROLE_REFUSED, refusal(karis));
    assertFalse(leas.has(DeskDown::hasInvitation));
  }

  @Test
  void theyReadWhatIsSaidAndWhatTheySayReachesNobody() {
    DeskClient leas = watching();
    karis.talk(chat, 1, 0);
    leas.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    int said = DeskUp.TALK_FIELD_NUMBER;
    leas.talk(chat, 1, 2, 0);
    assertEquals(said, leas.await(DeskDown::hasRefused).getRefused().getRequest());
    leas.signal(chat, 1, 2);
    assertEquals(Code.ROLE_REFUSED, refusal(leas));
    leas.whisper(chat, 1, 2, 0);
    assertEquals(Code.ROLE_REFUSED, refusal(leas));
    karis.talk(chat, 1, 1);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    assertFalse(karis.has(d -> d.hasSignal() || d.hasWhisper()));
  }

  @Test
  void bothAskingAndWatchingAreWrittenDownFirst() {
    watching();
    assertEquals(List.of("asked " + chat.hex(), "came " + chat.hex()), house.watched.lines);
  }

  @Test
  void nobodyIsAskedInWhereItCannotBeWrittenDown() {
    DeskClient leas = house.onDuty(lea);
    long fence = taken();
    house.watched.fails = true;
    karis.invite(chat, fence, lea, InvitationKind.JOIN);
    assertEquals(Code.JOURNAL_UNAVAILABLE, refusal(karis));
    house.watched.fails = false;
    karis.invite(chat, fence, lea, InvitationKind.JOIN);
    leas.await(DeskDown::hasInvitation);
    assertEquals(List.of("asked " + chat.hex()), house.watched.lines);
    assertEquals(1, leas.all(DeskDown::hasInvitation, d -> d).size());
  }

  @Test
  void nobodyWatchesWhatCannotBeWrittenDownAndTheInvitationIsOver() {
    DeskClient leas = invited();
    house.watched.fails = true;
    leas.answer(chat, true);
    assertEquals(Code.JOURNAL_UNAVAILABLE, refusal(leas));
    karis.await(DeskDown::hasInvitationOver);
    house.watched.fails = false;
    leas.answer(chat, true);
    assertEquals(Code.INVITATION_GONE, refusal(leas));
    assertFalse(leas.has(DeskDown::hasTaken));
  }

  @Test
  void aConsoleThatHasNotHeardWhichChatsItHoldsAsksNobodyInUnwritten() {
    DeskClient leas = house.onDuty(lea);
    long fence = taken();
    karis.ws.close();
    house.desk(kari).invite(chat, fence, lea, InvitationKind.JOIN);
    leas.await(DeskDown::hasInvitation);
    assertEquals(List.of("asked " + chat.hex()), house.watched.lines);
  }

  @Test
  void offDutyTheyLeaveAndTheLeadLearnsOfIt() {
    DeskClient leas = watching();
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 1);
    leas.dutyOff();
    leas.await(DeskDown::hasLeft);
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 0);
  }

  @Test
  void whoComesBackReadsOnOnlyOnceTheyAreOnDuty() {
    DeskClient leas = watching();
    leas.ws.close();
    karis.talk(chat, 1, 0);
    DeskClient back = house.desk(lea);
    back.await(DeskDown::hasTaken);
    back.attach(chat, 0);
    // One more than may wait: this chat waits among those before it.
    for (int others = 0; others < 16; others++) {
      back.attach(ConversationId.fresh(), 0);
    }
    assertEquals(Code.NOT_ON_DUTY, refusal(back));
    assertFalse(back.has(DeskDown::hasEntry), "they wrote nothing of a shift");
    back.dutyOn();
    back.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
  }

  @Test
  void whoComesBackAfterTheirShiftReadsNothingMoreAndLeaves() {
    DeskClient leas = watching();
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 1);
    leas.ws.close();
    house.planned = ShiftRights.NONE;
    karis.talk(chat, 1, 0);
    DeskClient back = house.desk(lea);
    back.await(DeskDown::hasTaken);
    back.attach(chat, 0);
    back.dutyOn();
    back.await(DeskDown::hasLeft);
    assertFalse(back.has(DeskDown::hasEntry));
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 0);
  }

  @Test
  void whoseShiftIsOverWatchesNoMore() {
    DeskClient leas = watching();
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 1);
    house.planned = ShiftRights.NONE;
    leas.await(DeskDown::hasLeft);
    karis.await(d -> d.hasMembers() && d.getMembers().getItemsCount() == 0);
  }

  @Test
  void aShiftOnAnotherLaneShowsThemNoChatOfThisOne() {
    house.plan("legal", SystemTime.wall().instant().plus(Duration.ofHours(1)));
    house.onDuty(lea);
    long fence = taken();
    karis.invite(chat, fence, lea, InvitationKind.JOIN);
    assertEquals(Code.NOT_ON_DUTY, refusal(karis));
  }
}
