package havn.boot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again, whatever comes of it: not twice at once, unless a round has
/// taken a minute. By then nobody knows whether it ever ends, and another may begin beside it, as
/// one of another process may.
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  static final Duration LONGEST = Duration.ofMinutes(1);

  private Rounds() {}

  /// Answers the timer. Only the kind of a failure is logged.
  static long every(Vertx vertx, Duration pause, Supplier<Future<Integer>> round) {
    return every(vertx, pause, LONGEST, round);
  }

  /// @param longest after it, the next round waits for this one no more
  static long every(
      Vertx vertx, Duration pause, Duration longest, Supplier<Future<Integer>> round) {
    AtomicBoolean busy = new AtomicBoolean();
    return vertx.setPeriodic(
        pause.toMillis(),
        tick -> {
          if (busy.getAndSet(true)) {
            return;
          }
          Future.succeededFuture()
              .compose(now -> round.get())
              .timeout(longest.toMillis(), TimeUnit.MILLISECONDS)
              .onFailure(
                  failure ->
                      LOG.atWarn()
                          .addKeyValue("kind", failure.getClass().getSimpleName())
                          .log("a round failed; the next one begins anew"))
              .onComplete(done -> busy.set(false));
        });
  }
}
