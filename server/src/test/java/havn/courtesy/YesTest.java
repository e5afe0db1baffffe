package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// For how long, and for whom, a yes holds.
class YesTest {

  private static final Yes YES = new Yes(LocalDate.of(2026, 3, 10));

  @Test
  void itHoldsFromItsDayForThirteenMonthsByTheClockInOslo() {
    assertFalse(holds("2026-03-09T22:59:59Z"));
    assertTrue(holds("2026-03-09T23:00:00Z"));
    assertTrue(holds("2027-04-10T21:59:59Z"));
    assertFalse(holds("2027-04-10T22:00:00Z"));
  }

  @Test
  void itIsThatOfWhoeverHasHadTheNumberSinceADayBefore() {
    assertTrue(holdsAfter("2026-03-09T22:59:59Z"));
    assertFalse(holdsAfter("2026-03-09T23:00:00Z"), "on that day: nobody knows which was first");
    assertFalse(holdsAfter("2026-03-11T12:00:00Z"));
  }

  private static boolean holds(String now) {
    return YES.holds(Past.NONE, Instant.parse(now));
  }

  private static boolean holdsAfter(String changed) {
    var past = new Past(List.of(), Optional.empty(), Optional.of(Instant.parse(changed)));
    return YES.holds(past, Instant.parse("2026-06-01T12:00:00Z"));
  }
}
