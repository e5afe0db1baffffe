package havn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.wire.v1.DeskDown;
import havn.wire.v1.EndReason;
import havn.wire.v1.VisitorDown;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Visitors on one process, consoles on another, one Redis between them.
class TwoProcessesTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse here = new TestHouse(people, SocketLimits.usual());
  private final TestHouse there = new TestHouse(people, SocketLimits.usual());
  private final TestPeople.Worker worker = people.worker();
  private final DeskClient desk = there.onDuty(worker);

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private VisitorClient talking() {
    VisitorClient visitor = here.welcomed();
    visitor.ring();
    desk.await(d -> d.hasLine() && d.getLine().getItemsCount() > 0);
    desk.takeAndGrant(visitor.conversation);
    visitor.await(VisitorDown::hasTaken);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return visitor;
  }

  @Test
  void aChatGoesAcross() {
    VisitorClient visitor = talking();
    for (int i = 0; i < 30; i++) {
      visitor.talk(1, i);
      desk.talk(visitor.conversation, 1, i);
    }
    desk.await(d -> seq(d) == 62);
    visitor.await(d -> seq(d) == 62);
    List<Integer> order = IntStream.rangeClosed(1, 62).boxed().toList();
    assertEquals(order, visitor.all(d -> seq(d) > 0, TwoProcessesTest::seq));
    assertEquals(order, desk.all(d -> seq(d) > 0, TwoProcessesTest::seq));
    visitor.signal(1);
    desk.await(DeskDown::hasSignal);
    desk.signal(visitor.conversation, 1);
    visitor.await(VisitorDown::hasSignal);
    visitor.leave();
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.BY_VISITOR);
  }

  @Test
  void presenceGoesAcross() {
    VisitorClient visitor = talking();
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    VisitorClient back = visitor.resume(here, 2);
    desk.await(d -> d.hasVisitor() && d.getVisitor().getConnected());
    assertEquals(true, back.await(VisitorDown::hasStaff).getStaff().getConnected());
    desk.ws.close();
    back.await(d -> d.hasStaff() && !d.getStaff().getConnected());
  }

  @Test
  void whoComesBackOnAnotherProcessIsServedThereAndEndsTheFirst() {
    VisitorClient visitor = talking();
    VisitorClient moved = visitor.resume(there, 2);
    moved.await(VisitorDown::hasCaughtUp);
    assertEquals(3540, visitor.closeCode());
    moved.talk(1, 0);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    DeskClient console = here.desk(worker);
    assertEquals(3540, desk.closeCode());
    console.await(DeskDown::hasTaken);
    console.attach(moved.conversation, 0);
    console.await(d -> d.hasDuty() || d.hasCaughtUp());
    moved.talk(1, 1);
    console.await(d -> d.hasEntry() && d.getEntry().getEntry().getSeq() == 4);
  }

  private static int seq(VisitorDown down) {
    return down.hasStored() ? down.getStored().getSeq() : down.getEntry().getSeq();
  }

  private static int seq(DeskDown down) {
    return down.hasStored()
        ? down.getStored().getStored().getSeq()
        : down.getEntry().getEntry().getSeq();
  }
}
