package havn.transcript.postgres;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ArchiveId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import havn.transcript.ArchiveBounds;
import havn.transcript.ArchiveStore;
import havn.transcript.ArchiveStore.Added;
import havn.transcript.ArchiveStore.Head;
import havn.transcript.ArchiveStore.NewArchive;
import havn.transcript.ArchiveStore.Sealed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgArchiveStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Set<ServiceId> ROSA = Set.of(new ServiceId("rosa"));

  private final Vertx vertx = Vertx.vertx();
  private final DeviceId device = DeviceId.fresh();
  private Pool pool;
  private ArchiveStore archives;
  private StaffId kari;
  private StaffId ola;

  @BeforeEach
  void open() {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    archives = ArchiveStores.archives(pool);
    kari = somebody("Kari");
    ola = somebody("Ola");
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void anArchiveIsListedAndFoundWithItsPartsInOrder() {
    ArchiveId id = begun("eraser");
    assertEquals(Added.KEPT, add(id, kari, 1, part(1)));
    assertEquals(Added.KEPT, add(id, kari, 2, part(2)));
    Head head = get(archives.heads(ROSA, NOW)).getFirst();
    assertEquals(id, head.id());
    assertEquals(kari, head.writer());
    assertEquals(List.of(device), head.devices());
    assertEquals(2, head.parts());
    Sealed found = get(archives.find(id, ROSA, NOW)).orElseThrow();
    assertArrayEquals(new byte[] {9, 9}, found.wraps());
    assertArrayEquals(part(1), found.parts().get(0));
    assertArrayEquals(part(2), found.parts().get(1));
  }

  @Test
  void partsComeWithoutHolesOnceAndFromTheirWriterOnly() {
    ArchiveId id = begun("eraser");
    assertEquals(Added.BEHIND, add(id, kari, 2, part(2)));
    assertEquals(Added.UNKNOWN, add(id, ola, 1, part(1)));
    assertEquals(Added.UNKNOWN, add(ArchiveId.fresh(), kari, 1, part(1)));
    assertEquals(Added.KEPT, add(id, kari, 1, part(1)));
    assertEquals(Added.KEPT, add(id, kari, 1, part(1)), "the same again is kept already");
    assertEquals(Added.BEHIND, add(id, kari, 1, part(7)), "another under its number is not");
    assertArrayEquals(part(1), get(archives.find(id, ROSA, NOW)).orElseThrow().parts().getFirst());
  }

  @Test
  void ofManyWhoAddTheSameNumberAtOnceOneComesIn() {
    ArchiveId id = begun("eraser");
    List<Future<Added>> adding =
        IntStream.range(1, 9).mapToObj(i -> archives.add(id, kari, 1, part(i), NOW)).toList();
    get(Future.all(adding));
    assertEquals(1, adding.stream().filter(added -> added.result() == Added.KEPT).count());
    assertEquals(1, get(archives.find(id, ROSA, NOW)).orElseThrow().parts().size());
  }

  @Test
  void aConversationLongOverTakesNoPartsAnyMore() {
    ArchiveId id = begun("eraser");
    Instant late = NOW.plus(ArchiveBounds.WRITABLE);
    assertEquals(Added.UNKNOWN, get(archives.add(id, kari, 1, part(1), late)));
    assertEquals(Added.KEPT, get(archives.add(id, kari, 1, part(1), late.minusSeconds(1))));
  }

  @Test
  void otherServicesSeeNothingOfIt() {
    ArchiveId id = begun("eraser");
    Set<ServiceId> others = Set.of(new ServiceId("nadheim"));
    assertEquals(List.of(), get(archives.heads(others, NOW)));
    assertEquals(Optional.empty(), get(archives.find(id, others, NOW)));
  }

  @Test
  void whatHasEndedIsFoundByTheSweepOnly() {
    ArchiveId id = begun("eraser");
    Instant end = NOW.plus(Duration.ofDays(14));
    assertEquals(List.of(), get(archives.ended(end.minusMillis(1), 10)));
    assertEquals(List.of(id), get(archives.ended(end, 10)));
    assertEquals(List.of(), get(archives.heads(ROSA, end)));
    assertEquals(Optional.empty(), get(archives.find(id, ROSA, end)));
    get(archives.delete(id));
    assertEquals(List.of(), get(archives.ended(end, 10)));
    assertEquals(0, rows("archive_part"));
  }

  @Test
  void aConversationHasAtMostEightAndItsCapabilityErasesThemAll() {
    String eraser = Secret.fresh().fingerprint();
    for (int i = 0; i < ArchiveBounds.PER_CONVERSATION; i++) {
      assertTrue(get(archives.begin(archive(ArchiveId.fresh(), eraser))));
    }
    assertFalse(get(archives.begin(archive(ArchiveId.fresh(), eraser))));
    assertEquals(ArchiveBounds.PER_CONVERSATION, get(archives.erasableBy(eraser)).size());
    assertEquals(List.of(), get(archives.erasableBy(Secret.fresh().fingerprint())));
  }

  private ArchiveId begun(String name) {
    ArchiveId id = ArchiveId.fresh();
    Secret capability = Secret.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertTrue(get(archives.begin(archive(id, capability.fingerprint()))));
    return id;
  }

  private NewArchive archive(ArchiveId id, String eraser) {
    return new NewArchive(
        id,
        new ServiceId("rosa"),
        eraser,
        kari,
        new byte[] {9, 9},
        List.of(device),
        NOW,
        NOW.plus(Duration.ofDays(14)));
  }

  private Added add(ArchiveId id, StaffId writer, int number, byte[] content) {
    return get(archives.add(id, writer, number, content, NOW));
  }

  private StaffId somebody(String name) {
    StaffMember member = new StaffMember(StaffId.fresh(), name, Role.WORKER, ROSA);
    get(StaffStores.people(pool, () -> NOW).add(member));
    return member.id();
  }

  private long rows(String table) {
    return get(pool.query("SELECT count(*) FROM " + table).execute()).iterator().next().getLong(0);
  }

  private static byte[] part(int mark) {
    byte[] part = new byte[4_112];
    java.util.Arrays.fill(part, (byte) mark);
    return part;
  }
}
