package havn.gateway;

import havn.kernel.time.SystemTime;

/// How fast a client may send: so many frames a second, and bursts of twice as many.
final class Pace {

  private static final long SECOND = 1_000_000_000L;

  private final int perSecond;
  private long spent;
  private long since;

  Pace(int perSecond) {
    this.perSecond = perSecond;
    this.since = SystemTime.monotonicNanos();
  }

  /// Whether one more frame passes.
  boolean passes() {
    if (++spent <= perSecond) {
      return true;
    }
    long now = SystemTime.monotonicNanos();
    long earned = Math.min((now - since) * perSecond / SECOND, 2L * perSecond);
    if (earned > 0) {
      spent = Math.max(0, spent - earned);
      since = now;
    }
    return spent <= 2L * perSecond;
  }
}
