package havn.reminder;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.alarm.Alarm;
import havn.alarm.Cause;
import havn.channel.Ability;
import havn.channel.Outbox;
import havn.channel.TestProvider;
import havn.staff.Role;
import havn.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which tick a queued text of an alarm asks for once more when it goes out.
class AlarmWishesTest {

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);
  private final StaffMember kari = house.wishing("Kari", Role.COORDINATOR);

  AlarmWishesTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"LATE", "LANE", "UNANSWERED", "UNTAKEN", "OVERTIME", "AFTERSHIFT"})
  void whoeverTakesBackTheWishForAlarmsGetsNoneAndWhoeverKeepsItAloneDoes(Kind kind) {
    assertInstanceOf(Outbox.To.class, begun(kind, new ReminderStore.Wishes(false, false, true)));
    assertInstanceOf(
        Outbox.NotWished.class, begun(kind, new ReminderStore.Wishes(true, true, false)));
  }

  /// What becomes of a text that is queued, with these wishes meanwhile.
  private Outbox.Begun begun(Kind kind, ReminderStore.Wishes meanwhile) {
    assertTrue(get(house.reminders.wish(kari.id(), new ReminderStore.Wishes(true, true, true))));
    house.later(Duration.ofHours(1));
    Alarm alarm =
        new Alarm(
            new Cause.Called(house.now.toString(), false),
            Set.of(kari.id()),
            house.now,
            true,
            house.now.plusSeconds(600));
    assertEquals(1, get(house.store.queueAlarms(kind, List.of(alarm), house.now, house.now)));
    assertTrue(get(house.reminders.wish(kari.id(), meanwhile)));
    StaffText text = get(house.outbox.claim(house.now)).getFirst();
    assertEquals(kind, text.kind());
    Outbox.Begun begun = get(house.outbox.begin(text, house.now));
    assertTrue(get(house.outbox.end(text, Outbox.End.DROPPED, Optional.empty(), house.now)));
    return begun;
  }
}
