package havn.danger.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.danger.DangerCall;
import havn.danger.DangerCalls;
import havn.danger.DangerCalls.Called;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.redis.Redis;
import havn.redis.TestRedis;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `call.lua`, `over.lua` and `answer.lua` on a real Redis.
class DangerScriptsTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);

  private final Vertx vertx = Vertx.vertx();
  private final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  private final DangerCalls calls = DangerStores.calls(redis);
  private final ServiceId service =
      new ServiceId("s" + ConversationId.fresh().hex().substring(0, 12));
  private final ConversationId chat = ConversationId.fresh();

  @AfterEach
  void close() {
    redis.close();
    get(vertx.close());
  }

  private Called call(ConversationId from, DangerCall.By by, Instant at) {
    return get(calls.call(service, from, by, 1, at));
  }

  private DangerCall only() {
    List<DangerCall> all = get(calls.of(service));
    assertEquals(1, all.size());
    return all.getFirst();
  }

  @Test
  void aCallStandsOnceHoweverOftenItIsMade() {
    assertEquals(Called.NOW, call(chat, DangerCall.By.VISITOR, NOW));
    assertEquals(Called.STANDS, call(chat, DangerCall.By.VISITOR, NOW.plusSeconds(1)));
    assertEquals(Called.STANDS, call(chat, DangerCall.By.STAFF, NOW.plusSeconds(2)));
    assertEquals(
        new DangerCall(chat, NOW, DangerCall.By.VISITOR, 1, true, List.of(), List.of()), only());
  }

  @Test
  void whatStandsIsTheVisitorsOnceTheySaySoToo() {
    DeviceId device = DeviceId.fresh();
    assertEquals(Called.NOW, call(chat, DangerCall.By.LINE, NOW));
    assertTrue(says(device, DangerCall.Word.HEARD));
    assertEquals(Called.STANDS, call(chat, DangerCall.By.STAFF, NOW.plusSeconds(1)));
    assertEquals(DangerCall.By.LINE, only().by());
    for (DangerCall.By by : List.of(DangerCall.By.VISITOR, DangerCall.By.STAFF)) {
      assertEquals(Called.STANDS, call(chat, by, NOW.plusSeconds(2)));
      assertEquals(
          new DangerCall(chat, NOW, DangerCall.By.VISITOR, 1, true, List.of(), List.of(device)),
          only());
    }
  }

  @Test
  void aVisitorCallsThreeTimesAChatAndStaffTen() {
    for (int time = 0; time < 3; time++) {
      assertEquals(Called.NOW, call(chat, DangerCall.By.VISITOR, NOW.plusSeconds(time)));
      get(calls.over(service, only()));
    }
    assertEquals(Called.ENOUGH, call(chat, DangerCall.By.VISITOR, NOW));
    for (int time = 0; time < 10; time++) {
      assertEquals(Called.NOW, call(chat, DangerCall.By.STAFF, NOW.plusSeconds(time)));
      get(calls.over(service, only()));
    }
    assertEquals(Called.ENOUGH, call(chat, DangerCall.By.STAFF, NOW));
    assertFalse(only().stands());
  }

  @Test
  void whatWasSaidInTheLineCallsOnce() {
    assertEquals(Called.NOW, call(chat, DangerCall.By.LINE, NOW));
    get(calls.over(service, only()));
    assertEquals(Called.STANDS, call(chat, DangerCall.By.LINE, NOW));
    assertFalse(only().stands());
    assertEquals(Called.NOW, call(chat, DangerCall.By.VISITOR, NOW));
  }

  @Test
  void endingAnEarlierCallLeavesALaterOneStanding() {
    call(chat, DangerCall.By.VISITOR, NOW);
    DangerCall first = only();
    get(calls.over(service, first));
    call(chat, DangerCall.By.VISITOR, NOW.plusSeconds(5));
    get(calls.over(service, first));
    assertTrue(only().stands());
  }

  private boolean says(DeviceId device, DangerCall.Word word) {
    return get(calls.answer(service, chat, device, word));
  }

  private static List<DeviceId> devices(int many) {
    return Stream.generate(DeviceId::fresh).limit(many).toList();
  }

  @Test
  void threeCanComeToACallThatStands() {
    List<DeviceId> devices = devices(4);
    assertFalse(says(devices.get(0), DangerCall.Word.COMES));
    call(chat, DangerCall.By.STAFF, NOW);
    for (int at = 0; at < 3; at++) {
      assertTrue(says(devices.get(at), DangerCall.Word.COMES));
    }
    assertTrue(says(devices.get(0), DangerCall.Word.COMES), "said before");
    assertFalse(says(devices.get(3), DangerCall.Word.COMES));
    assertEquals(devices.subList(0, 3), only().coming());
    get(calls.over(service, only()));
    assertFalse(says(devices.get(0), DangerCall.Word.COMES));
    call(chat, DangerCall.By.STAFF, NOW);
    assertEquals(List.of(), only().coming(), "nobody is on the way to a new call");
  }

  @Test
  void eightMaySayThatTheyHaveHeardItAndTheLastWordOfEachCounts() {
    List<DeviceId> devices = devices(9);
    call(chat, DangerCall.By.VISITOR, NOW);
    assertTrue(says(devices.get(0), DangerCall.Word.COMES));
    for (int at = 0; at < 8; at++) {
      assertTrue(says(devices.get(at), DangerCall.Word.HEARD));
    }
    assertFalse(says(devices.get(8), DangerCall.Word.HEARD));
    assertEquals(devices.subList(0, 8), only().heard());
    assertEquals(List.of(), only().coming());
    assertTrue(says(devices.get(3), DangerCall.Word.COMES));
    assertEquals(List.of(devices.get(3)), only().coming());
    assertFalse(only().heard().contains(devices.get(3)));
    get(calls.over(service, only()));
    assertFalse(says(devices.get(5), DangerCall.Word.HEARD));
  }

  @Test
  void noMoreThan24StandAndTwoHundredAreRemembered() {
    for (int at = 0; at < 24; at++) {
      assertEquals(Called.NOW, call(ConversationId.fresh(), DangerCall.By.STAFF, NOW));
    }
    assertEquals(Called.FULL, call(chat, DangerCall.By.STAFF, NOW));
    get(calls.of(service)).forEach(one -> get(calls.over(service, one)));
    for (int at = 0; at < 200; at++) {
      ConversationId other = ConversationId.fresh();
      assertEquals(Called.NOW, call(other, DangerCall.By.STAFF, NOW.plusSeconds(at)));
      DangerCall made =
          get(calls.of(service)).stream().filter(DangerCall::stands).findFirst().orElseThrow();
      assertEquals(other, made.conversation());
      get(calls.over(service, made));
    }
    assertEquals(200, get(calls.of(service)).size());
  }
}
