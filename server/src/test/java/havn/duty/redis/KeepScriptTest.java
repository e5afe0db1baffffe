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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `keep.lua` and `kept.lua` on a real Redis.
class KeepScriptTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_123L);

  private static final DeviceId PHONE = DeviceId.fresh();
  private static final StaffId KARI = StaffId.fresh();

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
  void whatEndedOrIsSilentForHalfAnHourIsRemovedAsSoonAsAnybodyBeats() {
    DeviceId ended = DeviceId.fresh();
    Instant end = NOW.plusSeconds(5);
    get(
        presences.put(
            Set.of(service), new DutyRecord(ended, end, NOW, false, 0, 3, Optional.empty())));
    beats(anna, true, NOW.plusSeconds(4));
    assertEquals(2, get(presences.of(service)).size());
    beats(bea, true, end);
    assertEquals(Set.of(anna, bea), devices());
    Instant kept = kept();
    Instant last = NOW.plusSeconds(4).plus(Reach.HOLDS);
    beats(bea, true, last.minusMillis(1));
    assertEquals(Set.of(anna, bea), devices());
    beats(bea, true, last);
    assertEquals(Set.of(bea), devices());
    assertTrue(kept().isAfter(kept));
    get(presences.drop(Set.of(service), DeviceId.fresh(), last.plus(Reach.HOLDS)));
    assertEquals(Set.of(), devices());
  }

  private Set<DeviceId> devices() {
    return get(presences.of(service)).stream().map(DutyRecord::device).collect(Collectors.toSet());
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
    assertEquals(NOW, kept(NOW, "self"));
    assertEquals(NOW, kept(NOW.plus(Duration.ofHours(1)), "self"));
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
    assertEquals(gone, kept());
    beats(bea, false, gone.plusSeconds(20));
    assertEquals(gone, kept());
  }

  @Test
  void eachLaneIsKeptByThoseWhoAnswerItAndByThoseWhoAnswerAll() {
    beats(anna, true, NOW, "self");
    beats(bea, true, NOW.plusSeconds(30), "other", "doctor");
    Instant gone = NOW.plus(DutyRecord.GONE);
    assertEquals(gone, kept(Instant.EPOCH, "self"));
    assertEquals(gone.plusSeconds(30), kept(Instant.EPOCH, "doctor"));
    assertEquals(gone.plusSeconds(30), kept(Instant.EPOCH, "self", "other"));
    leaves(bea, NOW.plusSeconds(60));
    assertEquals(NOW.plusSeconds(60), kept(Instant.EPOCH, "other"));
    assertEquals(gone, kept(Instant.EPOCH, "self"));
    beats(bea, true, NOW.plusSeconds(90));
    assertEquals(gone.plusSeconds(90), kept(Instant.EPOCH, "other"));
    assertEquals(gone.plusSeconds(90), kept(Instant.EPOCH, "self"));
  }

  @Test
  void whoeverGivesUpALaneIsThereForItNoLonger() {
    beats(anna, true, NOW, "self", "other");
    beats(anna, true, NOW.plusSeconds(15), "self");
    assertEquals(NOW.plusSeconds(15), kept(Instant.EPOCH, "other"));
    assertEquals(NOW.plusSeconds(15).plus(DutyRecord.GONE), kept(Instant.EPOCH, "self"));
  }

  @Test
  void whereALaneIsUnknownItAloneIsNoted() {
    assertEquals(NOW, kept(NOW, "doctor"));
    assertEquals(NOW.plusSeconds(9), kept(NOW.plusSeconds(9), "self"));
    assertEquals(NOW, kept(NOW.plusSeconds(9), "doctor"));
  }

  @Test
  void noMoreThan64LanesAreNoted() {
    for (int i = 0; i < 70; i++) {
      beats(anna, true, NOW, "lane-" + i);
    }
    Key there = Key.of("{s:" + service.slug() + "}:there");
    assertEquals(64, get(redis.fields(there)).size());
  }

  @Test
  void aCallIsNotedOnceAndChangesNothingElse() {
    DutyRecord silent = phoneBeats(NOW);
    assertEquals(List.of(silent), records());
    assertTrue(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertFalse(get(presences.called(service, silent, NOW.plusSeconds(10))));
    assertEquals(
        Optional.of(new Reach(KARI, Optional.of(NOW.plusSeconds(9)))),
        records().getFirst().reach());
    assertEquals(silent.abilities(), records().getFirst().abilities());
  }

  @Test
  void aCallIsNotNotedWhenTheyBeatMeanwhile() {
    DutyRecord silent = phoneBeats(NOW);
    DutyRecord back = phoneBeats(NOW.plusSeconds(5));
    assertFalse(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertEquals(List.of(back), records());
  }

  @Test
  void aServiceIsKeptForHalfAnHourByWhomATextReaches() {
    phoneBeats(NOW);
    assertEquals(
        NOW.plus(Reach.HOLDS), get(presences.keptUntil(service, List.of("self"), Instant.EPOCH)));
  }

  @Test
  void aLoadIsPutRightWhileTheyAreSilentAndChangesNothingElse() {
    DutyRecord silent = phoneBeats(NOW);
    assertTrue(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertTrue(get(presences.load(service, silent, 2, NOW.plusSeconds(10))));
    DutyRecord kept = records().getFirst();
    assertEquals(2, kept.load());
    assertEquals(silent.abilities(), kept.abilities());
    assertEquals(Optional.of(NOW.plusSeconds(9)), kept.reach().orElseThrow().called());
    DutyRecord back = phoneBeats(NOW.plusSeconds(20));
    assertFalse(get(presences.load(service, silent, 1, NOW.plusSeconds(21))));
    assertEquals(List.of(back), records());
  }

  @Test
  void aCallIsNotNotedOnceTheyAreOffDuty() {
    DutyRecord silent = phoneBeats(NOW);
    get(presences.drop(Set.of(service), PHONE, NOW));
    assertFalse(get(presences.called(service, silent, NOW.plusSeconds(9))));
    assertEquals(List.of(), records());
  }

  private DutyRecord phoneBeats(Instant at) {
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

  private List<DutyRecord> records() {
    return get(presences.of(service));
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
    return kept(Instant.EPOCH, "self");
  }

  private Instant kept(Instant otherwise, String... lanes) {
    return get(presences.keptUntil(service, List.of(lanes), otherwise));
  }

  private void beats(DeviceId device, boolean keepsOpen, Instant at, String... lanes) {
    Instant until = at.plusSeconds(3_600);
    DutyRecord record =
        new DutyRecord(device, until, at, false, 0, 3, keepsOpen, Optional.empty(), able(lanes));
    get(presences.put(Set.of(service), record));
  }

  private static Abilities able(String... lanes) {
    return new Abilities(Set.of("nb"), Set.of(lanes), Set.of());
  }

  private void leaves(DeviceId device, Instant at) {
    get(presences.drop(Set.of(service), device, at));
  }
}
