package havn.conversation.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Reloads;
import havn.embedded.ProcessMemory;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Randomness;
import havn.redis.OwnRedis;
import java.io.IOException;
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

  private OwnRedis own;
  private Reloads reloads;

  @BeforeEach
  void open() throws IOException {
    own = new OwnRedis();
    reloads = ConversationStores.reloads(own.redis);
  }

  @AfterEach
  void close() {
    own.close();
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
        assertTrue(own.memory().holds(shares.getFirst()), "the search itself finds what is there");
      }
      get(reloads.shred(id));
    }
    // What passed through is overwritten by what passes through after it.
    for (int i = 0; i < 30; i++) {
      get(reloads.keep(ConversationId.fresh(), "fp", Randomness.bytes(Reloads.BYTES), NOW));
    }
    ProcessMemory memory = own.memory();
    for (byte[] share : shares) {
      assertFalse(memory.holds(share), "a shredded share is still in memory");
    }
  }
}
