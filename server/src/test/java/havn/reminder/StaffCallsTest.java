package havn.reminder;

import static havn.Eventually.get;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.duty.Calls;
import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.reminder.postgres.ReminderStores;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a call by the desk becomes in the outbox of texts.
class StaffCallsTest {

  private static final String WAITS = NUMBER + " Noen venter.";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);
  private final StaffMember kari = house.reachable("Kari", Role.WORKER);

  StaffCallsTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  private void wishes(boolean offers) {
    assertTrue(get(house.reminders.wish(kari.id(), new ReminderStore.Wishes(true, offers, true))));
  }

  private Optional<Instant> called() {
    return get(house.calls.somebodyWaits(kari.id()));
  }

  @Test
  void whoeverProvedANumberAndWishesForItIsReached() {
    assertFalse(get(house.calls.reaches(kari.id())), "nobody wishes for it by default");
    wishes(true);
    assertTrue(get(house.calls.reaches(kari.id())));
    house.code(kari);
    assertFalse(get(house.calls.reaches(kari.id())), "another number that is not proven");
    assertFalse(get(house.calls.reaches(house.somebody("Ola").id())));
  }

  @Test
  void aCallIsATextAtMostEveryThreeMinutesAndSaysWhenItWasMade() {
    wishes(true);
    house.onDuty(kari, DeviceId.fresh(), Duration.ZERO);
    Instant first = house.now;
    assertEquals(Optional.of(first), called());
    house.later(Duration.ofSeconds(179));
    assertEquals(Optional.of(first), called());
    get(house.sender().round());
    assertEquals(List.of(WAITS), provider.arrived);
    house.later(Duration.ofSeconds(2));
    assertEquals(Optional.of(house.now), called());
    get(house.sender().round());
    assertEquals(List.of(WAITS, WAITS), provider.arrived);
  }

  @Test
  void whoeverDoesNotWishForItIsNotCalled() {
    assertEquals(Optional.empty(), called());
    assertEquals(List.of(), house.states());
  }

  @Test
  void whoeverWentHomeBeforeItIsSentIsNotCalled() {
    wishes(true);
    DeviceId device = DeviceId.fresh();
    house.onDuty(kari, device, Duration.ZERO);
    called();
    house.offDuty(device);
    get(house.sender().round());
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("offer dropped"), house.states());
  }

  @Test
  void twoProcessesThatCallAtOnceMakeOneText() {
    wishes(true);
    StaffCalls other = new StaffCalls(house.store, () -> house.now);
    Future<Optional<Instant>> one = house.calls.somebodyWaits(kari.id());
    Future<Optional<Instant>> two = other.somebodyWaits(kari.id());
    get(Future.join(one, two));
    assertEquals(Optional.of(house.now), one.result());
    assertEquals(one.result(), two.result());
    assertEquals(List.of("offer queued"), house.states());
  }

  @Test
  void thatSomebodyWaitedIsForgottenAfterADay() {
    wishes(true);
    called();
    house.later(Duration.ofHours(24).minusSeconds(1));
    VisitTraces traces = ReminderStores.traces(house.pool);
    assertEquals(0, get(traces.sweep(house.now)));
    house.later(Duration.ofSeconds(1));
    assertEquals(1, get(traces.sweep(house.now)));
    assertEquals(List.of(), house.states());
  }

  @Test
  void twoProcessesThatTellOfOneDangerMakeOneText() {
    wishes(true);
    StaffCalls other = new StaffCalls(house.store, () -> house.now);
    Set<StaffId> whom = Set.of(kari.id());
    Calls.Danger danger = new Calls.Danger("a call", house.now, false);
    get(
        Future.join(
            house.calls.somebodyNeedsHelp(whom, danger), other.somebodyNeedsHelp(whom, danger)));
    house.later(Duration.ofMinutes(10));
    get(house.calls.somebodyNeedsHelp(whom, danger));
    assertEquals(List.of("called queued"), house.states());
  }
}
