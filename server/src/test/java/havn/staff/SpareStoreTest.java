package havn.staff;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Randomness;
import havn.postgres.DatabaseForTests;
import havn.staff.Spare.Method;
import havn.staff.postgres.StaffStores;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where spares are kept, over a real PostgreSQL.
class SpareStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final StaffMember ola =
      new StaffMember(StaffId.fresh(), "Ola", Role.WORKER, Set.of(new ServiceId("pro-mann")));
  private final DeviceId device = DeviceId.fresh();
  private final byte[] key = Randomness.bytes(32);
  private final DatabaseForTests database = new DatabaseForTests();
  private final Pool pool = database.pool;
  private SpareStore store;

  @BeforeEach
  void open() {
    store = StaffStores.spares(pool);
    get(StaffStores.people(pool, () -> NOW).add(ola));
    byte[] hash = new byte[32];
    Device.State pending = Device.State.PENDING;
    get(
        StaffStores.devices(pool)
            .enrol(new Device(device, ola, key, new byte[16], hash, pending, NOW)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void oneOfADeviceThatWaitsForTheListIsKeptAndHandedOutOnceItStandsThere() {
    assertTrue(get(store.keep(ola.id(), spare(1), NOW)));
    assertTrue(get(store.take(ola.id(), device, Method.KIT, NOW)).isEmpty());
    assertEquals(List.of(), get(store.shelf(ola.id())).heads());
    roster(1, List.of(entry()));
    Spare.Handed handed = get(store.take(ola.id(), device, Method.KIT, NOW)).orElseThrow();
    assertArrayEquals(spare(1).sealed(), handed.sealed());
    assertArrayEquals(key, handed.ed25519());
    assertEquals(1, get(store.shelf(ola.id())).heads().size());
  }

  @Test
  void anotherPersonNeitherKeepsNorTakesNorSeesOne() {
    roster(1, List.of(entry()));
    get(store.keep(ola.id(), spare(1), NOW));
    StaffId other = StaffId.fresh();
    assertFalse(get(store.keep(other, spare(2), NOW)));
    assertTrue(get(store.take(other, device, Method.KIT, NOW)).isEmpty());
    assertEquals(List.of(), get(store.shelf(other)).heads());
    assertTrue(get(store.take(ola.id(), device, Method.PASSKEY, NOW)).isEmpty());
  }

  @Test
  void afterTenTimesAnHourHasToPassAndANewOneDoesNotShortenIt() {
    roster(1, List.of(entry()));
    get(store.keep(ola.id(), spare(1), NOW));
    for (int i = 0; i < SpareStore.MOST_HANDED; i++) {
      assertTrue(get(store.take(ola.id(), device, Method.KIT, NOW)).isPresent());
    }
    get(store.keep(ola.id(), spare(2), NOW));
    Instant almost = NOW.plus(Duration.ofMinutes(59));
    assertTrue(get(store.take(ola.id(), device, Method.KIT, almost)).isEmpty());
    Instant later = NOW.plus(SpareStore.HOUR);
    assertTrue(get(store.take(ola.id(), device, Method.KIT, later)).isPresent());
  }

  @Test
  void oneThatIsKeptWhileTheDeviceIsRevokedIsRefused() {
    roster(1, List.of(entry()));
    SqlConnection publishing = get(pool.getConnection());
    var transaction = get(publishing.begin());
    get(publishing.query("UPDATE device SET state = 'revoked'").execute());
    var kept = store.keep(ola.id(), spare(1), NOW);
    get(transaction.commit());
    get(publishing.close());
    assertFalse(get(kept));
    assertTrue(get(store.shelf(ola.id())).revoked());
  }

  private void roster(long version, List<RosterEntry> entries) {
    assertTrue(get(StaffStores.trust(pool).addRoster(version, "{}", entries, NOW)));
  }

  private RosterEntry entry() {
    Instant until = NOW.plus(Duration.ofDays(60));
    return new RosterEntry(
        device, key, Role.WORKER, Set.of(new ServiceId("pro-mann")), NOW, until, new byte[32]);
  }

  private Spare spare(int fill) {
    byte[] sealed = new byte[Spare.LENGTH];
    Arrays.fill(sealed, (byte) fill);
    return new Spare(device, Method.KIT, sealed);
  }
}
