package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.redis.Cable;
import havn.redis.RedisUnavailable;
import havn.redis.TestRedis;
import havn.wire.v1.DeskDown;
import havn.wire.v1.VisitorDown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Redis goes away and comes back with what it held.
class StoreLossTest {

  private final Cable cable = new Cable(TestRedis.shared().settings());
  private final Cable otherCable = new Cable(TestRedis.shared().settings());
  private final TestPeople people = new TestPeople();
  private final TestHouse here = new TestHouse(people, SocketLimits.usual(), cable.settings());
  private final TestHouse there =
      new TestHouse(people, SocketLimits.usual(), otherCable.settings());
  private final DeskClient desk = there.onDuty(people.worker());

  @AfterEach
  void close() {
    here.close();
    there.close();
    cable.close();
    otherCable.close();
  }

  private VisitorClient talking(TestHouse at) {
    VisitorClient visitor = at.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    visitor.early(VisitorDown::hasCaughtUp);
    return visitor;
  }

  @Test
  void whatCannotBeStoredEndsTheConnectionAndNothingStoredIsLost() {
    VisitorClient visitor = talking(here);
    visitor.talk(1, 0);
    visitor.await(VisitorDown::hasStored);
    cable.pull();
    visitor.talk(1, 1);
    assertEquals(3003, visitor.closeCode());
    desk.talk(visitor.conversation, 1, 0);
    desk.await(DeskDown::hasStored);
    cable.putBack();
    until("Redis answers again", this::answers);
    VisitorClient back = visitor.resume(here, 3);
    back.await(VisitorDown::hasCaughtUp);
    assertEquals(
        1, back.all(d -> d.getEntry().getTalk().getSignature().size() == 64, d -> d).size());
    back.talk(1, 1);
    desk.await(d -> d.getEntry().getEntry().getSeq() == 5);
  }

  @Test
  void whatOthersSaidWhileAProcessWasDeafComesWhenItHearsAgain() {
    VisitorClient visitor = talking(here);
    cable.pull();
    for (int i = 0; i < 5; i++) {
      desk.talk(visitor.conversation, 1, i);
    }
    desk.await(d -> d.hasStored() && d.getStored().getStored().getCounter() == 4);
    assertEquals(0, visitor.all(d -> d.getEntry().hasTalk(), d -> d).size());
    cable.putBack();
    visitor.await(d -> d.hasEntry() && d.getEntry().getSeq() == 7);
    desk.talk(visitor.conversation, 1, 5);
    visitor.await(d -> d.hasEntry() && d.getEntry().getSeq() == 8);
  }

  private boolean answers() {
    try {
      get(here.redis.ping());
      return true;
    } catch (RedisUnavailable notYet) {
      return false;
    }
  }
}
