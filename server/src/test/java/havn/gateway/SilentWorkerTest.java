package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Stage;
import havn.wire.Samples;
import havn.wire.v1.Again;
import havn.wire.v1.Boost;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import havn.wire.v1.EndReason;
import havn.wire.v1.Ring;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.VisitorUp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Staff who say nothing: after eight minutes the visitor stands in front of the line again.
class SilentWorkerTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final TestPeople.Worker worker = people.worker();

  @AfterEach
  void close() {
    house.close();
  }

  private VisitorClient talking(DeskClient desk) {
    VisitorClient visitor = house.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return visitor;
  }

  private void pass(VisitorClient visitor, Duration time) {
    house.ahead = house.ahead.plus(time);
    visitor.beat();
  }

  private boolean goesOn(VisitorClient visitor) {
    return get(house.conversations.find(visitor.conversation))
        .filter(chat -> chat.stage() instanceof Stage.Taken)
        .isPresent();
  }

  private static void isLeft(VisitorClient visitor) {
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.STAFF_SILENT);
    assertEquals(3541, visitor.closeCode());
  }

  private static int place(VisitorClient visitor) {
    return visitor.await(VisitorDown::hasWaiting).getWaiting().getPosition();
  }

  @Test
  void whoWasTakenAndReadsNoWordForEightMinutesStandsInFrontOnce() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    house.ahead = Silence.MOST;
    isLeft(visitor);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.STAFF_SILENT);

    VisitorClient earlier = house.welcomed();
    earlier.ring();
    VisitorClient again = house.welcomed();
    again.ringAgain(visitor);
    assertEquals(1, place(again));
    desk.await(
        d ->
            d.hasLine()
                && d.getLine().getItemsCount() == 2
                && d.getLine().getItems(0).getBoost() == Boost.RETURNED
                && d.getLine().getItems(1).getBoost() == Boost.BOOST_NONE);
    again.beat();
    VisitorClient twice = house.welcomed();
    twice.ringAgain(visitor);
    assertEquals(3, place(twice), "a place in front is given once");
  }

  @Test
  void nobodyElseCanClaimTheirPlace() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    house.ahead = Silence.MOST;
    isLeft(visitor);
    VisitorClient earlier = house.welcomed();
    earlier.ring();
    VisitorClient thief = house.welcomed();
    thief.conversation = visitor.conversation;
    thief.capability = earlier.capability;
    VisitorClient taking = house.welcomed();
    taking.ringAgain(thief);
    assertEquals(2, place(taking));
    VisitorClient ended = house.welcomed();
    ended.ringAgain(earlier);
    assertEquals(3, place(ended), "nothing is owed after a chat that was not left");
  }

  @Test
  void aWordOfStaffEndsTheWaitAndTheVisitorsNextWordBeginsAnother() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    pass(visitor, Duration.ofMinutes(7));
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    pass(visitor, Duration.ofMinutes(20));
    assertTrue(goesOn(visitor), "nobody waits for a word");
    visitor.talk(1, 0);
    visitor.await(VisitorDown::hasStored);
    pass(visitor, Duration.ofMinutes(5));
    visitor.talk(1, 1);
    visitor.await(VisitorDown::hasStored);
    assertTrue(goesOn(visitor));
    house.ahead = house.ahead.plus(Duration.ofMinutes(3));
    isLeft(visitor);
    assertFalse(goesOn(visitor));
  }

  @Test
  void whoseWorkerIsGoneForEightMinutesAfterTheirLastWordStandsInFront() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    get(desk.ws.close());
    visitor.await(d -> d.hasStaff() && !d.getStaff().getConnected());
    pass(visitor, Duration.ofMinutes(7));
    assertTrue(goesOn(visitor));
    house.ahead = Silence.MOST.plusSeconds(5);
    isLeft(visitor);
    house.onDuty(people.worker());
    VisitorClient earlier = house.welcomed();
    earlier.ring();
    VisitorClient again = house.welcomed();
    again.ringAgain(visitor);
    assertEquals(1, place(again));
  }

  @Test
  void whoseWorkerComesBackInTimeGoesOn() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    get(desk.ws.close());
    visitor.await(d -> d.hasStaff() && !d.getStaff().getConnected());
    pass(visitor, Duration.ofMinutes(7));
    DeskClient back = house.onDuty(worker);
    until(
        "staff are back",
        () -> {
          Claims.follow(back);
          return lastWord(visitor);
        });
    pass(visitor, Duration.ofMinutes(20));
    assertTrue(goesOn(visitor));
  }

  private static boolean lastWord(VisitorClient visitor) {
    return visitor.all(VisitorDown::hasStaff, d -> d.getStaff().getConnected()).getLast();
  }

  @Test
  void aWordOfTheVisitorThatIsReplayedIsNoWordOfStaff() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    visitor.talk(1, 0);
    visitor.await(VisitorDown::hasStored);
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    VisitorClient back = house.visitor();
    back.conversation = visitor.conversation;
    back.capability = visitor.capability;
    back.resume(2, Duration.ofMinutes(6));
    back.await(VisitorDown::hasCaughtUp);
    pass(back, Duration.ofMinutes(1));
    assertTrue(goesOn(back));
    house.ahead = house.ahead.plus(Duration.ofMinutes(1));
    isLeft(back);
  }

  @Test
  void aPageThatIsLoadedAnewWaitsForTheAnswerToItsLastWord() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    visitor.talk(1, 0);
    visitor.await(VisitorDown::hasStored);
    VisitorClient back = visitor.resume(house, 0);
    back.await(VisitorDown::hasCaughtUp);
    house.ahead = Silence.MOST;
    isLeft(back);
  }

  @Test
  void aProofThatIsNoneIsMalformed() {
    for (int[] lengths : new int[][] {{0, 0}, {15, 32}, {16, 31}, {17, 33}}) {
      VisitorClient visitor = house.welcomed();
      visitor.send(
          VisitorUp.newBuilder()
              .setRing(
                  Ring.newBuilder()
                      .setCard(Samples.card(house.service.slug()).toByteString())
                      .setAgain(
                          Again.newBuilder()
                              .setConversation(ByteString.copyFrom(new byte[lengths[0]]))
                              .setCapability(ByteString.copyFrom(new byte[lengths[1]]))))
              .build());
      assertEquals(3501, visitor.closeCode());
    }
  }

  @Test
  void aPageThatClaimsTheLongestWaitLosesItsChatAndNothingElse() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    VisitorClient other = talking(desk);
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    VisitorClient back = house.visitor();
    back.conversation = visitor.conversation;
    back.capability = visitor.capability;
    back.resume(2, Duration.ofMillis(0xffff_ffffL));
    isLeft(back);
    assertTrue(goesOn(other));
  }

  @Test
  void aRingThatIsRefusedTakesNothing() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    house.ahead = Silence.MOST;
    isLeft(visitor);
    desk.dutyOff();
    desk.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
    VisitorClient early = house.welcomed();
    early.sendAgain(visitor);
    early.await(VisitorDown::hasRefused);
    desk.dutyOn();
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    VisitorClient earlier = house.welcomed();
    earlier.ring();
    early.ringAgain(visitor);
    assertEquals(1, place(early));
  }

  @Test
  void whatStaffSaidWhileThePageWasAwayEndsTheWait() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    visitor.talk(1, 0);
    visitor.await(VisitorDown::hasStored);
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    desk.talk(visitor.conversation, 1, 0);
    desk.await(DeskDown::hasStored);
    VisitorClient back = house.visitor();
    back.conversation = visitor.conversation;
    back.capability = visitor.capability;
    back.resume(2, Duration.ofMinutes(7));
    back.await(VisitorDown::hasCaughtUp);
    pass(back, Duration.ofMinutes(5));
    assertTrue(goesOn(back));
  }

  @Test
  void whoeverIsFullHasRoomForOneMoreWhoIsInDangerNow() {
    DeskClient desk = house.onDuty(worker);
    for (int chats = 0; chats < 3; chats++) {
      talking(desk);
    }
    VisitorClient danger = house.welcomed();
    danger.ring(Samples.card(house.service.slug()).toBuilder().addWishes("danger").build());
    desk.take(danger.conversation);
    desk.await(DeskDown::hasTaken);
    VisitorClient second = house.welcomed();
    second.ring(Samples.card(house.service.slug()).toBuilder().addWishes("danger").build());
    desk.take(second.conversation);
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.NO_ROOM);
  }

  @Test
  void whoIsInDangerNowStandsInFrontOfEverybody() {
    DeskClient desk = house.onDuty(worker);
    VisitorClient visitor = talking(desk);
    house.ahead = Silence.MOST;
    isLeft(visitor);
    VisitorClient again = house.welcomed();
    again.ringAgain(visitor);
    VisitorClient danger = house.welcomed();
    danger.ring(Samples.card(house.service.slug()).toBuilder().addWishes("danger").build());
    assertEquals(1, place(danger));
    desk.await(
        d ->
            d.hasLine()
                && d.getLine().getItemsCount() == 2
                && d.getLine().getItems(0).getBoost() == Boost.DANGER
                && d.getLine()
                    .getItems(1)
                    .getConversation()
                    .equals(ByteString.copyFrom(again.conversation.bytes())));
  }
}
