package havn.shift;

import static havn.shift.ShiftsForTests.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AlarmTest {

  private static final Occurrence SHIFT =
      plan("2026-11-24", "18:00", "21:00", "", 2).on(LocalDate.of(2026, 11, 24)).orElseThrow();

  @Test
  void anEmptySeatAlarmsThreeDaysAndOneDayBefore() {
    assertEquals(Alarm.NONE, alarm(Duration.ofHours(73), 1, 0));
    assertEquals(Alarm.SOON, alarm(Duration.ofHours(72), 1, 0));
    assertEquals(Alarm.SOON, alarm(Duration.ofHours(24).plusSeconds(1), 1, 0));
    assertEquals(Alarm.NOW, alarm(Duration.ofHours(24), 1, 0));
  }

  @Test
  void aSeatThatIsNotConfirmedAlarmsTwelveHoursBefore() {
    assertEquals(Alarm.NONE, alarm(Duration.ofHours(13), 0, 1));
    assertEquals(Alarm.NOW, alarm(Duration.ofHours(12), 0, 1));
  }

  @Test
  void aFullAndConfirmedShiftAndOneThatEndedDoNotAlarm() {
    assertEquals(Alarm.NONE, alarm(Duration.ofHours(1), 0, 0));
    assertEquals(Alarm.NOW, alarm(Duration.ofHours(-2), 1, 0));
    assertEquals(Alarm.NONE, alarm(Duration.ofHours(-3), 1, 1));
  }

  private static Alarm alarm(Duration before, int empty, int unconfirmed) {
    Instant now = SHIFT.start().minus(before);
    return Alarm.of(SHIFT, empty, unconfirmed, now);
  }
}
