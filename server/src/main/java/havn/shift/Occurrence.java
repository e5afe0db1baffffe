package havn.shift;

import java.time.Duration;
import java.time.Instant;

/// One shift on one date.
public record Occurrence(Place place, Instant start, Instant end) {

  /// A right that follows the shift begins so long before it, and ends so long after it.
  public static final Duration AROUND = Duration.ofMinutes(15);

  public Instant rightsBegin() {
    return start.minus(AROUND);
  }

  public Instant rightsEnd() {
    return end.plus(AROUND);
  }

  public boolean over(Instant now) {
    return !now.isBefore(end);
  }

  /// Whether it starts within so long from now, or has started.
  boolean startsWithin(Duration time, Instant now) {
    return !now.isBefore(start.minus(time));
  }
}
