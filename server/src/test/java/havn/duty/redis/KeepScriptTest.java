package havn.duty.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.duty.Reach;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.redis.Key;
import havn.redis.Redis;
import havn.redis.TestRedis;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `keep.lua` and `kept.lua` on a real Redis.
class KeepScriptTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_123L);

  private final Vertx vertx = Vertx.vertx();
  private final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  private final Presences presences = DutyStores.presences(redis);
  private final ServiceId service =
      new ServiceId("s" + ConversationId.fresh().hex().substring(0, 12));
  private final DeviceId anna = DeviceId.fresh();
  private final DeviceId bea = DeviceId.fresh();

  @AfterEach
  void close() {
    redis.close();
    get(vertx.close());
  }

  @Test
  void whoeverLeavesLastIsTheMomentThatCounts() {
    beats(anna, true, NOW);
    beats(bea, true, NOW);
    leaves(anna, NOW.plusSeconds(10));
    assertEquals(NOW.plus(DutyRecord.GONE), kept());
    leaves(bea, NOW.plusSeconds(20));
    assertEquals(NOW.plusSeconds(20), kept());
  }

  @Test
  void whoeverVanishesIsGoneThreeMinutesLaterAlsoWhenTheirRecordIs() {
    beats(anna, true, NOW);
    get(redis.delete(Key.of("{s:" + service.slug() + "}:duty")));
    assertEquals(NOW.plus(DutyRecord.GONE), kept());
  }

  @Test
  void aVolunteerWhoComesAndGoesChangesNothing() {
    beats(anna, true, NOW);
    leaves(anna, NOW.plusSeconds(5));
    beats(bea, false, NOW.plusSeconds(60));
    leaves(bea, NOW.plusSeconds(90));
    assertEquals(NOW.plusSeconds(5), kept());
  }

  @Test
  void whereNothingIsKnownItIsWhatWasSaidFirst() {
    assertEquals(NOW, get(presences.keptUntil(service, NOW, NOW)));
    assertEquals(NOW, get(presences.keptUntil(service, NOW.plus(Duration.ofHours(1)), NOW)));
    leaves(anna, NOW.plus(Duration.ofHours(2)));
    assertEquals(NOW, kept());
  }

  @Test
  void whoIsCalledAndDoesNotComeIsGoneThreeMinutesLaterAlsoWhereAVolunteerGoesOn() {
    DutyRecord locked = reached(anna);
    get(presences.put(Set.of(service), locked));
    assertEquals(NOW.plus(Reach.HOLDS), kept());
    Instant called = NOW.plusSeconds(600);
    assertTrue(get(presences.called(service, locked, called)));
    Instant gone = called.plus(Reach.COMES);
    Instant late = gone.plusSeconds(20);
    assertEquals(gone, get(presences.keptUntil(service, Instant.EPOCH, late)));
    beats(bea, false, late);
    assertEquals(gone, get(presences.keptUntil(service, Instant.EPOCH, late)));
  }

  private static DutyRecord reached(DeviceId device) {
    return new DutyRecord(
        device,
        NOW.plusSeconds(7_200),
        NOW,
        false,
        0,
        3,
        true,
        true,
        Optional.of(Reach.of(StaffId.fresh())),
        Optional.empty(),
        Abilities.speaking("nb"));
  }

  private Instant kept() {
    return get(presences.keptUntil(service, Instant.EPOCH, NOW.minusSeconds(1)));
  }

  private void beats(DeviceId device, boolean keepsOpen, Instant at) {
    Instant until = at.plusSeconds(3_600);
    DutyRecord record =
        new DutyRecord(
            device, until, at, false, 0, 3, keepsOpen, Optional.empty(), Abilities.speaking("nb"));
    get(presences.put(Set.of(service), record));
  }

  private void leaves(DeviceId device, Instant at) {
    get(presences.drop(Set.of(service), device, at));
  }
}
