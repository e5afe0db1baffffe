package havn.gateway;

import static havn.Eventually.get;

import havn.kernel.time.SystemTime;
import havn.redis.Key;
import havn.redis.Redis;
import havn.redis.TestRedis;
import havn.wire.v1.DeskDown;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two processes that do not know of each other at first, because so many died just before that the
/// list of the living is full.
class LateMeetingTest {

  private static final int MOST_NODES = 64;
  private static final Duration NEARLY_FORGOTTEN = Duration.ofSeconds(13);

  private final Vertx vertx = Vertx.vertx();
  private final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  private final TestPeople people = new TestPeople();
  private TestHouse here;
  private TestHouse there;

  @BeforeEach
  void strangers() {
    double then = SystemTime.wall().instant().minus(NEARLY_FORGOTTEN).toEpochMilli();
    for (int dead = 0; dead < MOST_NODES; dead++) {
      get(redis.order(Key.of("nodes"), "dead-process-" + dead, then));
    }
    here = new TestHouse(people, SocketLimits.usual());
    there = new TestHouse(people, SocketLimits.usual());
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    redis.close();
    get(vertx.close());
  }

  @Test
  void aChatGoesOnOnceTheyMeet() {
    DeskClient desk = there.onDuty(people.worker());
    VisitorClient visitor = here.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    visitor.talk(1, 0);
    for (TestHouse house : List.of(here, there)) {
      house.ahead = Duration.ofSeconds(3);
      house.looksAround();
    }
    desk.await(DeskDown::hasEntry);
  }
}
