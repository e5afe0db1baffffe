package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.danger.DangerCall;
import havn.danger.DangerCalls;
import havn.duty.DutyRecord;
import havn.http.Answer;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import havn.staff.Role;
import havn.staff.Roster;
import havn.staff.RosterEntry;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A visitor calls for help on the public port.
class DangerHttpTest {

  private static final ServiceId SERVICE = new ServiceId("late-now");

  private final PublicForTests house = new PublicForTests();
  private final ConversationId id = ConversationId.fresh();
  private final Secret capability = Secret.fresh();

  @AfterEach
  void close() {
    // All tests of this kind share one service.
    for (DangerCall call : get(house.calls.of(SERVICE))) {
      get(house.calls.forget(SERVICE, call.conversation()));
    }
    house.close();
  }

  private Answer call(Secret with) {
    return ask("", with);
  }

  private Answer ask(String what, Secret with) {
    String body =
        new JsonObject()
            .put("conversation", Hand.text(id.bytes()))
            .put("capability", with.reveal())
            .encode();
    return house.ask().post("/api/v1/visits/danger" + what, body);
  }

  @Test
  void whoeverCallsIsToldWhetherAnybodyWasCalled() {
    house.rung(id, capability);
    assertEquals(404, call(capability).status(), "in the line it is said on the ring card");
    get(house.conversations.claim(id, DeviceId.fresh()));
    assertEquals(404, call(Secret.fresh()).status());
    assertEquals(List.of(), house.inDanger);
    Answer answer = call(capability);
    assertEquals(200, answer.status());
    assertEquals(true, new JsonObject(answer.body()).getBoolean("alone"));
    assertEquals(List.of(SERVICE), house.inDanger);
  }

  @Test
  void whoeverCallsIsToldThatSomebodyElseHearsItWhoMayHelp() {
    DeviceId kari = DeviceId.fresh();
    DeviceId per = DeviceId.fresh();
    house.rung(id, capability);
    get(house.conversations.claim(id, kari));
    Instant now = PublicForTests.CLOCK.instant();
    for (DeviceId device : List.of(kari, per)) {
      get(
          house.presences.put(
              Set.of(SERVICE),
              new DutyRecord(device, now.plusSeconds(3_600), now, false, 0, 3, Optional.empty())));
    }
    assertTrue(isAlone(), "the roster names nobody");
    house.helpers = Optional.of(rostered(now, kari, per));
    assertFalse(isAlone());
    get(house.presences.drop(Set.of(SERVICE), per, now));
    assertTrue(isAlone());
    get(house.presences.drop(Set.of(SERVICE), kari, now));
  }

  private boolean isAlone() {
    return new JsonObject(call(capability).body()).getBoolean("alone");
  }

  private static Roster rostered(Instant now, DeviceId... devices) {
    Instant until = now.plus(Duration.ofDays(8));
    Map<DeviceId, RosterEntry> entries =
        Stream.of(devices)
            .collect(
                Collectors.toMap(
                    device -> device,
                    device ->
                        new RosterEntry(
                            device,
                            new byte[32],
                            Role.WORKER,
                            Set.of(SERVICE),
                            now.minusSeconds(60),
                            until,
                            new byte[32])));
    return new Roster(1, new byte[32], now, until, "", entries);
  }

  @Test
  void whoeverCalledLearnsWhenTheCallIsOver() {
    house.rung(id, capability);
    assertEquals(404, ask("/standing", capability).status());
    get(house.conversations.claim(id, DeviceId.fresh()));
    assertFalse(stands());
    assertEquals(200, call(capability).status());
    assertTrue(stands());
    assertEquals(404, ask("/standing", Secret.fresh()).status());
    get(house.calls.over(SERVICE, get(house.calls.of(SERVICE)).getFirst()));
    assertFalse(stands());
  }

  private boolean stands() {
    return new JsonObject(ask("/standing", capability).body()).getBoolean("stands");
  }

  @Test
  void twoHundredForgedCallsMuteNobody() {
    house.rung(id, capability);
    get(house.conversations.claim(id, DeviceId.fresh()));
    for (int i = 0; i < 200; i++) {
      assertEquals(404, call(Secret.fresh()).status());
    }
    assertEquals(200, call(capability).status());
  }

  @Test
  void whoeverCalledThreeTimesIsToldApartFromWhoeverFindsTooManyCalling() {
    house.rung(id, capability);
    get(house.conversations.claim(id, DeviceId.fresh()));
    for (int time = 0; time < 3; time++) {
      assertEquals(200, call(capability).status());
      DangerCall own =
          get(house.calls.of(SERVICE)).stream()
              .filter(each -> each.conversation().equals(id))
              .findFirst()
              .orElseThrow();
      get(house.calls.over(SERVICE, own));
    }
    assertEquals(409, call(capability).status());
    get(house.calls.forget(SERVICE, id));
    for (int other = 0; other < DangerCalls.MOST_STANDING; other++) {
      var chat = ConversationId.fresh();
      get(
          house.calls.call(
              SERVICE, chat, DangerCall.By.VISITOR, 1, PublicForTests.CLOCK.instant()));
    }
    assertEquals(503, call(capability).status());
  }
}
