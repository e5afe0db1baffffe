package havn.transcript.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.embedded.ProcessMemory;
import havn.kernel.id.ArchiveId;
import havn.kernel.secret.Randomness;
import havn.kernel.secret.Secret;
import havn.redis.OwnRedis;
import havn.transcript.ArchiveBounds;
import havn.transcript.Shares;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a Redis of its own whose user has the rights of production.
class ShareStoresTest {

  private static final Duration LIFE = Duration.ofDays(14);

  private OwnRedis own;
  private Shares shares;

  @BeforeEach
  void open() throws IOException {
    own = new OwnRedis();
    shares = ShareStores.shares(own.redis);
  }

  @AfterEach
  void close() {
    own.close();
  }

  @Test
  void aShareIsKeptFoundAndShredded() {
    ArchiveId archive = ArchiveId.fresh();
    Secret share = share();
    assertEquals(Optional.empty(), get(shares.find(archive)));
    assertFalse(get(shares.shred(archive)));
    get(shares.keep(archive, share, LIFE));
    assertEquals(Optional.of(share), get(shares.find(archive)));
    assertEquals(Optional.empty(), get(shares.find(ArchiveId.fresh())));
    assertTrue(get(shares.shred(archive)));
    assertEquals(Optional.empty(), get(shares.find(archive)));
  }

  @Test
  void nothingOfAShreddedShareIsLeftInTheMemoryOfRedis() throws IOException {
    List<Secret> kept = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ArchiveId archive = ArchiveId.fresh();
      Secret share = share();
      kept.add(share);
      get(shares.keep(archive, share, LIFE));
      assertEquals(Optional.of(share), get(shares.find(archive)));
      if (i == 0) {
        assertTrue(found(share), "the search itself finds a share that is there");
      }
      assertTrue(get(shares.shred(archive)));
    }
    // What passed through is overwritten by what passes through after it.
    for (int i = 0; i < 50; i++) {
      get(shares.keep(ArchiveId.fresh(), share(), LIFE));
    }
    ProcessMemory memory = own.memory();
    for (Secret share : kept) {
      assertFalse(memory.holds(share.bytes()), "a shredded share is still in memory");
    }
  }

  private boolean found(Secret share) throws IOException {
    return own.memory().holds(share.bytes());
  }

  private static Secret share() {
    return Secret.of(Randomness.bytes(ArchiveBounds.SHARE_BYTES));
  }
}
