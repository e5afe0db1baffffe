package havn.duty.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.duty.Reach;
import havn.duty.SaltedName;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.redis.Redis;
import havn.redis.TestRedis;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A call that `keep.lua` notes, on a real Redis.
class CalledScriptTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);
  private static final DeviceId PHONE = DeviceId.fresh();
  private static final StaffId KARI = StaffId.fresh();

  private final Vertx vertx = Vertx.vertx();
  private final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  private final Presences presences = DutyStores.presences(redis);
  private final ServiceId service = new ServiceId("s" + DeviceId.fresh().hex().substring(0, 12));

  @AfterEach
  void close() {
    redis.close();
    get(vertx.close());
  }

  private DutyRecord beats(Instant at) {
    DutyRecord record =
        new DutyRecord(
            PHONE,
            NOW.plusSeconds(9_999),
            at,
            false,
            0,
            3,
            true,
            true,
            Optional.of(Reach.of(KARI)),
            Optional.of(new SaltedName("Kari", "00ff")),
            new Abilities(Set.of("nb", "th", "en"), Set.of("self"), Set.of("woman")));
    get(presences.put(Set.of(service), record));
    return record;
  }

  private List<DutyRecord> kept() {
    return get(presences.of(service));
  }

  @Test
  void isNotedOnceAndChangesNothingElse() {
    DutyRecord silent = beats(NOW);
    assertEquals(List.of(silent), kept());
    assertTrue(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertFalse(get(presences.called(service, silent, NOW.plusSeconds(10))));
    assertEquals(
        Optional.of(new Reach(KARI, Optional.of(NOW.plusSeconds(9)))), kept().getFirst().reach());
    assertEquals(silent.abilities(), kept().getFirst().abilities());
  }

  @Test
  void isNotNotedWhenTheyBeatMeanwhile() {
    DutyRecord silent = beats(NOW);
    DutyRecord back = beats(NOW.plusSeconds(5));
    assertFalse(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertEquals(List.of(back), kept());
  }

  @Test
  void aServiceIsKeptForHalfAnHourByWhomATextReaches() {
    beats(NOW);
    assertEquals(
        NOW.plus(Reach.HOLDS), get(presences.keptUntil(service, List.of("self"), Instant.EPOCH)));
  }

  @Test
  void aLoadIsPutRightWhileTheyAreSilentAndChangesNothingElse() {
    DutyRecord silent = beats(NOW);
    assertTrue(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertTrue(get(presences.load(service, silent, 2, NOW.plusSeconds(10))));
    DutyRecord kept = kept().getFirst();
    assertEquals(2, kept.load());
    assertEquals(silent.abilities(), kept.abilities());
    assertEquals(Optional.of(NOW.plusSeconds(9)), kept.reach().orElseThrow().called());
    DutyRecord back = beats(NOW.plusSeconds(20));
    assertFalse(get(presences.load(service, silent, 1, NOW.plusSeconds(21))));
    assertEquals(List.of(back), kept());
  }

  @Test
  void isNotNotedOnceTheyAreOffDuty() {
    DutyRecord silent = beats(NOW);
    get(presences.drop(Set.of(service), PHONE, NOW));
    assertFalse(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertEquals(List.of(), kept());
  }
}
