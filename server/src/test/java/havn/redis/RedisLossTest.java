package havn.redis;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisLossTest {

  private final TestRedis server = TestRedis.own();
  private final Vertx vertx = Vertx.vertx();
  private Redis redis;

  @BeforeEach
  void open() throws Exception {
    redis = server.open(vertx);
  }

  @AfterEach
  void close() {
    redis.close();
    get(vertx.close());
    server.stop();
  }

  @Test
  void commandsFailWhileRedisIsGoneAndWorkWhenItIsBack() {
    server.stop();
    assertThrows(RedisUnavailable.class, () -> get(redis.ping()));
    server.start();
    until("Redis answers again", this::answers);
  }

  @Test
  void aScriptIsSentAgainToARedisThatForgotIt() {
    LuaScript nested = LuaScript.beside(RedisTest.class, "nested.lua");
    get(redis.run(nested, List.of(Key.of("k")), Bytes.of("a")));
    server.stop();
    server.start();
    until("Redis answers again", this::answers);
    assertEquals(3, get(redis.run(nested, List.of(Key.of("k")), Bytes.of("a"))).parts().size());
  }

  @Test
  void aSubscriptionStandsAgainAfterABreakAndSaysSo() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    AtomicInteger returned = new AtomicInteger();
    Key channel = Key.of("node:test");
    Channels channels = get(redis.channels());
    get(
        channels.subscribe(
            channel,
            new Channels.Listener() {
              @Override
              public void heard(byte[] message) {
                heard.add(new String(message));
              }

              @Override
              public void returned() {
                returned.incrementAndGet();
              }
            }));
    assertEquals(1, get(redis.publish(channel, Bytes.of("one"))));
    until("the first is heard", () -> heard.contains("one"));
    server.stop();
    server.start();
    until("the subscription says that it is back", () -> returned.get() == 1);
    until("Redis answers again", this::answers);
    get(redis.publish(channel, Bytes.of("two")));
    until("the second is heard", () -> heard.contains("two"));
    channels.close();
  }

  @Test
  void aRedisThatHangsFailsInTimeAndIsAskedOverANewConnection() {
    Redis hasty =
        get(
            Redis.open(
                vertx,
                new RedisSettings(server.settings().uri(), "", "", Duration.ofMillis(200), 64)));
    LuaScript busy = LuaScript.beside(RedisTest.class, "busy.lua");
    assertThrows(RedisUnavailable.class, () -> get(hasty.run(busy, List.of(Key.of("k")))));
    until("the next command is answered", () -> answers(hasty));
    hasty.close();
  }

  private boolean answers() {
    return answers(redis);
  }

  private static boolean answers(Redis redis) {
    try {
      get(redis.ping());
      return true;
    } catch (RedisUnavailable notYet) {
      return false;
    }
  }
}
