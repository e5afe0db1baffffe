package havn.line;

import havn.wire.v1.WaitBand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long it may take, as a band, so that nobody is promised a minute.
public final class WaitEstimate {

  private static final int FEWEST = 5;

  /// Of an opening that has no beginning, so much counts.
  private static final Duration ENDLESS = Duration.ofHours(12);

  private WaitEstimate() {}

  /// From when on pick-ups belong to this opening.
  ///
  /// @param opened when the running hours began; empty when they never end, or outside of them
  public static Instant since(Optional<Instant> opened, Instant now) {
    return opened.orElseGet(() -> now.minus(ENDLESS));
  }

  /// From the last pick-ups, by their median; unknown with fewer than five.
  public static WaitBand of(List<Duration> pickUps) {
    if (pickUps.size() < FEWEST) {
      return WaitBand.WAIT_UNKNOWN;
    }
    Duration median = pickUps.stream().sorted().toList().get(pickUps.size() / 2);
    if (median.compareTo(Duration.ofMinutes(5)) < 0) {
      return WaitBand.UNDER_5_MINUTES;
    }
    return median.compareTo(Duration.ofMinutes(15)) <= 0
        ? WaitBand.FROM_5_TO_15_MINUTES
        : WaitBand.OVER_15_MINUTES;
  }
}
