package havn.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// At most so many requests a second for the whole process, so that nobody can fill the stores. It
/// knows no addresses. Shared by all event loops.
public final class Throttle implements Handler<RoutingContext> {

  private final int perSecond;
  private final int atOnce;
  private final InstantSource clock;
  private Instant filled;
  private double left;

  /// Permits `atOnce` immediately and `perSecond` after that.
  public Throttle(int perSecond, int atOnce, InstantSource clock) {
    this.perSecond = perSecond;
    this.atOnce = atOnce;
    this.left = atOnce;
    this.clock = clock;
    this.filled = clock.instant();
  }

  @Override
  public void handle(RoutingContext context) {
    if (takes()) {
      context.next();
    } else {
      refuse(context);
    }
  }

  public static void refuse(RoutingContext context) {
    Problem.of(429, "Too many ask this at the moment; try again in a second.").answer(context);
  }

  /// Whether one more is permitted now; counts it if it is.
  public synchronized boolean takes() {
    Instant now = clock.instant();
    double since = Math.max(0, Duration.between(filled, now).toMillis() / 1000.0);
    left = Math.min(atOnce, left + since * perSecond);
    filled = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
