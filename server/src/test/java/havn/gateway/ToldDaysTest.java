package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Conversation;
import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.RingCard;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// For how many days a visitor was told that the chat is kept. The service keeps nothing by now.
class ToldDaysTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());
  private final DeskClient desk = house.onDuty(people.worker());

  @AfterEach
  void close() {
    house.close();
  }

  private VisitorClient rings(RingCard.Builder card) {
    VisitorClient visitor = house.welcomed();
    visitor.ring(card.build());
    return visitor;
  }

  private RingCard.Builder card() {
    return Samples.card(house.service.slug()).toBuilder();
  }

  private Conversation.Ring ring(VisitorClient visitor) {
    return get(house.conversations.find(visitor.conversation)).orElseThrow().ring();
  }

  @Test
  void areThoseThatThePageShowedWhateverIsPublishedByThenAndNothingIsKeptForLongerThanEither() {
    Conversation.Ring ring = ring(rings(card().setTold(14)));
    assertEquals(Optional.of(14), ring.toldDays());
    assertEquals(0, ring.keptFor(0));
    assertEquals(7, ring.keptFor(7));
    assertEquals(14, ring.keptFor(30));
    assertEquals(0, ring(rings(card().setTold(0))).keptFor(30));
  }

  @Test
  void standInTheCardThatWhoeverTakesThemIsHanded() throws Exception {
    VisitorClient visitor = rings(card().setTold(14));
    desk.takeAndGrant(visitor.conversation);
    DeskTaken taken = desk.all(DeskDown::hasTaken, DeskDown::getTaken).getFirst();
    RingCard handed = RingCard.parseFrom(taken.getCard());
    assertTrue(handed.hasTold());
    assertEquals(14, handed.getTold());
  }

  @Test
  void areWhatTheServiceSaysAtTheRingOfAnOlderPage() {
    assertEquals(Optional.of(0), ring(rings(card())).toldDays());
  }

  @Test
  void outliveTheChatForAsLongAsItsTranscriptMayBeBegun() {
    VisitorClient visitor = rings(card().setTold(14));
    desk.takeAndGrant(visitor.conversation);
    desk.end(visitor.conversation);
    assertEquals(3541, visitor.closeCode());
    assertEquals(Optional.of(14), ring(visitor).toldDays());
  }
}
