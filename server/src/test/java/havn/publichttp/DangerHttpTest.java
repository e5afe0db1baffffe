package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.danger.DangerCall;
import havn.danger.DangerCalls;
import havn.http.Answer;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import io.vertx.core.json.JsonObject;
import java.util.List;
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
    String body =
        new JsonObject()
            .put("conversation", Hand.text(id.bytes()))
            .put("capability", with.reveal())
            .encode();
    return house.ask().post("/api/v1/visits/danger", body);
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
