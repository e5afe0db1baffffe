package havn.gateway;

import havn.gateway.LineView.Glance;
import io.vertx.core.AsyncResult;
import java.time.Duration;
import java.time.Instant;

/// Keeps in mind when one part of a board was last seen. Belongs to the board's event loop.
final class Sight {

  /// What was seen last counts for so long.
  static final Duration COUNTS = Duration.ofSeconds(30);

  private Instant seen;

  /// @param opened counts as a first look
  Sight(Instant opened) {
    this.seen = opened;
  }

  <T> Glance<T> look(AsyncResult<T> looked, Instant now) {
    if (looked.succeeded()) {
      seen = now;
      return new Glance.Seen<>(looked.result());
    }
    return now.isBefore(seen.plus(COUNTS)) ? new Glance.Failed<>() : new Glance.Unknown<>();
  }
}
