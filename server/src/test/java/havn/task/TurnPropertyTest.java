package havn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TurnPropertyTest {

  @Property(tries = 200)
  void officesTakeTurnsSoThatNoneHasMoreThanOneMore(
      @ForAll @IntRange(min = 1, max = 16) int offices,
      @ForAll @IntRange(min = 1, max = 60) int tasks) {
    List<String> names = names(offices);
    Map<String, Integer> counts = new HashMap<>();
    names.forEach(name -> counts.put(name, 0));
    String last = "";
    for (int task = 0; task < tasks; task++) {
      last = Turn.next(names, last);
      counts.merge(last, 1, Integer::sum);
    }
    int most = counts.values().stream().mapToInt(n -> n).max().orElseThrow();
    int least = counts.values().stream().mapToInt(n -> n).min().orElseThrow();
    assertTrue(most - least <= 1);
  }

  @Property(tries = 200)
  void skippingAsksEveryOtherOfficeOnceAndThenNobody(
      @ForAll @IntRange(min = 1, max = 16) int offices, @ForAll @IntRange(max = 15) int start) {
    List<String> names = names(offices);
    String current = names.get(start % offices);
    List<String> asked = new ArrayList<>();
    Optional<String> next = Turn.instead(names, current, Set.of());
    while (next.isPresent()) {
      asked.add(current);
      assertNotEquals(current, next.get());
      assertFalse(asked.contains(next.get()));
      current = next.get();
      next = Turn.instead(names, current, Set.copyOf(asked));
    }
    assertEquals(offices - 1, asked.size());
  }

  @Property(tries = 100)
  void anOfficeThatLeftTheDocumentCanBeSkippedUntilEveryOtherWasAsked(
      @ForAll @IntRange(min = 1, max = 16) int offices) {
    List<String> names = names(offices);
    List<String> asked = new ArrayList<>(List.of("closed"));
    Optional<String> next = Turn.instead(names, "closed", Set.of());
    while (next.isPresent()) {
      assertFalse(asked.contains(next.get()));
      asked.add(next.get());
      next = Turn.instead(names, next.get(), Set.copyOf(asked));
    }
    assertEquals(offices + 1, asked.size());
  }

  private static List<String> names(int offices) {
    return IntStream.range(0, offices).mapToObj(i -> "office-" + i).toList();
  }
}
