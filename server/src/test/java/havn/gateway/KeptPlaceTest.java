package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.kernel.time.SystemTime;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.redis.Cable;
import havn.redis.RedisUnavailable;
import havn.redis.TestRedis;
import havn.wire.v1.Code;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A place in the line is kept for two minutes after its page was gone, counted only while the line
/// was seen: what keeps heartbeats from arriving gives nobody up.
class KeptPlaceTest {

  private static final Duration LONGER_THAN_KEPT = Duration.ofMinutes(4);

  private final Cable cable = new Cable(TestRedis.shared().settings());
  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK, cable.settings());
  private final DeskClient karis = house.onDuty(people.worker());
  private final VisitorClient visitor = house.welcomed();

  @AfterEach
  void close() {
    house.close();
    cable.close();
  }

  private void waits() {
    visitor.ring();
    karis.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
  }

  private void hangsUp() {
    get(visitor.ws.close());
    karis.await(
        d ->
            d.hasLine()
                && d.getLine().getItemsCount() == 1
                && !d.getLine().getItems(0).getConnected());
  }

  private boolean isGivenUp() {
    return get(house.conversations.find(visitor.conversation))
        .map(Conversation::stage)
        .filter(Stage.Waiting.class::isInstance)
        .isEmpty();
  }

  private static void standsInFront(VisitorClient back) {
    assertEquals(1, back.await(VisitorDown::hasWaiting).getWaiting().getPosition());
  }

  private boolean answers() {
    try {
      get(house.redis.ping());
      return true;
    } catch (RedisUnavailable notYet) {
      return false;
    }
  }

  @Test
  void afterAHaltOfTheProcessWhoComesBackHasThePlaceStill() {
    waits();
    hangsUp();
    house.ahead = LONGER_THAN_KEPT;
    karis.await(d -> d.hasLine() && d.getLine().getItemsCount() == 0);
    standsInFront(visitor.resume(house, 0));
  }

  @Test
  void whoIsGoneWhileTheLineIsWatchedLosesThePlaceAfterTwoMinutesAndThoseBehindMoveUp() {
    waits();
    VisitorClient behind = house.welcomed();
    behind.ring();
    behind.await(d -> d.hasWaiting() && d.getWaiting().getPosition() == 2);
    get(visitor.ws.close());
    house.passing("almost two minutes", () -> house.ahead.compareTo(Duration.ofSeconds(110)) > 0);
    assertFalse(isGivenUp());
    house.passing("the place is given up", this::isGivenUp);
    behind.await(d -> d.hasWaiting() && d.getWaiting().getPosition() == 1);
    assertEquals(Code.CONVERSATION_ENDED.getNumber(), visitor.resume(house, 0).closeCode());
  }

  @Test
  void aChatWhosePlaceACrashLeftInTheLineIsNotGivenUp() {
    visitor.ring();
    karis.takeAndGrant(visitor.conversation);
    Instant longAgo = SystemTime.wall().instant().minus(Duration.ofMinutes(10));
    Waiter left =
        new Waiter(
            visitor.conversation,
            longAgo,
            "self",
            "nb",
            Optional.empty(),
            Boost.NONE,
            longAgo,
            Offer.NONE,
            Wants.NOTHING);
    get(house.lines.join(house.service, left));
    house.passing("the place is cleared", () -> get(house.lines.length(house.service)) == 0);
    visitor.talk(1, 0);
    visitor.await(VisitorDown::hasStored);
  }

  @Test
  void whileTheLineCannotBeSeenThePageIsToldAfterHalfAMinuteAndComesBackToItsPlace() {
    waits();
    cable.pull();
    house.ahead = Sight.COUNTS.plusSeconds(1);
    assertEquals(Code.STORE_UNAVAILABLE.getNumber(), visitor.closeCode());
    house.ahead = LONGER_THAN_KEPT;
    cable.putBack();
    until("Redis answers again", this::answers);
    standsInFront(visitor.resume(house, 0));
  }
}
