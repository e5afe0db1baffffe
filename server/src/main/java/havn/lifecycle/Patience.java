package havn.lifecycle;

import havn.kernel.time.SystemTime;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits, on a thread that may block, until something is true or time is up.
public final class Patience {

  private Patience() {}

  /// Asks `condition` every `pause` for at most `limit`. Answers whether it became true. An
  /// interrupt ends the wait with false and is kept.
  public static boolean await(Duration limit, Duration pause, BooleanSupplier condition) {
    long deadline = SystemTime.monotonicNanos() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (SystemTime.monotonicNanos() - deadline >= 0) {
        return false;
      }
      LockSupport.parkNanos(pause.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return true;
  }
}
