package havn.gateway;

import static havn.Eventually.get;

import havn.redis.TestRedis;
import havn.wire.SealedFrame;
import havn.wire.StreamBody;
import havn.wire.v1.DeskDown;
import havn.wire.v1.Talk;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A process stores a word and ends before it tells anybody. Heartbeats are far apart here: nobody
/// finds the word by them.
class UntoldWordTest {

  private final TestPeople people = new TestPeople();
  private final TestRedis redis = TestRedis.own();
  private final TestHouse here =
      new TestHouse(people, SocketLimits.usual(), redis.settings(), Duration.ZERO);
  private final TestHouse dying =
      new TestHouse(people, SocketLimits.usual(), redis.settings(), Duration.ZERO);

  @AfterEach
  void close() {
    here.close();
    dying.kill();
    redis.stop();
  }

  @Test
  void isReadOnceTheProcessIsKnownToBeGone() {
    DeskClient desk = here.onDuty(people.worker());
    VisitorClient visitor = dying.welcomed();
    visitor.ring();
    desk.await(d -> d.hasLine() && d.getLine().getItemsCount() > 0);
    desk.takeAndGrant(visitor.conversation);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    visitor.talk(1, 0);
    visitor.await(VisitorDown::hasStored);
    desk.await(UntoldWordTest::isTalk);

    Talk word = visitor.talkFrame(1, 1, 922).getTalk();
    byte[] body = StreamBody.talk(new SealedFrame(word.getFrame(), word.getSignature()));
    get(dying.conversations.log(visitor.conversation).append(body));
    dying.kill();
    here.ahead = Duration.ofMinutes(1);
    here.looksAround();
    desk.await(UntoldWordTest::isTalk);
  }

  private static boolean isTalk(DeskDown down) {
    return down.hasEntry() && down.getEntry().getEntry().hasTalk();
  }
}
