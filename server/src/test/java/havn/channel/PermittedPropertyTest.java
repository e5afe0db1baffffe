package havn.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Any second of five years, both clock changes among them.
class PermittedPropertyTest {

  private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
  private static final long SECONDS = 5L * 366 * 24 * 3600;

  @Property
  void nothingBeginsOutsidePermittedHoursAndNothingWaitsLongerThanItMust(
      @ForAll @LongRange(min = 0, max = SECONDS) long second) {
    Instant at = Instant.ofEpochSecond(FIRST + second);
    Instant next = Permitted.next(at);
    assertTrue(permitted(next), "permitted");
    assertFalse(next.isBefore(at), "not in the past");
    assertTrue(permitted(at) ? next.equals(at) : !permitted(next.minusSeconds(1)), "the first");
    assertTrue(Duration.between(at, next).compareTo(Duration.ofHours(15)) <= 0, "soon");
  }

  @Property
  void pausesGrowFromFiveSecondsToFourHours(@ForAll @IntRange(min = 1, max = 100) int tries) {
    Duration pause = Permitted.pause(tries);
    assertTrue(pause.compareTo(Permitted.pause(tries + 1)) <= 0, "grow");
    assertEquals(Duration.ofSeconds(5), Permitted.pause(1));
    assertEquals(Duration.ofHours(4), Permitted.pause(100));
  }

  private static boolean permitted(Instant at) {
    LocalTime time = LocalTime.ofInstant(at, SystemTime.OSLO);
    return time.getHour() >= 10 && time.getHour() < 20;
  }
}
