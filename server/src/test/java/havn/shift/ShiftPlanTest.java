package havn.shift;

import static havn.shift.ShiftsForTests.moved;
import static havn.shift.ShiftsForTests.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShiftPlanTest {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

  @Test
  void eighteenStaysEighteenWhenClocksAreChanged() {
    ShiftPlan plan = plan("2026-10-20", "18:00", "21:00", "FREQ=WEEKLY;BYDAY=TU", 2);
    List<Occurrence> weeks = plan.between(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 27));
    assertEquals(
        List.of("2026-10-20T16:00:00Z", "2026-10-27T17:00:00Z"),
        weeks.stream().map(one -> one.start().toString()).toList());
  }

  @Test
  void aNightIsAnHourLongerInAutumnAndShorterInSpring() {
    ShiftPlan plan = plan("2026-03-21", "22:00", "06:00", "FREQ=WEEKLY;BYDAY=SA", 1);
    assertEquals(Duration.ofHours(8), length(plan, "2026-03-21"));
    assertEquals(Duration.ofHours(7), length(plan, "2026-03-28"));
    assertEquals(Duration.ofHours(9), length(plan, "2026-10-24"));
  }

  @Test
  void aShiftInTheHourThatDoesNotExistIsNone() {
    ShiftPlan plan = plan("2026-03-22", "02:10", "02:50", "FREQ=WEEKLY;BYDAY=SU", 1);
    assertTrue(plan.on(LocalDate.of(2026, 3, 22)).isPresent());
    assertTrue(plan.on(LocalDate.of(2026, 3, 29)).isEmpty());
    assertEquals(1, plan.between(LocalDate.of(2026, 3, 22), LocalDate.of(2026, 3, 29)).size());
  }

  @Test
  void aDateIsLeftOutOrMovedAndKeepsItsName() {
    ShiftPlan plan = plan("2026-12-22", "18:00", "21:00", "FREQ=WEEKLY;BYDAY=TU", 1);
    LocalDate christmas = LocalDate.of(2026, 12, 22);
    ShiftPlan without = plan.except(christmas, Optional.empty()).orElseThrow();
    assertTrue(without.on(christmas).isEmpty());
    ShiftPlan other = plan.except(christmas, moved("2026-12-20", "12:00", "14:00")).orElseThrow();
    Occurrence there = other.on(christmas).orElseThrow();
    assertEquals(Instant.parse("2026-12-20T11:00:00Z"), there.start());
    assertEquals(christmas, there.place().day());
    assertEquals(List.of(there), other.between(LocalDate.of(2026, 12, 20), christmas));
    assertEquals(Optional.empty(), plan.except(LocalDate.of(2026, 12, 23), Optional.empty()));
    assertEquals(Optional.empty(), plan.except(christmas, moved("2027-01-06", "12:00", "14:00")));
  }

  @Test
  void nothingComesAfterTheLastDay() {
    ShiftPlan plan = plan("2026-01-06", "18:00", "21:00", "FREQ=WEEKLY;BYDAY=TU", 1);
    ShiftPlan ended = plan.end(LocalDate.of(2026, 1, 19));
    assertEquals(2, ended.between(FROM, FROM.plusDays(300)).size());
    assertEquals(ended, ended.end(LocalDate.of(2026, 5, 1)));
    assertTrue(ended.on(LocalDate.of(2026, 1, 20)).isEmpty());
  }

  @Test
  void nothingIsComputedBeyondFourHundredShiftsOrAYear() {
    ShiftPlan daily = plan("2026-01-01", "18:00", "21:00", "FREQ=DAILY", 1);
    List<Occurrence> all = daily.between(FROM, FROM.plusYears(50));
    assertEquals(367, all.size());
  }

  @Test
  void rightsBeginAQuarterBeforeAndEndAQuarterAfter() {
    Occurrence one =
        plan("2026-01-06", "18:00", "21:00", "", 1).on(LocalDate.of(2026, 1, 6)).orElseThrow();
    assertEquals(Instant.parse("2026-01-06T16:45:00Z"), one.rightsBegin());
    assertEquals(Instant.parse("2026-01-06T20:15:00Z"), one.rightsEnd());
  }

  private static Duration length(ShiftPlan plan, String day) {
    Occurrence one = plan.on(LocalDate.parse(day)).orElseThrow();
    return Duration.between(one.start(), one.end());
  }
}
