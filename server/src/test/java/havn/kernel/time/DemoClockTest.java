package havn.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {

  private static final Instant EVENING = Instant.parse("2026-11-24T16:50:00Z");

  @TempDir private Path folder = Path.of("");

  private Instant real = Instant.parse("2026-11-22T09:00:00Z");
  private final InstantSource wall = () -> real;
  private Path file = Path.of("");

  @BeforeEach
  void set() throws IOException {
    file = folder.resolve("clock");
    DemoClock.set(file, EVENING, wall);
  }

  @Test
  void showsTheMomentItWasSetToAndGoesOnInRealTime() {
    DemoClock clock = DemoClock.of(file, wall);
    assertEquals(EVENING, clock.instant());
    pass(Duration.ofSeconds(10));
    assertEquals(EVENING.plusSeconds(10), clock.instant());
  }

  @Test
  void runsThirtyTimesAsFastASecondAfterItIsTold() throws IOException {
    DemoClock clock = DemoClock.of(file, wall);
    clock.run(30);
    pass(Duration.ofSeconds(1));
    assertEquals(EVENING.plusSeconds(1), clock.instant());
    pass(Duration.ofSeconds(60));
    assertEquals(EVENING.plusSeconds(1).plus(Duration.ofMinutes(30)), clock.instant());
  }

  @Test
  void twoProcessesNeverShowDifferentTimesAroundAChange() throws IOException {
    DemoClock here = DemoClock.of(file, wall);
    DemoClock there = DemoClock.of(file, wall);
    for (int speed : new int[] {30, 1, 10, 1}) {
      here.run(speed);
      for (int step = 0; step < 40; step++) {
        pass(Duration.ofMillis(50));
        if (step >= 4) {
          assertEquals(here.instant(), there.instant());
        }
      }
    }
  }

  @Test
  void neverGoesBack() throws IOException {
    DemoClock clock = DemoClock.of(file, wall);
    Instant before = clock.instant();
    for (int speed : new int[] {30, 2, 30, 1, 7}) {
      clock.run(speed);
      for (int step = 0; step < 9; step++) {
        pass(Duration.ofMillis(53));
        assertTrue(clock.instant().isAfter(before));
        before = clock.instant();
      }
    }
  }

  @Test
  void refusesToStandStillOrToRunAway() {
    DemoClock clock = DemoClock.of(file, wall);
    assertThrows(IllegalArgumentException.class, () -> clock.run(0));
    assertThrows(IllegalArgumentException.class, () -> clock.run(31));
    pass(Duration.ofSeconds(5));
    assertEquals(EVENING.plusSeconds(5), clock.instant());
  }

  private void pass(Duration time) {
    real = real.plus(time);
  }
}
