package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.danger.DangerDesk.Outcome;
import havn.redis.Key;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.WaitBand;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A part of the board that cannot be looked up hides no other, and is said to be unknown after 30
/// seconds.
class LineBoardTest {

  private static final byte[] NO_COLLECTION = {1};

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final DeskClient karis = house.onDuty(people.worker());
  private final VisitorClient visitor = house.welcomed();

  @AfterEach
  void close() {
    house.close();
  }

  private Key key(String part) {
    return Key.of("{s:" + house.service.slug() + "}:" + part);
  }

  /// Whoever reads it now fails.
  private void breaks(String part) {
    get(house.redis.delete(key(part)));
    get(house.redis.set(key(part), NO_COLLECTION, Duration.ofMinutes(1)));
  }

  @Test
  void callsThatCannotBeLookedUpHideNoLine() {
    breaks("danger");
    visitor.ring();
    karis.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    house.ahead = Sight.COUNTS.plusSeconds(1);
    karis.await(d -> d.hasDanger() && d.getDanger().getUnknown());
    get(house.redis.delete(key("danger")));
    karis.await(d -> d.hasDanger() && !d.getDanger().getUnknown());
  }

  @Test
  void aLineThatCannotBeLookedUpHidesNoCallForHelp() {
    visitor.ring();
    karis.takeAndGrant(visitor.conversation);
    DeskClient pers = house.onDuty(people.worker());
    pers.await(d -> d.hasLine() && d.getLine().getItemsCount() == 0);
    breaks("line");
    var answer = get(house.danger.byVisitor(visitor.conversation, visitor.capability));
    assertEquals(Outcome.CALLED, answer.outcome());
    pers.await(d -> d.hasDanger() && d.getDanger().getItemsCount() == 1);
    house.ahead = Sight.COUNTS.plusSeconds(1);
    pers.await(d -> d.hasLine() && d.getLine().getUnknown());
    get(house.redis.delete(key("line")));
    pers.await(d -> d.hasLine() && !d.getLine().getUnknown());
  }

  @Test
  void pickUpsThatCannotBeLookedUpLeaveTheWaitUnknown() {
    breaks("pickups");
    visitor.ring();
    karis.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    assertEquals(
        WaitBand.WAIT_UNKNOWN, visitor.await(VisitorDown::hasWaiting).getWaiting().getBand());
  }
}
