package havn.conversation.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Reloads;
import havn.embedded.EmbeddedRedis;
import havn.embedded.ProcessMemory;
import havn.embedded.TestStores;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Randomness;
import havn.redis.Redis;
import havn.redis.RedisSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a Redis of its own whose user has the rights of production.
class ReloadMemoryTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);

  /// Without these nothing opens what a page sealed.
  private static final int SHARE = 64;

  private final Vertx vertx = Vertx.vertx();
  private EmbeddedRedis server;
  private Redis redis;
  private Reloads reloads;

  @BeforeEach
  void open() throws IOException {
    server = TestStores.ownRedis();
    URI at = URI.create("redis://" + server.host() + ":" + server.port());
    RedisSettings usual = RedisSettings.of(at, server.user(), server.password().text());
    redis =
        get(
            Redis.open(
                vertx,
                new RedisSettings(
                    at, usual.user(), usual.password(), Duration.ofSeconds(10), usual.underWay())));
    reloads = ConversationStores.reloads(redis);
  }

  @AfterEach
  void close() {
    redis.close();
    get(vertx.close());
    server.close();
  }

  @Test
  void nothingThatOpensAShreddedReloadIsLeftInTheMemoryOfRedis() throws IOException {
    List<byte[]> shares = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ConversationId id = ConversationId.fresh();
      byte[] sealed = Randomness.bytes(Reloads.BYTES);
      shares.add(Arrays.copyOf(sealed, SHARE));
      get(reloads.keep(id, "fp", sealed, NOW));
      assertTrue(get(reloads.open(id, "fp", NOW)).isPresent());
      if (i == 0) {
        assertTrue(memory().holds(shares.getFirst()), "the search itself finds what is there");
      }
      get(reloads.shred(id));
    }
    // What passed through is overwritten by what passes through after it.
    for (int i = 0; i < 30; i++) {
      get(reloads.keep(ConversationId.fresh(), "fp", Randomness.bytes(Reloads.BYTES), NOW));
    }
    ProcessMemory memory = memory();
    for (byte[] share : shares) {
      assertFalse(memory.holds(share), "a shredded share is still in memory");
    }
  }

  private ProcessMemory memory() throws IOException {
    return ProcessMemory.of(server.process().pid());
  }
}
