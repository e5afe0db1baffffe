package havn.reminder;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.Handed;
import havn.channel.Outbox;
import havn.channel.Outgoing;
import havn.channel.Sender;
import havn.channel.TestProvider;
import havn.kernel.id.TextId;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process ends between any two steps of sending; another one goes on after it.
class KilledSenderTest {

  /// After which step it ends.
  enum Step {
    CLAIM,
    BEGIN,
    HAND
  }

  private boolean dead;

  @ParameterizedTest
  @CsvSource({
    "CLAIM, KEYS, accepted",
    "BEGIN, KEYS, accepted",
    "HAND, KEYS, accepted",
    "CLAIM, ASKED, accepted",
    "BEGIN, ASKED, accepted",
    "HAND, ASKED, accepted",
    "CLAIM, TEXT, accepted",
    "HAND, TEXT, perhaps"
  })
  void aTextIsSentOnceAndNeverRepeatedWhereNobodyKnows(Step step, Ability ability, String end)
      throws Exception {
    TestProvider provider = new TestProvider(ability);
    try (RemindersForTests house = new RemindersForTests(provider)) {
      due(house);
      Sender<StaffText> killed = house.sender(dying(provider, step), dying(house.outbox, step));
      if (step == Step.CLAIM) {
        assertThrows(Killed.class, () -> get(killed.round()));
      } else {
        assertEquals(1, get(killed.round()));
      }
      assertTrue(dead);
      dead = false;
      house.round();
      assertEquals(step == Step.HAND ? 1 : 0, provider.arrived.size());
      house.later(Outbox.CLAIM);
      house.round();
      house.round();
      assertEquals(1, provider.arrived.size());
      assertEquals(List.of("shift " + end), house.states());
    }
  }

  @Test
  void aTextInDoubtThatNobodyCanAskAboutIsPerhapsSentAndSaysSo() throws Exception {
    TestProvider provider = new TestProvider();
    try (RemindersForTests house = new RemindersForTests(provider)) {
      StaffMember ola = due(house);
      get(house.sender(provider, dying(house.outbox, Step.BEGIN)).round());
      assertEquals(List.of("shift Killed"), house.ended);
      house.later(Outbox.CLAIM);
      house.round();
      assertEquals(List.of(), provider.arrived);
      assertEquals(
          List.of(true),
          get(house.reminders.notDelivered(ola.id())).stream().map(NotDelivered::perhaps).toList());
    }
  }

  @Test
  void twoProcessesQueueAndSendEverythingOnce() throws Exception {
    TestProvider provider = new TestProvider();
    try (RemindersForTests house = new RemindersForTests(provider)) {
      List<StaffMember> many =
          IntStream.range(0, 24).mapToObj(i -> house.reachable("Nr " + i)).toList();
      for (int i = 0; i < many.size(); i++) {
        house.shift(many.get(i), "2026-11-24", "18:%02d".formatted(i), "21:00");
      }
      house.at("2026-11-23T17:30:00Z");
      var service = Set.of(havn.shift.ShiftsForTests.SERVICE);
      get(Future.join(house.planning.round(service), house.planning.round(service)));
      Sender<StaffText> one = house.sender();
      Sender<StaffText> other = house.sender();
      int left = 1;
      while (left > 0) {
        Future<Integer> first = one.round();
        Future<Integer> second = other.round();
        left = get(first) + get(second);
      }
      assertEquals(many.size(), provider.arrived.size());
      assertEquals(List.of("shift accepted"), house.states().stream().distinct().toList());
    }
  }

  private static StaffMember due(RemindersForTests house) {
    StaffMember ola = house.reachable("Ola");
    house.shift(ola, "2026-11-24", "18:00", "21:00");
    house.at("2026-11-23T17:00:00Z");
    house.plan();
    return ola;
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// The last thing that happens. What the same process tries later does not happen.
  private <T> Future<T> ending(boolean now, Supplier<Future<T>> does) {
    if (dead) {
      return Future.failedFuture(new Killed());
    }
    return now
        ? does.get()
            .compose(
                did -> {
                  dead = true;
                  return Future.failedFuture(new Killed());
                })
        : does.get();
  }

  private Channel dying(Channel channel, Step step) {
    return new Channel() {
      @Override
      public Set<Ability> abilities() {
        return channel.abilities();
      }

      @Override
      public Future<Handed> hand(Outgoing text) {
        return ending(step == Step.HAND, () -> channel.hand(text));
      }

      @Override
      public Future<Handed.Before> ask(TextId key) {
        return channel.ask(key);
      }
    };
  }

  private Outbox<StaffText> dying(Outbox<StaffText> outbox, Step step) {
    return new Outbox<StaffText>() {
      @Override
      public Future<List<StaffText>> claim(Instant now) {
        return ending(step == Step.CLAIM, () -> outbox.claim(now));
      }

      @Override
      public Future<Begun> begin(StaffText text, Instant now) {
        return ending(step == Step.BEGIN, () -> outbox.begin(text, now));
      }

      @Override
      public Future<Boolean> end(
          StaffText text, End end, Optional<Handed.Accepted> accepted, Instant now) {
        return ending(false, () -> outbox.end(text, end, accepted, now));
      }

      @Override
      public Future<Void> again(StaffText text, Instant next, boolean refused, boolean doubt) {
        return ending(false, () -> outbox.again(text, next, refused, doubt));
      }

      @Override
      public Future<Integer> forget(Instant before) {
        return outbox.forget(before);
      }
    };
  }
}
