package havn.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Dates of a rule against an oracle that looks at every day of five years.
class RecurrenceTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate STOP = LocalDate.of(2028, 12, 31);

  @Property(tries = 60)
  void weeksAreCountedFromTheFirstOne(
      @ForAll @Size(min = 1, max = 7) Set<DayOfWeek> days,
      @ForAll @IntRange(min = 1, max = 9) int every,
      @ForAll @IntRange(max = 400) int offset) {
    LocalDate from = START.plusDays(offset);
    LocalDate first = from.with(TemporalAdjusters.nextOrSame(days.iterator().next()));
    LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    check(
        "FREQ=WEEKLY;INTERVAL=" + every + ";BYDAY=" + printed(days),
        first,
        day ->
            days.contains(day.getDayOfWeek())
                && ChronoUnit.DAYS.between(monday, day) / 7 % every == 0);
  }

  @Property(tries = 40)
  void daysAreCountedFromTheFirstOne(
      @ForAll @IntRange(min = 1, max = 52) int every, @ForAll @IntRange(max = 400) int offset) {
    LocalDate first = START.plusDays(offset);
    check(
        "FREQ=DAILY;INTERVAL=" + every,
        first,
        day -> ChronoUnit.DAYS.between(first, day) % every == 0);
  }

  @Property(tries = 60)
  void monthsHaveTheirNthAndTheirLastWeekday(
      @ForAll DayOfWeek weekday,
      @ForAll @IntRange(min = 1, max = 5) int nth,
      @ForAll boolean fromTheEnd,
      @ForAll @IntRange(min = 1, max = 6) int every) {
    Predicate<LocalDate> wanted =
        day ->
            day.getDayOfWeek() == weekday
                && (fromTheEnd
                    ? (day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1 == nth
                    : (day.getDayOfMonth() - 1) / 7 + 1 == nth);
    LocalDate first = START.datesUntil(STOP).filter(wanted).findFirst().orElseThrow();
    check(
        "FREQ=MONTHLY;INTERVAL=" + every + ";BYDAY=" + (fromTheEnd ? -nth : nth) + two(weekday),
        first,
        day -> wanted.test(day) && months(first, day) % every == 0);
  }

  @Property(tries = 40)
  void aMonthWithoutTheDateIsLeftOut(
      @ForAll @IntRange(min = 1, max = 31) int date,
      @ForAll @IntRange(min = 1, max = 6) int every) {
    LocalDate first = START.withDayOfMonth(date);
    check(
        "FREQ=MONTHLY;BYMONTHDAY=" + date + ";INTERVAL=" + every,
        first,
        day -> day.getDayOfMonth() == date && months(first, day) % every == 0);
    check(
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        START.withDayOfMonth(31),
        day -> day.getDayOfMonth() == day.lengthOfMonth());
  }

  @Test
  void aRuleEndsAfterItsCountOrOnItsLastDate() {
    LocalDate first = LocalDate.of(2026, 11, 24);
    List<LocalDate> four = List.of(first, first.plusDays(2), first.plusDays(7), first.plusDays(9));
    for (String end : List.of("COUNT=4", "UNTIL=20261203", "UNTIL=20261207")) {
      Recurrence rule = new Recurrence("FREQ=WEEKLY;BYDAY=TU,TH;" + end);
      assertEquals(four, rule.dates(first, START, STOP, 400));
      assertEquals(Optional.of(four.getLast()), rule.last(first));
      assertEquals(four.subList(2, 4), rule.dates(first, first.plusDays(3), STOP, 400));
    }
    assertEquals(Optional.of(first), Recurrence.ONCE.last(first));
    assertEquals(List.of(first), Recurrence.ONCE.dates(first, START, STOP, 400));
  }

  @Test
  void whatIsNoRuleOfDatesIsRefused() {
    for (String rule :
        List.of(
            "FREQ=HOURLY",
            "FREQ=YEARLY",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=WEEKLY;BYMONTHDAY=3",
            "FREQ=WEEKLY;BYHOUR=3",
            "FREQ=WEEKLY;COUNT=3;UNTIL=20261201",
            "FREQ=WEEKLY;INTERVAL=2;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=0",
            "FREQ=WEEKLY;INTERVAL=99999999",
            "FREQ=WEEKLY;COUNT=1000",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=DAILY;UNTIL=20261201T120000Z",
            "RRULE:FREQ=DAILY",
            "BYDAY=MO",
            "FREQ=WEEKLY\nDTSTART:20260101",
            "x")) {
      assertEquals(Optional.empty(), Recurrence.parse(rule), rule);
    }
    assertTrue(Recurrence.parse("FREQ=WEEKLY;BYDAY=MO;INTERVAL=2;UNTIL=20270630").isPresent());
  }

  private static void check(String text, LocalDate first, Predicate<LocalDate> oracle) {
    Recurrence rule = new Recurrence(text);
    List<LocalDate> wanted =
        first.datesUntil(STOP.plusDays(1)).filter(oracle).limit(2_000).toList();
    assertEquals(wanted, rule.dates(first, START, STOP, 2_000), text + " from " + first);
    LocalDate from = first.plusDays(300);
    LocalDate to = from.plusDays(90);
    assertEquals(
        wanted.stream().filter(d -> !d.isBefore(from) && !d.isAfter(to)).toList(),
        rule.dates(first, from, to, 2_000),
        text + " from " + from);
  }

  private static long months(LocalDate from, LocalDate to) {
    return ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
  }

  private static String printed(Set<DayOfWeek> days) {
    return days.stream().map(RecurrenceTest::two).collect(Collectors.joining(","));
  }

  private static String two(DayOfWeek day) {
    return day.name().substring(0, 2);
  }
}
