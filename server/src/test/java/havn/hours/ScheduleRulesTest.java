package havn.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Breaks, ranges, holidays and the calendar's end.
class ScheduleRulesTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @Test
  void aBreakIsCutOutOfTheWeekAndOpensAgain() {
    OpeningHours hours =
        new OpeningHours(
            week(
                List.of(slot(DayOfWeek.MONDAY, "10:00", "15:00")),
                List.of(slot(DayOfWeek.MONDAY, "12:00", "12:30")),
                HolidayPolicy.CLOSED));
    assertTrue(hours.inHours(oslo("2026-11-23T11:59")));
    assertFalse(hours.inHours(oslo("2026-11-23T12:00")));
    assertEquals(Optional.of(oslo("2026-11-23T12:00")), hours.closesAt(oslo("2026-11-23T10:00")));
    assertEquals(Optional.of(oslo("2026-11-23T12:30")), hours.opensAt(oslo("2026-11-23T12:15")));
  }

  @Test
  void aBreakLeavesADatedOpeningAlone() {
    DatedException opening =
        new DatedException(LocalDate.of(2026, 11, 23), true, times("10:00", "15:00"), "");
    Schedule schedule =
        new Schedule(
            OSLO,
            List.of(),
            List.of(slot(DayOfWeek.MONDAY, "12:00", "12:30")),
            List.of(opening),
            HolidayPolicy.CLOSED,
            Optional.empty());
    assertTrue(new OpeningHours(schedule).inHours(oslo("2026-11-23T12:15")));
  }

  @Test
  void fourWeeksBeforeChristmasAreOneEntry() {
    DatedException closed =
        new DatedException(
            LocalDate.of(2026, 11, 27),
            LocalDate.of(2026, 12, 24),
            false,
            Times.WHOLE_DAY,
            "Christmas");
    OpeningHours hours =
        new OpeningHours(
            new Schedule(
                OSLO, List.of(slot(DayOfWeek.THURSDAY, "18:00", "20:00")), List.of(closed)));
    assertEquals(Optional.of(oslo("2026-12-31T18:00")), hours.opensAt(oslo("2026-11-26T21:00")));
  }

  @Test
  void aHolidayIsClosedUnlessTheServiceGoesOnAsUsual() {
    List<WeeklySlot> thursdays = List.of(slot(DayOfWeek.THURSDAY, "18:00", "20:00"));
    Instant maundyThursday = oslo("2026-04-02T19:00");
    assertFalse(
        new OpeningHours(week(thursdays, List.of(), HolidayPolicy.CLOSED)).inHours(maundyThursday));
    assertTrue(
        new OpeningHours(week(thursdays, List.of(), HolidayPolicy.AS_USUAL))
            .inHours(maundyThursday));
  }

  @Test
  void aDatedOpeningStandsOnAHoliday() {
    OpeningHours hours =
        new OpeningHours(
            new Schedule(
                OSLO,
                List.of(),
                List.of(
                    new DatedException(
                        LocalDate.of(2026, 4, 2), true, times("10:00", "12:00"), ""))));
    assertTrue(hours.inHours(oslo("2026-04-02T11:00")));
  }

  @Test
  void theNightBeforeAHolidayEndsAtMidnight() {
    OpeningHours hours =
        new OpeningHours(
            week(
                List.of(slot(DayOfWeek.WEDNESDAY, "22:00", "02:00")),
                List.of(),
                HolidayPolicy.CLOSED));
    assertEquals(Optional.of(oslo("2026-04-02T00:00")), hours.closesAt(oslo("2026-04-01T23:00")));
  }

  @Test
  void afterTheCalendarsLastDayItIsClosed() {
    OpeningHours hours = new OpeningHours(ending(LocalDate.of(2026, 11, 24)));
    assertTrue(hours.inHours(oslo("2026-11-24T18:30")));
    assertFalse(hours.inHours(oslo("2026-12-01T18:30")));
    assertEquals(Optional.empty(), hours.opensAt(oslo("2026-11-24T21:00")));
  }

  @Test
  void aCalendarThatEndsInSixtyDaysIsTold() {
    LocalDate end = LocalDate.of(2027, 1, 20);
    OpeningHours hours = new OpeningHours(ending(end));
    assertEquals(Optional.empty(), hours.endsSoon(oslo("2026-11-20T23:59")));
    assertEquals(Optional.of(end), hours.endsSoon(oslo("2026-11-21T00:00")));
    assertEquals(Optional.of(end), hours.endsSoon(oslo("2027-02-01T00:00")));
  }

  @Test
  void aCalendarOfDatedOpeningsAloneEndsWithTheLastOfThem() {
    LocalDate last = LocalDate.of(2027, 1, 20);
    DatedException first = dated(LocalDate.of(2026, 11, 24), true);
    DatedException closed = dated(LocalDate.of(2027, 5, 1), false);
    Schedule alone = new Schedule(OSLO, List.of(), List.of(dated(last, true), first, closed));
    OpeningHours hours = new OpeningHours(alone);
    assertEquals(Optional.empty(), hours.endsSoon(oslo("2026-11-20T23:59")));
    assertEquals(Optional.of(last), hours.endsSoon(oslo("2026-11-21T00:00")));
    OpeningHours sooner =
        new OpeningHours(
            new Schedule(
                OSLO,
                List.of(),
                List.of(),
                alone.exceptions(),
                HolidayPolicy.CLOSED,
                Optional.of(first.date())));
    assertEquals(Optional.of(first.date()), sooner.endsSoon(oslo("2026-11-20T23:59")));
    List<WeeklySlot> weekly = List.of(slot(DayOfWeek.TUESDAY, "18:00", "20:00"));
    Schedule week = new Schedule(OSLO, weekly, alone.exceptions());
    assertEquals(Optional.empty(), new OpeningHours(week).endsSoon(oslo("2027-02-01T00:00")));
    Schedule never = new Schedule(OSLO, List.of(), List.of(closed));
    assertEquals(Optional.empty(), new OpeningHours(never).endsSoon(oslo("2027-05-01T00:00")));
  }

  private static DatedException dated(LocalDate day, boolean open) {
    return new DatedException(day, open, Times.WHOLE_DAY, "");
  }

  @Test
  void whatRanAQuarterAgoRanWithinHalfAnHour() {
    OpeningHours hours = new OpeningHours(ending(LocalDate.of(2027, 12, 31)));
    assertTrue(hours.ranWithin(Duration.ofMinutes(30), oslo("2026-11-24T19:00")));
    assertTrue(hours.ranWithin(Duration.ofMinutes(30), oslo("2026-11-24T20:29")));
    assertFalse(hours.ranWithin(Duration.ofMinutes(30), oslo("2026-11-24T20:30")));
    assertFalse(hours.ranWithin(Duration.ofMinutes(30), oslo("2026-11-24T17:59")));
    Optional<Instant> eight = Optional.of(oslo("2026-11-24T20:00"));
    assertEquals(eight, hours.endedWithin(Duration.ofMinutes(30), oslo("2026-11-24T20:00")));
    assertEquals(eight, hours.endedWithin(Duration.ofMinutes(30), oslo("2026-11-24T20:29")));
    for (String none : List.of("2026-11-24T19:59", "2026-11-24T20:30", "2026-11-24T17:59")) {
      assertEquals(Optional.empty(), hours.endedWithin(Duration.ofMinutes(30), oslo(none)), none);
    }
  }

  private static Schedule ending(LocalDate until) {
    return new Schedule(
        OSLO,
        List.of(slot(DayOfWeek.TUESDAY, "18:00", "20:00")),
        List.of(),
        List.of(),
        HolidayPolicy.CLOSED,
        Optional.of(until));
  }

  private static Schedule week(
      List<WeeklySlot> weekly, List<WeeklySlot> breaks, HolidayPolicy holidays) {
    return new Schedule(OSLO, weekly, breaks, List.of(), holidays, Optional.empty());
  }

  private static WeeklySlot slot(DayOfWeek day, String from, String to) {
    return new WeeklySlot(day, times(from, to));
  }

  private static Times times(String from, String to) {
    return new Times(DayTime.parse(from).orElseThrow(), DayTime.parse(to).orElseThrow());
  }

  private static Instant oslo(String local) {
    return LocalDateTime.parse(local).atZone(OSLO).toInstant();
  }
}
