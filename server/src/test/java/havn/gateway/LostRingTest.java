package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Debt;
import havn.wire.StreamBody;
import havn.wire.v1.Boost;
import havn.wire.v1.EndReason;
import havn.wire.v1.LineItem;
import havn.wire.v1.VisitorDown;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A visitor whom the service left rings, and never has the answer.
class LostRingTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final DeskClient desk = house.onDuty(people.worker());

  @AfterEach
  void close() {
    house.close();
  }

  private VisitorClient left(Debt debt) {
    VisitorClient visitor = house.inChatWith(desk);
    byte[] end = StreamBody.end(EndReason.STAFF_SILENT);
    assertTrue(get(house.conversations.leave(visitor.conversation, end, debt)).isPresent());
    get(house.conversations.release(desk.worker.device(), visitor.conversation));
    return visitor;
  }

  /// The place that their first ring got.
  private VisitorClient rings(VisitorClient left) {
    VisitorClient lost = house.welcomed();
    lost.isMute = true;
    lost.ringAgain(left);
    get(lost.ws.close());
    return lost;
  }

  private static int place(VisitorClient visitor) {
    return visitor.await(VisitorDown::hasWaiting).getWaiting().getPosition();
  }

  private List<LineItem> line(int length) {
    return desk.await(d -> d.hasLine() && d.getLine().getItemsCount() == length)
        .getLine()
        .getItemsList();
  }

  @Test
  void theSameProofTakesThePlaceOverAndTheFirstOneIsGone() {
    VisitorClient left = left(Debt.DANGER);
    VisitorClient earlier = house.welcomed();
    earlier.ring();
    rings(left);
    line(2);
    VisitorClient again = house.welcomed();
    again.ringAgain(left);
    assertEquals(1, place(again));
    assertEquals(2, get(house.lines.length(house.service)));
    assertTrue(get(house.conversations.find(again.conversation)).orElseThrow().ring().danger());
    desk.takeAndGrant(again.conversation);
    assertEquals(Boost.BOOST_NONE, line(1).getFirst().getBoost());
  }

  @Test
  void whoWasTakenMeanwhileStandsInFrontAgainAndTheChatThatNobodyKnowsEnds() {
    VisitorClient left = left(Debt.ANSWER);
    VisitorClient lost = rings(left);
    desk.takeAndGrant(lost.conversation);
    VisitorClient earlier = house.welcomed();
    earlier.ring();
    VisitorClient again = house.welcomed();
    again.ringAgain(left);
    assertEquals(1, place(again));
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.BY_VISITOR);
    assertEquals(
        List.of(), get(house.conversations.heldBy(desk.worker.device())), "room for the next");
    desk.takeAndGrant(again.conversation);
  }

  @Test
  void whoKnowsTheirPlaceIsOwedNoOther() {
    VisitorClient left = left(Debt.PLACE);
    VisitorClient again = house.welcomed();
    again.ringAgain(left);
    assertEquals(1, place(again));
    again.beat();
    VisitorClient earlier = house.welcomed();
    earlier.ring();
    VisitorClient twice = house.welcomed();
    twice.ringAgain(left);
    assertEquals(3, place(twice));
    assertEquals(3, get(house.lines.length(house.service)));
  }
}
