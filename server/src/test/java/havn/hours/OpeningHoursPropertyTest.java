package havn.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Five years of Europe/Oslo against the slow oracle.
class OpeningHoursPropertyTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int FIVE_YEARS = 1_827;
  private static final List<LocalDate> DELICATE =
      List.of(
          LocalDate.of(2024, 2, 28),
          LocalDate.of(2028, 2, 28),
          LocalDate.of(2024, 3, 30),
          LocalDate.of(2024, 4, 1),
          LocalDate.of(2024, 5, 16),
          LocalDate.of(2026, 4, 1),
          LocalDate.of(2026, 4, 4),
          LocalDate.of(2027, 5, 15),
          LocalDate.of(2028, 4, 12),
          LocalDate.of(2028, 12, 24),
          LocalDate.of(2024, 10, 26),
          LocalDate.of(2026, 3, 28),
          LocalDate.of(2026, 10, 24),
          LocalDate.of(2027, 12, 31));

  @Property(tries = 150)
  void everyMinuteAgreesWithTheSlowOracle(
      @ForAll("schedules") Schedule schedule, @ForAll("days") LocalDate day) {
    OpeningHours hours = new OpeningHours(schedule);
    MinuteByMinute slow = new MinuteByMinute(schedule, day.atStartOfDay(OSLO).toInstant());
    for (int i = 0; i < 2 * 24 * 60; i++, slow.step()) {
      assertEquals(slow.open(), hours.inHours(slow.at()), () -> "at " + slow.at());
    }
  }

  @Property(tries = 50)
  void aLimitedLaneIsOpenWhereBothTheServiceAndItsOwnSlotsAre(
      @ForAll("schedules") Schedule schedule,
      @ForAll("slots") List<WeeklySlot> only,
      @ForAll("days") LocalDate day) {
    OpeningHours lane = new OpeningHours(schedule, only);
    Schedule own =
        new Schedule(OSLO, only, List.of(), List.of(), HolidayPolicy.AS_USUAL, Optional.empty());
    Instant start = day.atStartOfDay(OSLO).toInstant();
    MinuteByMinute slow = new MinuteByMinute(schedule, start);
    MinuteByMinute slowOwn = new MinuteByMinute(own, start);
    for (int i = 0; i < 2 * 24 * 60; i++, slow.step(), slowOwn.step()) {
      assertEquals(slow.open() && slowOwn.open(), lane.inHours(slow.at()), () -> "at " + slow.at());
    }
  }

  @Property(tries = 200)
  void theSpansOfADateAreItsOpenMinutes(
      @ForAll("schedules") Schedule schedule, @ForAll("days") LocalDate day) {
    List<Span> spans = new OpeningHours(schedule).on(day);
    Instant start = day.atStartOfDay(OSLO).toInstant();
    MinuteByMinute slow = new MinuteByMinute(schedule, start);
    while (slow.at().isBefore(day.plusDays(1).atStartOfDay(OSLO).toInstant())) {
      assertEquals(slow.open(), spans.stream().anyMatch(s -> s.holds(slow.at())));
      slow.step();
    }
  }

  @Property(tries = 60)
  void openingAndClosingAreTheMinutesAtWhichTheOracleChanges(
      @ForAll("schedules") Schedule schedule, @ForAll("days") LocalDate day) {
    OpeningHours hours = new OpeningHours(schedule);
    Instant start = day.atStartOfDay(OSLO).toInstant();
    MinuteByMinute slow = new MinuteByMinute(schedule, start);
    boolean before = slow.open();
    while (slow.open() == before && slow.at().isBefore(start.plusSeconds(9 * 86_400))) {
      slow.step();
    }
    if (slow.open() != before) {
      assertEquals(
          slow.at(), (before ? hours.closesAt(start) : hours.opensAt(start)).orElseThrow());
      assertEquals(before, hours.opensAt(start).isEmpty());
      assertEquals(!before, hours.closesAt(start).isEmpty());
    }
  }

  @Property(tries = 12)
  void aLimitedLaneOpensAndClosesAtTheMinutesAtWhichTheOracleChanges(
      @ForAll("schedules") Schedule schedule,
      @ForAll("slots") List<WeeklySlot> only,
      @ForAll("days") LocalDate day) {
    OpeningHours lane = new OpeningHours(schedule, only);
    Schedule own =
        new Schedule(OSLO, only, List.of(), List.of(), HolidayPolicy.AS_USUAL, Optional.empty());
    Instant start = day.atStartOfDay(OSLO).toInstant();
    MinuteByMinute slow = new MinuteByMinute(schedule, start);
    MinuteByMinute slowOwn = new MinuteByMinute(own, start);
    boolean before = slow.open() && slowOwn.open();
    int minutes = 0;
    for (; (slow.open() && slowOwn.open()) == before && minutes < 9 * 1_440; minutes++) {
      slow.step();
      slowOwn.step();
    }
    if (minutes < 9 * 1_440) {
      assertEquals(slow.at(), (before ? lane.closesAt(start) : lane.opensAt(start)).orElseThrow());
    }
  }

  @Property(tries = 200)
  void whatHasOpenedWasClosedAMinuteBefore(
      @ForAll("schedules") Schedule schedule, @ForAll("days") LocalDate day) {
    OpeningHours hours = new OpeningHours(schedule);
    Instant noon = day.atTime(12, 0).atZone(OSLO).toInstant();
    hours
        .openedAt(noon)
        .ifPresent(
            opened -> {
              assertEquals(true, hours.inHours(opened));
              assertEquals(false, hours.inHours(opened.minusSeconds(60)));
              hours
                  .closesAt(opened)
                  .ifPresent(end -> assertEquals(end, hours.closesAt(noon).orElseThrow()));
            });
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, FIVE_YEARS).map(FIRST::plusDays),
        Arbitraries.of(DELICATE));
  }

  @Provide
  Arbitrary<List<WeeklySlot>> slots() {
    return slot().list().ofMinSize(1).ofMaxSize(8);
  }

  private static Arbitrary<WeeklySlot> slot() {
    return Combinators.combine(Arbitraries.of(DayOfWeek.class), times()).as(WeeklySlot::new);
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    Arbitrary<WeeklySlot> slots = slot();
    Arbitrary<DatedException> exceptions =
        Combinators.combine(
                Arbitraries.oneOf(days(), days().map(day -> day.plusDays(1))),
                Arbitraries.oneOf(
                    Arbitraries.just(1),
                    Arbitraries.integers().between(1, DatedException.MOST_DAYS)),
                Arbitraries.of(true, false),
                Arbitraries.oneOf(times(), Arbitraries.just(Times.WHOLE_DAY)))
            .as(
                (date, length, open, times) ->
                    new DatedException(date, date.plusDays(length - 1L), open, times, ""));
    Arbitrary<Optional<LocalDate>> ends = days().optional(0.2);
    return Combinators.combine(
            slots.list().ofMaxSize(12),
            slots.list().ofMaxSize(4),
            exceptions.list().ofMaxSize(20),
            Arbitraries.of(HolidayPolicy.class),
            ends)
        .as(
            (weekly, breaks, dated, holidays, until) ->
                new Schedule(OSLO, weekly, breaks, dated, holidays, until));
  }

  private static Arbitrary<Times> times() {
    Arbitrary<Integer> minutes =
        Arbitraries.oneOf(
            Arbitraries.of(0, 119, 120, 121, 150, 179, 180, 181, 1_439, 1_440),
            Arbitraries.integers().between(0, 1_440));
    return Combinators.combine(minutes, minutes)
        .as((from, to) -> Times.of(new DayTime(from), new DayTime(to)).orElse(Times.WHOLE_DAY));
  }
}
