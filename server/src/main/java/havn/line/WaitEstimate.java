package havn.line;

import havn.wire.v1.WaitBand;
import java.time.Duration;
import java.util.List;

/// How long it may take, as a band, so that nobody is promised a minute.
public final class WaitEstimate {

  private static final int FEWEST = 5;

  private WaitEstimate() {}

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
