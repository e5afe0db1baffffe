package havn.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final DayTime NINE = new DayTime(9 * 60);

  @Test
  void weekendsAndHolidaysAreNoWorkingDays() {
    assertTrue(WorkingDays.is(LocalDate.of(2026, 11, 20)));
    assertFalse(WorkingDays.is(LocalDate.of(2026, 11, 21)));
    assertFalse(WorkingDays.is(LocalDate.of(2026, 11, 22)));
    assertFalse(WorkingDays.is(LocalDate.of(2026, 4, 2)));
    assertFalse(WorkingDays.is(LocalDate.of(2027, 5, 17)));
    assertTrue(WorkingDays.is(LocalDate.of(2026, 12, 24)));
  }

  @Test
  void theNextMorningIsTheNextOfAWorkingDay() {
    assertEquals(at("2026-11-20T08:00:00Z"), morning("2026-11-20T02:00:00Z"));
    assertEquals(at("2026-11-23T08:00:00Z"), morning("2026-11-20T08:00:00Z"));
    assertEquals(at("2026-11-23T08:00:00Z"), morning("2026-11-21T22:30:00Z"));
  }

  @Test
  void beforeEasterTheNextMorningIsAfterIt() {
    assertEquals(at("2026-04-07T07:00:00Z"), morning("2026-04-01T16:00:00Z"));
  }

  @Test
  void nineStaysNineAcrossBothClockChanges() {
    assertEquals(at("2026-03-30T07:00:00Z"), morning("2026-03-27T12:00:00Z"));
    assertEquals(at("2026-10-26T08:00:00Z"), morning("2026-10-23T12:00:00Z"));
  }

  @Test
  void aWorkingDayIsTheFirstWholeOne() {
    assertEquals(at("2026-11-20T15:00:00Z"), within("2026-11-20T07:00:00Z", 1));
    assertEquals(at("2026-11-23T15:00:00Z"), within("2026-11-20T07:00:01Z", 1));
    assertEquals(at("2026-11-24T15:00:00Z"), within("2026-11-21T12:00:00Z", 2));
    assertEquals(at("2026-12-28T15:00:00Z"), within("2026-12-24T12:00:00Z", 1));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static Instant morning(String at) {
    return WorkingDays.morning(at(at), NINE, OSLO);
  }

  private static Instant within(String at, int days) {
    return WorkingDays.within(at(at), days, OSLO);
  }
}
