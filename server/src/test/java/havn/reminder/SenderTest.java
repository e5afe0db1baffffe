package havn.reminder;

import static havn.Eventually.get;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Outbox;
import havn.channel.Sender;
import havn.channel.TestProvider;
import havn.channel.Wording;
import havn.kernel.id.DeviceId;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One text that is in trouble, and one provider that is, keep no other text.
class SenderTest {

  private final TestProvider provider = new TestProvider(Ability.KEYS, Ability.ASKED);
  private final RemindersForTests house = new RemindersForTests(provider);

  SenderTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatFailsAtOneTextDoesNotKeepTheOthers() {
    StaffMember first = due(3).getFirst();
    Wording<StaffText> failing =
        (text, now) ->
            text.staff().equals(first.id())
                ? Future.failedFuture(new IllegalStateException())
                : Future.succeededFuture(Optional.of("Hei"));
    Sender<StaffText> sender =
        new Sender<>(provider, house.outbox, failing, house.heard, () -> house.now, house.patience);
    assertEquals(3, get(sender.round()));
    assertEquals(2, provider.arrived.size());
    assertTrue(house.ended.contains("shift IllegalStateException"));
    house.later(Outbox.CLAIM);
    get(house.sender().round());
    assertEquals(3, provider.arrived.size());
  }

  @Test
  void aKindThatALaterVersionQueuedIsLeftAlone() {
    due(1);
    get(house.pool.query("ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check").execute());
    get(
        house
            .pool
            .query(
                "INSERT INTO outbox (id, staff, kind, about, state, next, until, made)"
                    + " SELECT decode('00112233445566778899aabbccddeeff', 'hex'), staff, 'later',"
                    + " 'later', 'queued', next, until, made FROM outbox WHERE kind = 'shift'")
            .execute());
    get(house.sender().round());
    assertEquals(1, provider.arrived.size());
    assertEquals(List.of("later queued", "shift accepted"), house.states());
  }

  @Test
  void whatSomebodyWaitsForIsSentBeforeWhatMayTakeItsTime() {
    StaffMember ola = due(Outbox.MOST_AT_ONCE + 1).getFirst();
    assertTrue(get(house.reminders.wish(ola.id(), new ReminderStore.Wishes(true, true, true))));
    house.later(Duration.ofSeconds(1));
    house.onDuty(ola, DeviceId.fresh(), Duration.ZERO);
    assertTrue(get(house.store.queueOffer(ola.id(), house.now)));
    get(house.sender().round());
    assertEquals(NUMBER + " Noen venter.", provider.arrived.getFirst());
  }

  @Test
  void aProviderThatNeverAnswersIsGivenUpAndAskedLater() {
    due(2);
    house.patience = Duration.ofMillis(20);
    provider.silent = true;
    assertEquals(2, get(house.sender().round()));
    assertEquals(2, house.ended.size());
    house.later(Duration.ofSeconds(5));
    assertEquals(2, get(house.sender().round()));
    provider.silent = false;
    house.later(Duration.ofSeconds(30));
    get(house.sender().round());
    assertEquals(2, provider.arrived.size());
    assertEquals(List.of("shift accepted", "shift accepted"), house.states());
  }

  @Test
  void aProviderThatKnowsNothingIsAskedLaterAndLater() {
    due(1);
    provider.mute = true;
    assertEquals(1, get(house.sender().round()));
    for (int seconds : List.of(5, 30, 180, 900)) {
      house.later(Duration.ofSeconds(seconds - 1));
      assertEquals(0, get(house.sender().round()));
      house.later(Duration.ofSeconds(1));
      assertEquals(1, get(house.sender().round()));
    }
    assertEquals(List.of("shift queued"), house.states());
  }

  @Test
  void whatWasPerhapsHandedOverIsNotCalledLostWhenNobodyCanReadItsNumberAnyMore() {
    due(2);
    provider.mute = true;
    get(house.sender().round());
    get(house.pool.query("UPDATE reminder SET number = sha256(number)").execute());
    var keyed = new TestProvider(Ability.KEYS);
    house.later(Duration.ofSeconds(5));
    get(house.sender(keyed, house.outbox).round());
    assertEquals(List.of("shift perhaps", "shift perhaps"), house.states());
  }

  @Test
  void aClaimBeginsAnewWithTheLastStepAndOneThatRanOutDoesNothing() {
    due(1);
    StaffText text = get(house.outbox.claim(house.now)).getFirst();
    house.later(Outbox.CLAIM.minusSeconds(1));
    assertInstanceOf(Outbox.To.class, get(house.outbox.begin(text, house.now)));
    house.later(Outbox.CLAIM.minusSeconds(1));
    assertEquals(List.of(), get(house.outbox.claim(house.now)));
    house.later(Duration.ofSeconds(1));
    assertInstanceOf(Outbox.RanOut.class, get(house.outbox.begin(text, house.now)));
    assertEquals(1, get(house.outbox.claim(house.now)).size());
    assertInstanceOf(Outbox.RanOut.class, get(house.outbox.begin(text, house.now)));
  }

  private List<StaffMember> due(int count) {
    List<StaffMember> many =
        IntStream.range(0, count).mapToObj(i -> house.reachable("Nr " + i)).toList();
    many.forEach(one -> house.shift(one, "2026-11-24", "18:00", "21:00"));
    house.at("2026-11-23T17:00:00Z");
    house.plan();
    return many;
  }
}
