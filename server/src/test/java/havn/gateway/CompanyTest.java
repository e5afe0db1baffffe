package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Invitation;
import havn.kernel.id.ConversationId;
import havn.wire.v1.Colleague;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.EndReason;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Colleagues come into a chat, take it over and leave it, on one process and across two.
class CompanyTest {

  enum Where {
    ONE_PROCESS,
    TWO_PROCESSES
  }

  private static final SocketLimits QUICK =
      new SocketLimits(300, 64, 262_144, 50, Duration.ofSeconds(10), Duration.ofMillis(300));

  private final TestPeople people = new TestPeople();
  private final TestHouse here = new TestHouse(people, QUICK);
  private final TestHouse there = new TestHouse(people, QUICK);
  private final TestPeople.Worker kari = people.worker();
  private final TestPeople.Worker per = people.worker();
  private final DeskClient karis = here.onDuty(kari);
  private DeskClient pers = karis;
  private VisitorClient visitor = here.welcomed();
  private ConversationId chat = ConversationId.fresh();
  private long fence;

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private void talking(Where where) {
    pers = (where == Where.ONE_PROCESS ? here : there).onDuty(per);
    visitor.ring();
    chat = visitor.conversation;
    DeskTaken taken = karis.takeAndGrant(chat);
    fence = taken.getFence();
    assertEquals(1, taken.getSlot());
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
  }

  private void invited(InvitationKind kind) {
    karis.invite(chat, fence, per, kind);
    var invitation = pers.await(DeskDown::hasInvitation).getInvitation();
    assertEquals(kind, invitation.getKind());
    assertEquals(here.service.slug(), invitation.getService());
    assertEquals("nb", invitation.getLanguage());
  }

  private DeskTaken comesIn(InvitationKind kind) {
    invited(kind);
    pers.answer(chat, true);
    DeskTaken taken = pers.await(DeskDown::hasTaken).getTaken();
    assertEquals(2, taken.getSlot());
    assertEquals(1, taken.getEpoch());
    return taken;
  }

  private static int refusal(DeskClient desk) {
    return desk.await(DeskDown::hasRefused).getRefused().getCodeValue();
  }

  private static boolean members(DeskDown down, int count) {
    return down.hasMembers() && down.getMembers().getItemsCount() == count;
  }

  @ParameterizedTest
  @EnumSource
  void theLeadLearnsTheNamesOfWhoIsOnDuty(Where where) {
    talking(where);
    karis.colleagues(chat);
    List<Colleague> all = karis.await(DeskDown::hasColleagues).getColleagues().getItemsList();
    assertEquals(1, all.size());
    assertEquals(ByteString.copyFrom(per.device().bytes()), all.get(0).getDevice());
    assertEquals(TestPeople.NAME, all.get(0).getName());
    assertEquals(ByteString.copyFrom(TestPeople.SALT), all.get(0).getNameSalt());
    assertTrue(all.get(0).getFree());
    pers.colleagues(chat);
    assertEquals(4010, refusal(pers));
  }

  @ParameterizedTest
  @EnumSource
  void aHandoverMovesTheClaimAndTheOldLeadMaySayNothingMore(Where where) {
    talking(where);
    DeskTaken taken = comesIn(InvitationKind.HANDOVER);
    assertEquals(fence + 1, taken.getFence());
    karis.await(DeskDown::hasLeft);
    karis.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
    pers.await(d -> d.hasDuty() && d.getDuty().getLoad() == 1);

    karis.epoch(chat, fence, 2);
    assertEquals(4010, refusal(karis));
    karis.talk(chat, 1, 1);
    assertEquals(4010, refusal(karis));
    karis.attach(chat, 0);
    assertEquals(4010, refusal(karis));
    karis.end(chat);
    assertEquals(4010, refusal(karis));

    pers.statement(chat, taken.getFence());
    pers.epoch(chat, fence, 2, 2);
    assertEquals(4004, refusal(pers));
    pers.epoch(chat, taken.getFence(), 2, 2);
    visitor.await(d -> d.hasEntry() && d.getEntry().getSeq() == 4 && d.getEntry().hasEpoch());
    pers.talk(chat, 2, 2, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    visitor.talk(2, 0);
    pers.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    pers.ws.close();
    visitor.await(d -> d.hasStaff() && !d.getStaff().getConnected());
  }

  @ParameterizedTest
  @EnumSource
  void aNewLeadThatDiesBeforeItsEpochMakesItWhenItComesBack(Where where) {
    talking(where);
    DeskTaken taken = comesIn(InvitationKind.HANDOVER);
    pers.ws.close();
    DeskClient back = here.desk(per);
    DeskTaken again = back.await(DeskDown::hasTaken).getTaken();
    assertEquals(taken.getFence(), again.getFence());
    assertEquals(2, again.getSlot());
    assertEquals(1, again.getEpoch());
    back.attach(chat, 0);
    back.await(DeskDown::hasCaughtUp);
    back.statement(chat, taken.getFence());
    back.epoch(chat, taken.getFence(), 2, 2);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch() && d.getEntry().getSeq() == 4);
  }

  @ParameterizedTest
  @EnumSource
  void whoJoinsSpeaksInItsOwnSlotAndMakesNoEpochs(Where where) {
    talking(where);
    DeskTaken taken = comesIn(InvitationKind.JOIN);
    assertEquals(0, taken.getFence());
    DeskDown told = karis.await(d -> members(d, 1));
    assertEquals(
        ByteString.copyFrom(per.device().bytes()), told.getMembers().getItems(0).getDevice());
    assertEquals(2, told.getMembers().getItems(0).getSlot());

    pers.statement(chat, 0);
    karis.await(d -> d.hasEntry() && d.getEntry().getEntry().getSeq() == 3);
    pers.epoch(chat, 0, 2, 2);
    assertEquals(4004, refusal(pers));
    pers.epoch(chat, fence, 2, 2);
    assertEquals(4004, refusal(pers));
    pers.end(chat);
    assertEquals(4010, refusal(pers));

    karis.epoch(chat, fence, 2);
    pers.await(d -> d.hasEntry() && d.getEntry().getEntry().getSeq() == 4);
    pers.talk(chat, 2, 2, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().getSeq() == 5);
    karis.await(d -> d.hasEntry() && d.getEntry().getEntry().getSeq() == 5);
    pers.signal(chat, 2, 2);
    karis.await(DeskDown::hasSignal);
    visitor.await(VisitorDown::hasSignal);
    visitor.signal(2);
    pers.await(DeskDown::hasSignal);
    pers.talk(chat, 2, 1, 0);
    assertEquals(3506, pers.closeCode());
    visitor.talk(2, 0);
    karis.await(d -> d.hasEntry() && d.getEntry().getEntry().getSeq() == 6);
  }

  @ParameterizedTest
  @EnumSource
  void whoLeavesOrIsTakenOutSaysAndHearsNothingMore(Where where) {
    talking(where);
    comesIn(InvitationKind.JOIN);
    karis.await(d -> members(d, 1));
    pers.leave(chat);
    pers.await(DeskDown::hasLeft);
    karis.await(d -> members(d, 0));
    pers.talk(chat, 1, 2, 0);
    assertEquals(4010, refusal(pers));
    pers.attach(chat, 0);
    assertEquals(4010, refusal(pers));

    karis.invite(chat, fence, per, InvitationKind.JOIN);
    pers.await(DeskDown::hasInvitation);
    pers.answer(chat, true);
    assertEquals(3, pers.await(DeskDown::hasTaken).getTaken().getSlot());
    karis.await(d -> members(d, 1));
    pers.remove(chat, fence, kari);
    assertEquals(4010, refusal(pers));
    karis.remove(chat, fence, per);
    pers.await(DeskDown::hasLeft);
    karis.await(d -> members(d, 0));
    pers.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void whoLeavesTheRosterIsOutOfTheChatAtOnce(Where where) {
    talking(where);
    comesIn(InvitationKind.JOIN);
    karis.await(d -> members(d, 1));
    people.remove(per);
    karis.await(d -> members(d, 0));
    assertEquals(3523, pers.closeCode());
  }

  @ParameterizedTest
  @EnumSource
  void aChatWhoseLeadLeavesTheRosterEndsAtOnce(Where where) {
    talking(where);
    people.remove(kari);
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.DEVICE_REMOVED);
    assertEquals(3523, karis.closeCode());
  }

  @ParameterizedTest
  @EnumSource
  void anInvitationThatIsDeclinedOrWithdrawnLeavesEverythingAsItWas(Where where) {
    talking(where);
    invited(InvitationKind.HANDOVER);
    pers.answer(chat, false);
    karis.await(DeskDown::hasInvitationOver);
    invited(InvitationKind.JOIN);
    pers.withdraw(chat, fence);
    assertEquals(4010, refusal(pers));
    karis.withdraw(chat, fence);
    pers.await(DeskDown::hasInvitationOver);
    karis.await(DeskDown::hasInvitationOver);
    pers.answer(chat, true);
    assertEquals(4031, refusal(pers));
    karis.talk(chat, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    assertEquals(List.of(), get(here.conversations.heldBy(per.device())));
  }

  @ParameterizedTest
  @EnumSource
  void anInvitationEndsAfterTwoMinutes(Where where) {
    talking(where);
    invited(InvitationKind.HANDOVER);
    here.ahead = Invitation.LIFE.plusSeconds(1);
    there.ahead = here.ahead;
    karis.await(DeskDown::hasInvitationOver);
    pers.await(DeskDown::hasInvitationOver);
    pers.answer(chat, true);
    assertEquals(4031, refusal(pers));
    until("the room is given back", () -> get(here.conversations.heldBy(per.device())).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void onlyOneIsInvitedAtATime(Where where) {
    talking(where);
    TestPeople.Worker ola = people.worker();
    DeskClient olas = here.onDuty(ola);
    invited(InvitationKind.JOIN);
    karis.invite(chat, fence, ola, InvitationKind.JOIN);
    assertEquals(4030, refusal(karis));
    olas.answer(chat, true);
    assertEquals(4031, refusal(olas));
    karis.invite(chat, fence, per, InvitationKind.JOIN);
    pers.answer(chat, true);
    pers.await(DeskDown::hasTaken);
    karis.await(d -> members(d, 1));
    karis.invite(chat, fence, per, InvitationKind.JOIN);
    assertEquals(4032, refusal(karis));
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsInvitedWhoIsNotThereOrHasNoRoom(Where where) {
    talking(where);
    karis.invite(chat, fence, people.worker(), InvitationKind.JOIN);
    assertEquals(4005, refusal(karis));
    Stream.generate(ConversationId::fresh)
        .limit(3)
        .forEach(
            id -> {
              VisitorClient other = here.welcomed();
              other.ring();
              pers.take(other.conversation);
              pers.await(DeskDown::hasTaken);
            });
    karis.invite(chat, fence, per, InvitationKind.HANDOVER);
    assertEquals(4007, refusal(karis));
    pers.invite(chat, fence, kari, InvitationKind.HANDOVER);
    assertEquals(4010, refusal(pers));
  }

  @ParameterizedTest
  @EnumSource
  void whoIsInvitedLearnsOfItAfterAReconnect(Where where) {
    talking(where);
    pers.ws.close();
    karis.invite(chat, fence, per, InvitationKind.HANDOVER);
    DeskClient back = here.desk(per);
    assertEquals(
        InvitationKind.HANDOVER, back.await(DeskDown::hasInvitation).getInvitation().getKind());
  }
}
