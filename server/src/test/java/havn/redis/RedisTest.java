package havn.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ConversationId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisTest {

  private static Vertx vertx;
  private static Redis redis;
  private final Key key = Key.of("test:" + ConversationId.fresh());

  @BeforeAll
  static void open() throws Exception {
    vertx = Vertx.vertx();
    redis = TestRedis.shared().open(vertx);
  }

  @AfterAll
  static void close() {
    redis.close();
    get(vertx.close());
  }

  @Test
  void aValueIsTakenOnlyOnce() {
    get(redis.set(key, Bytes.of("x"), Duration.ofSeconds(60)));
    assertArrayEquals(Bytes.of("x"), get(redis.take(key)).orElseThrow());
    assertTrue(get(redis.take(key)).isEmpty());
  }

  @Test
  void aValueDiesAfterItsLife() {
    get(redis.set(key, Bytes.of("x"), Duration.ofMillis(30)));
    havn.Eventually.until("the value is gone", () -> get(redis.get(key)).isEmpty());
  }

  @Test
  void fieldsOfAnAbsentHashAreEmpty() {
    assertTrue(get(redis.fields(key)).isEmpty());
    get(redis.setField(key, "a", Bytes.of("1")));
    assertEquals("1", new String(get(redis.fields(key)).get("a")));
    assertTrue(get(redis.deleteField(key, "a")));
    assertFalse(get(redis.exists(key)));
  }

  @Test
  void membersComeInOrder() {
    get(redis.order(key, "late", 20));
    get(redis.order(key, "early", 10));
    assertEquals(
        List.of("early", "late"),
        get(redis.inOrder(key, 10)).stream().map(Scored::member).toList());
    assertEquals(1, get(redis.dropBelow(key, 15)));
    assertTrue(get(redis.dropFromOrder(key, "late")));
  }

  @Test
  void aStreamThatDoesNotExistTakesNothing() {
    assertEquals(0, get(redis.append(key, 100, Bytes.of("x"))));
    assertTrue(get(redis.read(key, 1, 10)).isEmpty());
  }

  @Test
  void entriesAreNumberedFromOneWithoutHoles() {
    LuaScript create = LuaScript.beside(RedisTest.class, "create-stream.lua");
    assertEquals(0, get(redis.run(create, List.of(key))).number());
    List<Future<Integer>> appended = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      appended.add(redis.append(key, 2_100, new byte[] {(byte) i}));
    }
    for (int i = 0; i < 500; i++) {
      assertEquals(i + 1, get(appended.get(i)));
    }
    List<StreamEntry> tail = get(redis.read(key, 499, 10));
    assertEquals(List.of(499, 500), tail.stream().map(StreamEntry::seq).toList());
    assertArrayEquals(new byte[] {(byte) 498}, tail.get(0).bytes());
  }

  @Test
  void aScriptAnswersNestedParts() {
    LuaScript nested = LuaScript.beside(RedisTest.class, "nested.lua");
    Reply reply = get(redis.run(nested, List.of(key), Bytes.of("a")));
    assertEquals(3, reply.parts().size());
    assertEquals("a", reply.parts().get(0).text());
    assertEquals(7, reply.parts().get(1).parts().get(0).number());
    assertInstanceOf(Reply.None.class, reply.parts().get(2));
  }

  @Test
  void anErrorCarriesNoArgument() {
    get(redis.set(key, Bytes.of("x"), Duration.ofSeconds(60)));
    RedisRefused refused = assertThrows(RedisRefused.class, () -> get(redis.fields(key)));
    assertEquals("WRONGTYPE", refused.getMessage());
  }

  @Test
  void answersComeHomeToTheCallersContext() {
    Context context = vertx.getOrCreateContext();
    Promise<Context> seen = Promise.promise();
    Promise<Thread> thread = Promise.promise();
    context.runOnContext(
        v -> {
          Thread before = Thread.currentThread();
          redis
              .get(key)
              .onComplete(
                  r -> {
                    seen.complete(Vertx.currentContext());
                    assertSame(before, Thread.currentThread());
                    thread.complete(before);
                  });
        });
    assertSame(context, get(seen.future()));
    get(thread.future());
  }

  @Test
  void aDeadAddressFailsAtOnceAndSaysNothingElse() {
    RedisSettings nowhere = RedisSettings.of(URI.create("redis://127.0.0.1:1"), "", "");
    assertThrows(RedisUnavailable.class, () -> get(Redis.open(vertx, nowhere)));
  }

  @Test
  void aPasswordInTheAddressIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RedisSettings.of(URI.create("redis://u:p@127.0.0.1:1"), "", ""));
  }

  @Test
  void tooManyCommandsUnderWayAreRefusedWithoutWaiting() {
    RedisSettings narrow =
        new RedisSettings(TestRedis.shared().settings().uri(), "", "", Duration.ofSeconds(2), 4);
    Redis small = get(Redis.open(vertx, narrow));
    Promise<List<Future<Void>>> sent = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            v -> {
              List<Future<Void>> pings = new ArrayList<>();
              for (int i = 0; i < 10; i++) {
                pings.add(small.ping());
              }
              Future.join(pings).onComplete(done -> sent.complete(pings));
            });
    List<Future<Void>> pings = get(sent.future());
    assertEquals(4, pings.stream().filter(Future::succeeded).count());
    assertTrue(
        pings.stream().filter(Future::failed).allMatch(f -> f.cause() instanceof RedisUnavailable));
    small.close();
  }
}
