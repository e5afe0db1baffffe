package havn.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.hours.DatedException;
import havn.hours.DayTime;
import havn.hours.OpeningHours;
import havn.hours.Schedule;
import havn.hours.Times;
import havn.hours.WeeklySlot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A service that is open on Tuesdays and Thursdays from 18:00 to 20:00.
class DeskRulesTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final OpeningHours HOURS =
      new OpeningHours(
          new Schedule(
              OSLO, List.of(slot(DayOfWeek.TUESDAY), slot(DayOfWeek.THURSDAY)), List.of()));
  private static final Instant SEVEN = oslo("2026-11-24T19:00");
  private static final Instant EIGHT = oslo("2026-11-24T20:00");

  @Test
  void closingNowLastsUntilTheHoursEndAndTheNextOpeningIsThePlannedOne() {
    DeskSign sign = pressed(Press.CLOSE_NOW, DeskSign.NONE, SEVEN);
    assertEquals(EIGHT, sign.modeUntil());
    DeskHours desk = DeskHours.of(HOURS, sign, SEVEN);
    assertFalse(desk.open(SEVEN));
    assertEquals(Optional.of(oslo("2026-11-26T18:00")), desk.opensAt(SEVEN));
    assertTrue(DeskHours.of(HOURS, sign, oslo("2026-11-26T18:00")).open(oslo("2026-11-26T18:00")));
  }

  @Test
  void openingAgainUndoesWhatWasSet() {
    DeskSign closed = pressed(Press.CLOSE_NOW, DeskSign.NONE, SEVEN);
    DeskSign open = pressed(Press.OPEN, closed, SEVEN.plusSeconds(60));
    assertTrue(DeskHours.of(HOURS, open, SEVEN.plusSeconds(60)).open(SEVEN.plusSeconds(60)));
  }

  @Test
  void everyPressStaysThirtyMinutesLonger() {
    DeskSign once = pressed(Press.STAY, DeskSign.NONE, SEVEN);
    assertEquals(Optional.of(oslo("2026-11-24T20:30")), closes(once, SEVEN));
    DeskSign twice = pressed(Press.STAY, once, oslo("2026-11-24T20:15"));
    assertEquals(Optional.of(oslo("2026-11-24T21:00")), closes(twice, SEVEN));
    assertTrue(DeskHours.of(HOURS, twice, oslo("2026-11-24T20:59")).open(oslo("2026-11-24T20:59")));
    assertFalse(
        DeskHours.of(HOURS, twice, oslo("2026-11-24T21:00")).open(oslo("2026-11-24T21:00")));
  }

  @Test
  void fourHoursAreTheMostThatAnybodyStays() {
    DeskSign sign = DeskSign.NONE;
    for (int i = 0; i < 8; i++) {
      sign = pressed(Press.STAY, sign, SEVEN);
    }
    assertEquals(Optional.of(EIGHT.plus(Duration.ofHours(4))), closes(sign, SEVEN));
    refused(Press.STAY, sign, SEVEN, DeskRules.Reason.LONG_ENOUGH);
  }

  @Test
  void whatIsSetUntilClosingLastsAsLongAsSomebodyStays() {
    for (Press press : List.of(Press.FULL, Press.CLOSED_TO_NEW, Press.WINDING_DOWN)) {
      DeskSign set = pressed(press, DeskSign.NONE, SEVEN);
      DeskSign stays = pressed(Press.STAY, pressed(Press.STAY, set, SEVEN), SEVEN);
      assertEquals(set.mode(), stays.modeAt(oslo("2026-11-24T20:59")), "two presses before");
      assertEquals(DeskMode.OPEN, stays.modeAt(oslo("2026-11-24T21:00")));
      DeskSign late = pressed(Press.STAY, set, EIGHT.plus(Duration.ofMinutes(10)));
      assertEquals(set.mode(), late.modeAt(oslo("2026-11-24T20:39")), "one after closing");
    }
  }

  @Test
  void stayingOpensNothingThatWasSetForAnotherTimeOrClosed() {
    DeskSign shut = pressed(Press.CLOSE_NOW, DeskSign.NONE, SEVEN);
    DeskSign again = pressed(Press.STAY, shut, EIGHT.plus(Duration.ofMinutes(10)));
    assertEquals(DeskMode.OPEN, again.modeAt(oslo("2026-11-24T20:39")));
    DeskSign undone = pressed(Press.OPEN, pressed(Press.FULL, DeskSign.NONE, SEVEN), SEVEN);
    DeskSign open = pressed(Press.STAY, undone, SEVEN);
    assertEquals(DeskMode.OPEN, open.modeAt(oslo("2026-11-24T20:10")));
  }

  @Test
  void stayingIsStillPossibleHalfAnHourAfterClosing() {
    Instant after = EIGHT.plus(Duration.ofMinutes(29));
    DeskSign sign = pressed(Press.STAY, DeskSign.NONE, after);
    assertEquals(Optional.of(after.plus(DeskRules.STAY)), closes(sign, after));
    refused(
        Press.STAY,
        DeskSign.NONE,
        EIGHT.plus(Duration.ofMinutes(30)),
        DeskRules.Reason.OUTSIDE_HOURS);
  }

  @Test
  void outsideHoursThereIsNothingToCloseOrFill() {
    for (Press press :
        List.of(Press.CLOSE_NOW, Press.FULL, Press.CLOSED_TO_NEW, Press.WINDING_DOWN)) {
      refused(press, DeskSign.NONE, oslo("2026-11-25T12:00"), DeskRules.Reason.OUTSIDE_HOURS);
    }
  }

  @Test
  void whoHasClosedOpensBeforeStaying() {
    DeskSign closed = pressed(Press.CLOSE_NOW, DeskSign.NONE, SEVEN);
    refused(Press.STAY, closed, SEVEN, DeskRules.Reason.CLOSED_NOW);
  }

  @Test
  void aLineThatNeverClosesIsSetForADayAtMostAndNotStayedBeyond() {
    OpeningHours always =
        new OpeningHours(
            new Schedule(
                OSLO,
                List.of(DayOfWeek.values()).stream()
                    .map(day -> new WeeklySlot(day, Times.WHOLE_DAY))
                    .toList(),
                List.of()));
    assertEquals(
        new DeskRules.Decision.Mode(DeskMode.FULL, SEVEN.plus(DeskRules.LONGEST)),
        DeskRules.decide(Press.FULL, DeskSign.NONE, always, SEVEN));
    assertEquals(
        new DeskRules.Decision.Refused(DeskRules.Reason.NEVER_CLOSES),
        DeskRules.decide(Press.STAY, DeskSign.NONE, always, SEVEN));
  }

  @Test
  void aLaneThatClosedEarlierDoesNotOpenAgainForAStay() {
    DeskSign sign = pressed(Press.STAY, DeskSign.NONE, SEVEN);
    Times early = times("18:00", "19:00");
    OpeningHours lane =
        new OpeningHours(
            new Schedule(OSLO, List.of(slot(DayOfWeek.TUESDAY)), List.of()),
            List.of(new WeeklySlot(DayOfWeek.TUESDAY, early)));
    Instant at = oslo("2026-11-24T20:10");
    assertTrue(DeskHours.of(HOURS, sign, at).open(at));
    assertFalse(DeskHours.of(lane, sign, at).open(at));
  }

  @Test
  void nobodyStaysBeyondHoursThatAreTakenAwayAfterThePress() {
    Instant at = oslo("2026-11-24T20:10");
    DeskSign before = pressed(Press.STAY, DeskSign.NONE, SEVEN);
    DeskSign after = pressed(Press.STAY, DeskSign.NONE, EIGHT.plus(Duration.ofMinutes(5)));
    OpeningHours off = new OpeningHours(Schedule.none(OSLO));
    for (DeskSign sign : List.of(before, after)) {
      assertTrue(DeskHours.of(HOURS, sign, at).open(at));
      for (OpeningHours taken : List.of(off, closed("18:00", "20:00"), closed("19:45", "20:00"))) {
        assertFalse(DeskHours.of(taken, sign, at).open(at));
        assertEquals(Optional.empty(), DeskHours.of(taken, sign, at).closesAt(at));
      }
      assertEquals(
          new DeskRules.Decision.Refused(DeskRules.Reason.OUTSIDE_HOURS),
          DeskRules.decide(Press.STAY, sign, off, at));
    }
  }

  /// The same hours, closed on the 24th at those times.
  private static OpeningHours closed(String from, String to) {
    DatedException closing =
        new DatedException(LocalDate.parse("2026-11-24"), false, times(from, to), "");
    return new OpeningHours(new Schedule(OSLO, List.of(slot(DayOfWeek.TUESDAY)), List.of(closing)));
  }

  private static Optional<Instant> closes(DeskSign sign, Instant now) {
    return DeskHours.of(HOURS, sign, now).closesAt(now);
  }

  private static void refused(Press press, DeskSign sign, Instant now, DeskRules.Reason reason) {
    assertEquals(
        reason,
        assertInstanceOf(
                DeskRules.Decision.Refused.class, DeskRules.decide(press, sign, HOURS, now))
            .reason());
  }

  private static DeskSign pressed(Press press, DeskSign sign, Instant now) {
    return switch (DeskRules.decide(press, sign, HOURS, now)) {
      case DeskRules.Decision.Mode m -> new DeskSign(m.mode(), m.until(), sign.stay());
      case DeskRules.Decision.Stay s ->
          new DeskSign(
              s.mode().map(DeskRules.Decision.Mode::mode).orElse(sign.mode()),
              s.mode().map(DeskRules.Decision.Mode::until).orElse(sign.modeUntil()),
              Optional.of(s.stay()));
      case DeskRules.Decision.Refused r -> throw new AssertionError(r.reason());
    };
  }

  private static WeeklySlot slot(DayOfWeek day) {
    return new WeeklySlot(day, times("18:00", "20:00"));
  }

  private static Times times(String from, String to) {
    return new Times(DayTime.parse(from).orElseThrow(), DayTime.parse(to).orElseThrow());
  }

  private static Instant oslo(String local) {
    return LocalDateTime.parse(local).atZone(OSLO).toInstant();
  }
}
