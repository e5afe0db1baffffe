package havn.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.field.RoundStore.Gathered;
import havn.field.RoundStore.Sums;
import havn.figures.Fives;
import havn.kernel.id.ServiceId;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What is shown of a month of rounds. Months are lists of how many people each round met.
class FieldMonthPropertyTest {

  /// All months of at most seven rounds with at most 32 people together, by what is shown of them.
  /// A shown sum has all its months here.
  private static final Map<String, Set<List<Integer>>> SMALL_MONTHS = smallMonths();

  @Property
  void noNumberBelowFiveIsShown(@ForAll("months") List<Integer> rounds, @ForAll boolean running) {
    assertTrue(numbers(month(rounds, running)).allMatch(number -> number >= Fives.LEAST));
  }

  @Property
  void whatIsShownOfAMonthThatIsOverIsTrue(@ForAll("months") List<Integer> rounds) {
    FieldMonth month = month(rounds, false);
    long people = sum(rounds);
    month.rounds().ifPresent(number -> assertEquals(rounds.size(), number));
    month.people().ifPresent(number -> assertEquals(people, number));
    month
        .spread()
        .ifPresent(
            spread -> {
              assertEquals(Math.round((double) people / rounds.size()), spread.mean());
              assertEquals(rounds.stream().mapToInt(n -> n).min().orElseThrow(), spread.least());
              assertEquals(rounds.stream().mapToInt(n -> n).max().orElseThrow(), spread.most());
            });
  }

  @Property
  void aMonthThatRunsShowsFivesAndNoSpread(@ForAll("months") List<Integer> rounds) {
    FieldMonth month = month(rounds, true);
    assertTrue(numbers(month).allMatch(number -> number % Fives.LEAST == 0));
    assertTrue(month.spread().isEmpty());
  }

  /// Whoever knows the rules and reads the row can still not tell any hidden number.
  @Example
  void noHiddenNumberFollowsFromWhatIsShown() {
    SMALL_MONTHS.forEach(
        (shown, months) -> {
          for (var hidden : hidden(months.iterator().next()).entrySet()) {
            Set<Long> possible = new HashSet<>();
            months.forEach(month -> possible.add(hidden.getValue().of(month)));
            assertTrue(possible.size() > 1, () -> hidden.getKey() + " follows from " + shown);
          }
        });
  }

  @Example
  void howManyWereMetForTheFirstTimeIsHiddenBelowFive() {
    assertEquals(OptionalLong.empty(), of(List.of(20), 4, 4, false).first());
    assertEquals(OptionalLong.of(5), of(List.of(20), 5, 4, false).first());
    assertEquals(OptionalLong.of(15), of(List.of(20), 15, 4, false).first());
    for (int first = 16; first <= 20; first++) {
      assertEquals(OptionalLong.empty(), of(List.of(20), first, 4, false).first(), "few others");
      assertEquals(OptionalLong.empty(), of(List.of(20), first, 4, true).first(), "few others");
    }
    assertEquals(OptionalLong.empty(), of(List.of(20), 5, 4, false).places());
    assertEquals(OptionalLong.of(7), of(List.of(20), 5, 7, false).places());
    assertEquals(OptionalLong.of(5), of(List.of(20), 5, 7, true).places());
  }

  private interface Number {
    long of(List<Integer> rounds);
  }

  private static Map<String, Number> hidden(List<Integer> rounds) {
    FieldMonth month = month(rounds, false);
    Map<String, Number> hidden = new HashMap<>();
    if (month.rounds().isEmpty()) {
      hidden.put("rounds", List::size);
    }
    if (month.people().isEmpty()) {
      hidden.put("people", FieldMonthPropertyTest::sum);
    }
    if (month.spread().isEmpty()) {
      hidden.put("least", all -> all.stream().mapToInt(n -> n).min().orElseThrow());
      hidden.put("most", all -> all.stream().mapToInt(n -> n).max().orElseThrow());
    }
    return hidden;
  }

  private static Map<String, Set<List<Integer>>> smallMonths() {
    Map<String, Set<List<Integer>>> all = new HashMap<>();
    Stream.iterate(
            Stream.of(List.<Integer>of()).toList(),
            shorter -> shorter.stream().flatMap(FieldMonthPropertyTest::longer).toList())
        .limit(8)
        .skip(1)
        .flatMap(List::stream)
        .forEach(
            rounds -> {
              FieldMonth month = month(rounds, false);
              String shown = month.rounds() + " " + month.people() + " " + spread(month);
              all.computeIfAbsent(shown, fresh -> new HashSet<>()).add(rounds);
            });
    return all;
  }

  private static String spread(FieldMonth month) {
    return month.spread().map(s -> s.mean() + "/" + s.least() + "/" + s.most()).orElse("");
  }

  /// With one round more, on which no more people were met than on the one before.
  private static Stream<List<Integer>> longer(List<Integer> rounds) {
    long most = Math.min(rounds.isEmpty() ? 32 : rounds.getLast(), 32 - sum(rounds));
    return Stream.iterate(0, people -> people <= most, people -> people + 1)
        .map(people -> Stream.concat(rounds.stream(), Stream.of(people)).toList());
  }

  @Provide
  Arbitrary<List<Integer>> months() {
    return Arbitraries.integers().between(0, 156).list().ofMinSize(1).ofMaxSize(30);
  }

  private static FieldMonth month(List<Integer> rounds, boolean running) {
    return of(rounds, 0, 0, running);
  }

  private static FieldMonth of(List<Integer> rounds, long first, long places, boolean running) {
    return FieldMonth.of(
        new Gathered(
            new ServiceId("rosa"),
            YearMonth.of(2026, 10),
            RoundPlace.INDOOR,
            false,
            rounds.size(),
            new Sums(sum(rounds), first, places),
            rounds.stream().mapToInt(n -> n).min().orElseThrow(),
            rounds.stream().mapToInt(n -> n).max().orElseThrow()),
        running);
  }

  private static long sum(List<Integer> rounds) {
    return rounds.stream().mapToLong(n -> n).sum();
  }

  private static LongStream numbers(FieldMonth month) {
    LongStream single =
        Stream.of(month.rounds(), month.people(), month.first(), month.places())
            .flatMapToLong(OptionalLong::stream);
    return LongStream.concat(
        single,
        month.spread().stream().flatMapToLong(s -> LongStream.of(s.mean(), s.least(), s.most())));
  }
}
