package havn.letters.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.embedded.TestStores;
import havn.kernel.secret.Secret;
import havn.letters.Nonces;
import havn.redis.Redis;
import havn.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Against a Redis whose user has the rights of production, over two connections.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonceStoresTest {

  private final Vertx vertx = Vertx.vertx();
  private Redis one;
  private Redis other;

  @BeforeAll
  void open() {
    one = connection();
    other = connection();
  }

  @AfterAll
  void close() {
    one.close();
    other.close();
    get(vertx.close());
  }

  @Test
  void aNonceIsGoodOnce() {
    Nonces nonces = NonceStores.nonces(one);
    Secret nonce = get(nonces.issue());
    assertEquals(32, nonce.bytes().length);
    assertTrue(get(nonces.take(nonce)));
    assertFalse(get(nonces.take(nonce)));
  }

  @Test
  void aNonceNobodyIssuedIsNone() {
    assertFalse(get(NonceStores.nonces(one).take(Secret.fresh())));
  }

  @Test
  void ofManyWhoTakeItAtOnceOneGetsIt() {
    for (int round = 0; round < 50; round++) {
      Secret nonce = get(NonceStores.nonces(one).issue());
      List<Future<Boolean>> takers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        takers.add(NonceStores.nonces(i % 2 == 0 ? one : other).take(nonce));
      }
      get(Future.all(takers));
      assertEquals(1, takers.stream().filter(Future::result).count());
    }
  }

  private Redis connection() {
    var redis = TestStores.redis();
    URI at = URI.create("redis://" + redis.host() + ":" + redis.port());
    RedisSettings usual = RedisSettings.of(at, "havn", redis.password().text());
    return get(
        Redis.open(
            vertx,
            new RedisSettings(
                at, usual.user(), usual.password(), Duration.ofSeconds(10), usual.underWay())));
  }
}
