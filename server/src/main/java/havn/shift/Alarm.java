package havn.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How urgently a shift lacks people. Pure.
public enum Alarm {
  NONE,
  /// It starts within 72 hours and has an empty seat.
  SOON,
  /// It starts within 24 hours and has an empty seat, or within 12 hours and somebody has not
  /// confirmed: they were asked to for 12 hours by then.
  NOW;

  static final Duration EARLY = Duration.ofHours(72);
  static final Duration LATE = Duration.ofHours(24);
  static final Duration SILENT = Duration.ofHours(12);

  /// @param empty seats that nobody holds
  /// @param unconfirmed seats whose holder has not confirmed
  public static Alarm of(Occurrence occurrence, int empty, int unconfirmed, Instant now) {
    if (occurrence.over(now)) {
      return NONE;
    }
    if (empty > 0 && occurrence.startsWithin(LATE, now)
        || unconfirmed > 0 && occurrence.startsWithin(SILENT, now)) {
      return NOW;
    }
    return empty > 0 && occurrence.startsWithin(EARLY, now) ? SOON : NONE;
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT);
  }
}
