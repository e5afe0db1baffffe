package havn.gateway;

import org.junit.jupiter.api.Test;

/// Every visitor is in a line, or with a worker who is there, or told otherwise, whatever happens.
///
/// A longer run: `ops/havn-load invariant [SEED [STEPS]]`.
class InvariantTest {

  private static final long SEED = Long.getLong("havn.invariant.seed", 20_261_122);
  private static final int STEPS = Integer.getInteger("havn.invariant.steps", 40);

  @Test
  void everyVisitorIsInALineOrWithSomebodyOrToldOtherwise() {
    try (Evening evening = new Evening(SEED)) {
      for (int step = 1; step <= STEPS; step++) {
        evening.step("seed " + SEED + ", step " + step);
      }
      evening.over();
    }
  }
}
