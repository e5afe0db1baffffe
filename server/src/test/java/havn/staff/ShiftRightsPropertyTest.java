package havn.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import havn.staff.ShiftRights.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Rights exist on the lanes of the shifts that are held now, and on no other.
class ShiftRightsPropertyTest {

  private static final ServiceId SERVICE = new ServiceId("pro-mann");
  private static final ServiceId OTHER = new ServiceId("rosa");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final int HOURS = 12;

  @Provide
  Arbitrary<List<Window>> windows() {
    return Combinators.combine(
            Arbitraries.of("", "self", "legal", "health"),
            Arbitraries.integers().between(0, HOURS - 2),
            Arbitraries.integers().between(1, 4))
        .as((lane, from, hours) -> new Window(lane, at(from), at(from + hours)))
        .list()
        .ofMaxSize(6)
        .map(all -> all.stream().sorted(Comparator.comparing(Window::from)).toList());
  }

  @Provide
  Arbitrary<Set<String>> asked() {
    return Arbitraries.of("self", "legal", "health").set().ofMaxSize(3);
  }

  @Property(tries = 500)
  void everyLaneThatIsAnsweredIsHeldNowAndWasAskedFor(
      @ForAll("windows") List<Window> windows,
      @ForAll("asked") Set<String> asked,
      @ForAll @IntRange(max = HOURS) int hour) {
    Optional<Set<String>> lanes = rights(windows).lanes(SERVICE, asked, at(hour));
    for (String lane : List.of("self", "legal", "health")) {
      boolean held =
          windows.stream()
              .filter(one -> !at(hour).isBefore(one.from()) && at(hour).isBefore(one.until()))
              .anyMatch(one -> one.lane().isEmpty() || one.lane().equals(lane));
      boolean wanted = asked.isEmpty() || asked.contains(lane);
      boolean given = lanes.filter(all -> all.isEmpty() || all.contains(lane)).isPresent();
      assertEquals(held && wanted, given, lane);
    }
    assertEquals(Optional.empty(), rights(windows).lanes(OTHER, asked, at(hour)));
  }

  @Property(tries = 500)
  void untilTheyEndThereIsNoMomentWithoutALane(
      @ForAll("windows") List<Window> windows,
      @ForAll("asked") Set<String> asked,
      @ForAll @IntRange(max = HOURS) int hour) {
    ShiftRights rights = rights(windows);
    Optional<Instant> until = rights.until(Set.of(SERVICE), asked, at(hour));
    assertEquals(rights.lanes(SERVICE, asked, at(hour)).isPresent(), until.isPresent());
    Instant end = until.orElse(at(hour));
    for (Instant now = at(hour); now.isBefore(end); now = now.plusSeconds(1_800)) {
      assertTrue(rights.lanes(SERVICE, asked, now).isPresent(), now.toString());
    }
    assertEquals(Optional.empty(), rights.until(Set.of(SERVICE, OTHER), asked, at(hour)));
  }

  @Example
  void aShiftOnAnotherLaneThatFollowsChangesTheLaneAndEndsNothing() {
    ShiftRights rights =
        rights(List.of(new Window("legal", at(0), at(2)), new Window("health", at(1), at(4))));
    assertEquals(Optional.of(at(4)), rights.until(Set.of(SERVICE), Set.of(), at(0)));
    assertEquals(Optional.of(at(2)), rights.until(Set.of(SERVICE), Set.of("legal"), at(0)));
    assertEquals(Optional.of(Set.of("legal")), rights.lanes(SERVICE, Set.of(), at(0)));
    assertEquals(Optional.of(Set.of("legal", "health")), rights.lanes(SERVICE, Set.of(), at(1)));
    assertEquals(Optional.of(Set.of("health")), rights.lanes(SERVICE, Set.of(), at(2)));
  }

  private static ShiftRights rights(List<Window> windows) {
    return new ShiftRights(Map.of(SERVICE, windows));
  }

  private static Instant at(int hour) {
    return NOON.plusSeconds(hour * 3_600L);
  }
}
