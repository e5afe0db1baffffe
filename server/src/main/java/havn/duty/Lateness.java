package havn.duty;

import java.time.Duration;
import java.time.Instant;

/// When coordinators are alerted that nobody came. Pure.
public final class Lateness {

  /// So long after the hours began.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private Lateness() {}

  /// Late for five minutes, or at a service that never closes at once.
  public static boolean alarms(ServiceState state, Instant now) {
    return switch (state.staffing()) {
      case LATE -> state.lateSince().filter(since -> now.isBefore(since.plus(PATIENCE))).isEmpty();
      case OPEN, BUSY, CLOSED -> false;
    };
  }
}
