package havn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.EndReason;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.WaitBand;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A chat from ring to end, over real sockets and a real Redis.
class ChatTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());
  private final DeskClient desk = house.onDuty(people.worker());

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aVisitorRingsIsTakenTalksAndLeaves() {
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    VisitorDown waiting = visitor.await(VisitorDown::hasWaiting);
    assertEquals(1, waiting.getWaiting().getPosition());
    assertEquals(WaitBand.WAIT_UNKNOWN, waiting.getWaiting().getBand());
    desk.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);

    DeskTaken taken = desk.takeAndGrant(visitor.conversation);
    assertEquals(1, taken.getFence());
    assertEquals(0, taken.getEpoch());
    visitor.await(VisitorDown::hasTaken);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasStatement() && d.getEntry().getSeq() == 1);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch() && d.getEntry().getSeq() == 2);

    visitor.talk(1, 0);
    assertEquals(3, visitor.await(VisitorDown::hasStored).getStored().getSeq());
    DeskDown heard = desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    assertEquals(3, heard.getEntry().getEntry().getSeq());
    desk.talk(visitor.conversation, 1, 0);
    assertEquals(4, desk.await(DeskDown::hasStored).getStored().getStored().getSeq());
    VisitorDown answer = visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    assertEquals(4, answer.getEntry().getSeq());
    assertEquals(64, answer.getEntry().getTalk().getSignature().size());

    visitor.leave();
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.BY_VISITOR);
    assertEquals(3541, visitor.closeCode());
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.BY_VISITOR);
    desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
  }

  private VisitorClient talking() {
    VisitorClient visitor = house.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return visitor;
  }

  @Test
  void bothSidesTalkingAtOnceSeeOneOrder() {
    VisitorClient visitor = talking();
    for (int i = 0; i < 60; i++) {
      visitor.talk(1, i);
      desk.talk(visitor.conversation, 1, i);
    }
    visitor.await(d -> seq(d) == 122);
    desk.await(d -> seq(d) == 122);
    List<Integer> order = IntStream.rangeClosed(1, 122).boxed().toList();
    assertEquals(order, visitor.all(d -> seq(d) > 0, ChatTest::seq));
    assertEquals(order, desk.all(d -> seq(d) > 0, ChatTest::seq));
  }

  private static int seq(VisitorDown down) {
    return down.hasStored() ? down.getStored().getSeq() : down.getEntry().getSeq();
  }

  private static int seq(DeskDown down) {
    return down.hasStored()
        ? down.getStored().getStored().getSeq()
        : down.getEntry().getEntry().getSeq();
  }

  @Test
  void signalsPassAndAreNotStored() {
    VisitorClient visitor = talking();
    visitor.signal(1);
    desk.await(DeskDown::hasSignal);
    desk.signal(visitor.conversation, 1);
    visitor.await(VisitorDown::hasSignal);
    VisitorClient back = visitor.resume(house, 0);
    assertEquals(2, back.await(VisitorDown::hasCaughtUp).getCaughtUp().getSeq());
  }

  @Test
  void eachSideLearnsWhetherTheOtherIsConnected() {
    VisitorClient visitor = talking();
    visitor.early(d -> d.hasStaff() && d.getStaff().getConnected());
    desk.ws.close();
    visitor.await(d -> d.hasStaff() && !d.getStaff().getConnected());
    visitor.ws.close();
    DeskClient again = house.desk(desk.worker);
    again.await(DeskDown::hasTaken);
    again.attach(visitor.conversation, 0);
    assertEquals(false, again.await(DeskDown::hasVisitor).getVisitor().getConnected());
    VisitorClient back = visitor.resume(house, 0);
    back.await(d -> d.hasStaff() && d.getStaff().getConnected());
    again.await(d -> d.hasVisitor() && d.getVisitor().getConnected());
  }

  @Test
  void oneDeskHoldsThreeChatsApart() {
    List<VisitorClient> visitors = List.of(talking(), talking(), talking());
    for (VisitorClient visitor : visitors) {
      visitor.talk(1, 0);
      desk.talk(visitor.conversation, 1, 0);
    }
    for (VisitorClient visitor : visitors) {
      visitor.await(d -> seq(d) == 4);
      assertEquals(4, visitor.all(d -> seq(d) > 0, d -> 1).size());
    }
  }

  @Test
  void aVisitorWhoLeavesAndHangsUpAtOnceIsNotWaitedFor() {
    VisitorClient visitor = talking();
    visitor.leave();
    visitor.ws.close();
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.BY_VISITOR);
    desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
  }

  @Test
  void aVisitorWhoLeavesTheLineAndHangsUpAtOnceIsNoLongerInIt() {
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    desk.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    visitor.leave();
    visitor.ws.close();
    desk.await(d -> d.hasLine() && d.getLine().getItemsCount() == 0);
  }

  @Test
  void theWorkerEndsAndBothAreTold() {
    VisitorClient visitor = talking();
    desk.end(visitor.conversation);
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.BY_STAFF);
    assertEquals(3541, visitor.closeCode());
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.BY_STAFF);
    desk.talk(visitor.conversation, 1, 0);
    assertEquals(4010, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
  }

  @Test
  void messagesOfEveryLengthArrive() {
    VisitorClient visitor = talking();
    int[] lengths = havn.wire.Samples.LENGTHS;
    for (int i = 0; i < lengths.length; i++) {
      visitor.talk(1, i, lengths[i]);
      int length = lengths[i];
      desk.await(
          d -> d.hasEntry() && d.getEntry().getEntry().getTalk().getFrame().size() == length);
    }
  }
}
