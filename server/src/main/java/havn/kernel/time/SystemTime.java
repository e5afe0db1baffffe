package havn.kernel.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// The machine's clocks, read here and nowhere else.
public final class SystemTime {

  /// Local time of every service: opening hours, shifts, quiet hours.
  public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private SystemTime() {}

  /// Wall-clock time, millisecond precision.
  public static InstantSource wall() {
    return () -> Instant.ofEpochMilli(System.currentTimeMillis());
  }

  /// Nanoseconds from an arbitrary origin; only differences mean something.
  public static long monotonicNanos() {
    return System.nanoTime();
  }
}
