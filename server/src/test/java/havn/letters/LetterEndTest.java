package havn.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.hours.DatedException;
import havn.hours.DayTime;
import havn.hours.MinuteByMinute;
import havn.hours.OpeningHours;
import havn.hours.Schedule;
import havn.hours.Times;
import havn.hours.WeeklySlot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LetterEndTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int DAYS_WALKED = 24;

  @Property(tries = 80)
  void itIsTheEndTheSlowOracleFinds(
      @ForAll("schedules") Schedule schedule, @ForAll("minutes") Instant at) {
    Instant end = LetterEnd.of(new OpeningHours(schedule), at);
    List<Instant> openings = openings(schedule, at);
    Instant least = at.plus(Duration.ofDays(30));
    if (openings.size() == 2) {
      Instant after = openings.get(1).plus(Duration.ofDays(14));
      assertEquals(after.isAfter(least) ? after : least, end);
    } else {
      assertFalse(end.isBefore(least));
    }
  }

  @Property(tries = 200)
  void itIsBetween30And380DaysAway(
      @ForAll("schedules") Schedule schedule, @ForAll("minutes") Instant at) {
    Duration life = Duration.between(at, LetterEnd.of(new OpeningHours(schedule), at));
    assertTrue(life.toDays() >= 30 && life.toDays() <= 380, life::toString);
  }

  @Example
  void aServiceWithoutOpeningsKeepsALetter30Days() {
    assertEquals(days(30), LetterEnd.of(new OpeningHours(Schedule.none(OSLO)), FIRST));
  }

  @Example
  void aServiceThatNeverClosesKeepsALetter30Days() {
    List<WeeklySlot> always = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      always.add(new WeeklySlot(day, Times.WHOLE_DAY));
    }
    assertEquals(
        days(30), LetterEnd.of(new OpeningHours(new Schedule(OSLO, always, List.of())), FIRST));
  }

  @Example
  void twoRareOpeningsKeepALetterUntil14DaysAfterTheSecond() {
    Schedule rare =
        new Schedule(
            OSLO,
            List.of(),
            List.of(opened(LocalDate.of(2026, 3, 2)), opened(LocalDate.of(2026, 5, 4))));
    assertEquals(
        Instant.parse("2026-05-18T08:00:00Z"), LetterEnd.of(new OpeningHours(rare), FIRST));
  }

  @Example
  void theHoursThatRunWhenItIsLeftAreNoOpeningThatFollows() {
    Schedule rare =
        new Schedule(
            OSLO,
            List.of(),
            List.of(
                opened(LocalDate.of(2026, 1, 5)),
                opened(LocalDate.of(2026, 2, 9)),
                opened(LocalDate.of(2026, 3, 9))));
    Instant whileOpen = Instant.parse("2026-01-05T10:00:00Z");
    assertEquals(
        Instant.parse("2026-03-23T09:00:00Z"), LetterEnd.of(new OpeningHours(rare), whileOpen));
  }

  /// The first two minutes after `at` that are open and whose minute before is not.
  private static List<Instant> openings(Schedule schedule, Instant at) {
    List<Instant> openings = new ArrayList<>();
    MinuteByMinute slow = new MinuteByMinute(schedule, at);
    boolean before = slow.open();
    Instant far = at.plus(Duration.ofDays(DAYS_WALKED));
    while (openings.size() < 2 && slow.at().isBefore(far)) {
      slow.step();
      if (slow.open() && !before) {
        openings.add(slow.at());
      }
      before = slow.open();
    }
    return openings;
  }

  private static DatedException opened(LocalDate date) {
    return new DatedException(date, true, new Times(new DayTime(600), new DayTime(900)), "");
  }

  private static Instant days(int days) {
    return FIRST.plus(Duration.ofDays(days));
  }

  @Provide
  Arbitrary<Instant> minutes() {
    return Arbitraries.integers()
        .between(0, 3 * 365 * 1_440)
        .map(minute -> FIRST.plus(Duration.ofMinutes(minute)));
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    Arbitrary<Times> times =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_440), Arbitraries.integers().between(0, 1_440))
            .as((from, to) -> Times.of(new DayTime(from), new DayTime(to)).orElse(Times.WHOLE_DAY));
    Arbitrary<WeeklySlot> slots =
        Combinators.combine(Arbitraries.of(DayOfWeek.class), times).as(WeeklySlot::new);
    Arbitrary<DatedException> exceptions =
        Combinators.combine(
                Arbitraries.integers().between(0, 3 * 365).map(LocalDate.of(2026, 1, 1)::plusDays),
                Arbitraries.of(true, false),
                times)
            .as((date, open, span) -> new DatedException(date, open, span, ""));
    return Combinators.combine(slots.list().ofMaxSize(4), exceptions.list().ofMaxSize(20))
        .as((weekly, dated) -> new Schedule(OSLO, weekly, dated));
  }
}
