package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.Permission.At;
import havn.courtesy.Permission.Never;
import havn.courtesy.Permission.Now;
import havn.kernel.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Any moment of 2025–2028, often at an edge, with any past and any windows, against
/// [SlowCourtesy] asked minute by minute.
class CourtesyPropertyTest {

  private static final Duration DAYS_14 = Duration.ofDays(14);
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

  /// Days on which a clock is changed, a holiday touches a Sunday, or a year ends.
  private static final List<LocalDate> EDGES =
      Stream.of(
              "2026-03-28",
              "2026-03-29",
              "2026-10-24",
              "2026-10-25",
              "2026-04-01",
              "2026-04-04",
              "2026-04-05",
              "2026-04-06",
              "2026-05-16",
              "2026-12-24",
              "2026-12-26",
              "2027-12-31")
          .map(LocalDate::parse)
          .toList();

  private static final List<Duration> GAPS =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofDays(30),
          Duration.ofDays(180),
          Duration.ofDays(365));

  @Property(tries = 600)
  void theFirstPermittedMomentOf14DaysIsFoundAndNoOther(
      @ForAll("now") Instant now,
      @ForAll Occasion occasion,
      @ForAll("manners") Manners manners,
      @ForAll("windows") List<Window> windows,
      @ForAll("past") Relative relative) {
    Past past = relative.before(now);
    SlowCourtesy slow = new SlowCourtesy(occasion, manners, windows, past);
    switch (Courtesy.decide(occasion, manners, windows, past, now)) {
      case Now permitted -> assertTrue(slow.permitted(now));
      case At at -> {
        Instant moment = at.moment();
        assertTrue(moment.isAfter(now) && !moment.isAfter(now.plus(DAYS_14)), "within 14 days");
        assertTrue(slow.permitted(moment), "permitted then");
        assertEquals(new Now(), Courtesy.decide(occasion, manners, windows, past, moment));
        assertEquals(Optional.empty(), earliest(slow, now, moment, past), "the first");
      }
      case Never never ->
          assertEquals(Optional.empty(), earliest(slow, now, now.plus(DAYS_14), past));
    }
  }

  @Property
  void whatWeBeginIsPermittedOnlyBetween10And20(
      @ForAll("now") Instant now,
      @ForAll("manners") Manners manners,
      @ForAll("past") Relative relative) {
    for (Occasion occasion : List.of(Occasion.FIRST, Occasion.REMINDER)) {
      Permission permission =
          Courtesy.decide(occasion, manners, List.of(), relative.before(now), now);
      LocalTime time = LocalTime.ofInstant(now, SystemTime.OSLO);
      if (time.getHour() < 10 || time.getHour() >= 20) {
        assertFalse(permission instanceof Now);
      }
    }
  }

  @Property
  void contentIsForWhoeverHasTheNumberAndWroteInTheLast180Days(
      @ForAll("now") Instant now, @ForAll("past") Relative relative) {
    Past past = relative.before(now);
    boolean answerable =
        new SlowCourtesy(Occasion.ANSWER, new Manners(true, true), List.of(), past)
            .permitted(now.atZone(SystemTime.OSLO).with(LocalTime.NOON).toInstant());
    boolean sameDay =
        past.word().stream()
            .map(word -> Duration.between(word, now).toHours() - 180 * 24)
            .anyMatch(hours -> Math.abs(hours) <= 24);
    if (!sameDay) {
      assertEquals(!answerable, Courtesy.contentFree(past, now));
    }
  }

  private static Optional<Instant> earliest(
      SlowCourtesy slow, Instant from, Instant to, Past past) {
    Instant minute = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), 60L) * 60);
    Stream<Instant> minutes =
        Stream.iterate(minute, at -> at.isBefore(to), at -> at.plusSeconds(60));
    Stream<Instant> edges =
        Stream.concat(past.begun().stream(), past.word().stream())
            .flatMap(at -> GAPS.stream().map(at::plus));
    return Stream.of(Stream.of(from), minutes, edges)
        .flatMap(each -> each)
        .filter(at -> !at.isBefore(from) && at.isBefore(to))
        .filter(slow::permitted)
        .findFirst();
  }

  @Provide
  Arbitrary<Instant> now() {
    Arbitrary<LocalDate> date =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 4 * 365).map(FIRST_DAY::plusDays),
            Arbitraries.of(EDGES));
    Arbitrary<Long> nano =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()),
            Arbitraries.of(0, 2, 3, 10, 20)
                .map(hour -> LocalTime.of(hour, 0).toNanoOfDay())
                .flatMap(edge -> Arbitraries.of(edge, Math.max(edge - 1, 0))));
    return Combinators.combine(date, nano)
        .as(
            (day, time) ->
                day.atTime(LocalTime.ofNanoOfDay(time)).atZone(SystemTime.OSLO).toInstant());
  }

  @Property
  void hoursAloneAreThoseOfAFirstMessageToSomebodyNew(
      @ForAll("now") Instant now,
      @ForAll("manners") Manners manners,
      @ForAll("windows") List<Window> windows) {
    assertEquals(
        Courtesy.decide(Occasion.FIRST, manners, windows, Past.NONE, now),
        Courtesy.hours(manners, windows, now));
  }

  /// Any within the hours that nobody may leave, also none at all.
  @Provide
  Arbitrary<Manners> manners() {
    Arbitrary<Integer> minute = Arbitraries.integers().between(600, 1_200);
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.of(true, false), minute, minute)
        .as(
            (sundays, holidays, one, other) ->
                new Manners(
                    sundays,
                    holidays,
                    LocalTime.MIN.plusMinutes(Math.min(one, other)),
                    LocalTime.MIN.plusMinutes(Math.max(one, other))));
  }

  @Provide
  Arbitrary<List<Window>> windows() {
    Arbitrary<Window> window =
        Combinators.combine(
                Arbitraries.integers().between(0, 1439), Arbitraries.integers().between(1, 1440))
            .as(Window::of)
            .filter(Optional::isPresent)
            .map(Optional::orElseThrow);
    return window.list().ofMaxSize(2);
  }

  /// Pasts written as how long ago, mostly at the edges of the rules.
  @Provide
  Arbitrary<Relative> past() {
    Arbitrary<Duration> ago =
        Arbitraries.oneOf(
            Arbitraries.of(GAPS).flatMap(gap -> Arbitraries.of(-1, 0, 1).map(gap::plusNanos)),
            Arbitraries.integers().between(0, 400).map(Duration::ofDays),
            Arbitraries.integers().between(0, 60).map(Duration::ofMinutes));
    return Combinators.combine(
            ago.map(Duration::abs).list().ofMaxSize(4),
            ago.map(Duration::abs).optional(),
            ago.map(Duration::abs).optional(0.2))
        .as(Relative::new);
  }

  /// @param begun how long ago each
  record Relative(List<Duration> begun, Optional<Duration> word, Optional<Duration> changed) {

    Past before(Instant now) {
      return new Past(
          begun.stream().map(now::minus).toList(), word.map(now::minus), changed.map(now::minus));
    }
  }
}
