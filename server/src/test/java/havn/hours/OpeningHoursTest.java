package havn.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @Test
  void noScheduleMeansClosedAndNoOpening() {
    OpeningHours hours = new OpeningHours(Schedule.none(OSLO));
    assertFalse(hours.inHours(oslo("2026-11-20T12:00")));
    assertEquals(Optional.empty(), hours.opensAt(oslo("2026-11-20T12:00")));
    assertEquals(Optional.empty(), hours.closesAt(oslo("2026-11-20T12:00")));
  }

  @Test
  void sixInTheEveningStaysSixAcrossBothClockChanges() {
    OpeningHours hours = weekly(DayOfWeek.SUNDAY, "18:00", "20:00");
    assertEquals(Optional.of(oslo("2026-03-29T18:00")), hours.opensAt(oslo("2026-03-28T23:00")));
    assertEquals(Optional.of(oslo("2026-10-25T18:00")), hours.opensAt(oslo("2026-10-24T23:00")));
  }

  @Test
  void aSlotOverMidnightIsOneOpening() {
    OpeningHours hours = weekly(DayOfWeek.FRIDAY, "22:00", "02:00");
    assertTrue(hours.inHours(oslo("2026-11-21T01:59")));
    assertFalse(hours.inHours(oslo("2026-11-21T02:00")));
    assertEquals(Optional.of(oslo("2026-11-20T22:00")), hours.openedAt(oslo("2026-11-21T01:00")));
    assertEquals(Optional.of(oslo("2026-11-21T02:00")), hours.closesAt(oslo("2026-11-20T23:00")));
  }

  @Test
  void anOpeningThatTheSpringClockSkipsBeginsWhenTheClockHasJumped() {
    OpeningHours hours = weekly(DayOfWeek.SUNDAY, "02:30", "04:00");
    assertEquals(
        Optional.of(Instant.parse("2026-03-29T01:00:00Z")),
        hours.opensAt(oslo("2026-03-28T12:00")));
  }

  @Test
  void aClosingInTheHourThatComesTwiceHappensTheFirstTime() {
    OpeningHours hours = weekly(DayOfWeek.SUNDAY, "01:00", "02:30");
    assertEquals(
        Optional.of(Instant.parse("2026-10-25T00:30:00Z")),
        hours.closesAt(Instant.parse("2026-10-24T23:30:00Z")));
    assertFalse(hours.inHours(Instant.parse("2026-10-25T01:15:00Z")));
  }

  @Test
  void aLineThatNeverClosesHasNoOpeningAndNoClosing() {
    List<WeeklySlot> always = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      always.add(new WeeklySlot(day, Times.WHOLE_DAY));
    }
    OpeningHours hours = new OpeningHours(new Schedule(OSLO, always, List.of()));
    Instant change = Instant.parse("2026-10-25T01:15:00Z");
    assertTrue(hours.inHours(change));
    assertEquals(Optional.empty(), hours.closesAt(change));
    assertEquals(Optional.empty(), hours.openedAt(change));
    assertEquals(Optional.empty(), hours.opensAt(change));
  }

  @Test
  void aClosedDayTakesTheNightThatBelongsToItAndCutsTheNightBefore() {
    WeeklySlot wednesday = slot(DayOfWeek.WEDNESDAY, "22:00", "02:00");
    WeeklySlot thursday = slot(DayOfWeek.THURSDAY, "22:00", "02:00");
    DatedException christmas =
        new DatedException(LocalDate.of(2026, 12, 24), false, Times.WHOLE_DAY, "");
    OpeningHours hours =
        new OpeningHours(new Schedule(OSLO, List.of(wednesday, thursday), List.of(christmas)));
    assertTrue(hours.inHours(oslo("2026-12-23T23:59")));
    assertFalse(hours.inHours(oslo("2026-12-24T00:00")));
    assertFalse(hours.inHours(oslo("2026-12-24T23:00")));
    assertFalse(hours.inHours(oslo("2026-12-25T01:00")));
  }

  @Test
  void aHalfDayIsAClosedDayWithAnOpening() {
    LocalDate eve = LocalDate.of(2026, 12, 24);
    OpeningHours hours =
        new OpeningHours(
            new Schedule(
                OSLO,
                List.of(slot(DayOfWeek.THURSDAY, "08:00", "20:00")),
                List.of(
                    new DatedException(eve, false, Times.WHOLE_DAY, ""),
                    new DatedException(eve, true, times("10:00", "14:00"), "half day"))));
    assertFalse(hours.inHours(oslo("2026-12-24T09:59")));
    assertTrue(hours.inHours(oslo("2026-12-24T10:00")));
    assertFalse(hours.inHours(oslo("2026-12-24T14:00")));
  }

  @Test
  void theLeapDayIsADayLikeAnother() {
    OpeningHours hours = weekly(DayOfWeek.TUESDAY, "12:00", "13:00");
    assertEquals(Optional.of(oslo("2028-02-29T12:00")), hours.opensAt(oslo("2028-02-28T12:00")));
  }

  @Test
  void anOpeningElevenMonthsAwayIsFoundAndOneBeyondAYearIsNot() {
    Schedule once =
        new Schedule(
            OSLO,
            List.of(),
            List.of(
                new DatedException(LocalDate.of(2027, 10, 15), true, times("12:00", "13:00"), "")));
    OpeningHours hours = new OpeningHours(once);
    assertEquals(Optional.of(oslo("2027-10-15T12:00")), hours.opensAt(oslo("2026-11-20T12:00")));
    assertEquals(Optional.empty(), hours.opensAt(oslo("2026-01-01T12:00")));
  }

  private static OpeningHours weekly(DayOfWeek day, String from, String to) {
    return new OpeningHours(new Schedule(OSLO, List.of(slot(day, from, to)), List.of()));
  }

  private static WeeklySlot slot(DayOfWeek day, String from, String to) {
    return new WeeklySlot(day, times(from, to));
  }

  private static Times times(String from, String to) {
    return new Times(DayTime.parse(from).orElseThrow(), DayTime.parse(to).orElseThrow());
  }

  private static Instant oslo(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), OSLO).toInstant();
  }
}
