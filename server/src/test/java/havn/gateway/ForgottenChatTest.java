package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Stage;
import havn.wire.v1.DeskDown;
import havn.wire.v1.EndReason;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A chat that nobody ended, and nobody needs any more, gives its place back after an hour.
class ForgottenChatTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final TestPeople.Worker worker = people.worker();
  private DeskClient desk;
  private VisitorClient visitor;

  @BeforeEach
  void talkBegins() {
    desk = house.onDuty(worker);
    visitor = house.welcomed();
    visitor.ring();
    desk.takeAndGrant(visitor.conversation);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private boolean goesOn() {
    return get(house.conversations.find(visitor.conversation))
        .filter(chat -> chat.stage() instanceof Stage.Taken)
        .isPresent();
  }

  private void ends() {
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.VISITOR_GONE);
    until("nothing is held", () -> get(house.conversations.heldBy(worker.device())).isEmpty());
  }

  @Test
  void whenNobodySaysAnythingForAnHour() {
    house.ahead = Quiet.MOST.minusMinutes(1);
    visitor.beat();
    assertTrue(goesOn());
    house.ahead = Quiet.MOST;
    ends();
    assertEquals(3541, visitor.closeCode());
  }

  @Test
  void whenTheVisitorIsAwayForAnHourAlsoWhileStaffGoOnWriting() {
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    house.ahead = Duration.ofMinutes(50);
    desk.talk(visitor.conversation, 1, 1);
    desk.await(DeskDown::hasStored);
    assertTrue(goesOn());
    house.ahead = Quiet.MOST;
    ends();
  }

  @Test
  void aWordBeginsTheHourAnew() {
    house.ahead = Duration.ofMinutes(50);
    desk.talk(visitor.conversation, 1, 1);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    house.ahead = Duration.ofMinutes(100);
    visitor.beat();
    assertTrue(goesOn());
    assertEquals(List.of(), visitor.all(VisitorDown::hasRefused, d -> d));
  }
}
