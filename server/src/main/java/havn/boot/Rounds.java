package havn.boot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again, never twice at once, whatever comes of it.
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private Rounds() {}

  /// Answers the timer. Only the kind of a failure is logged.
  static long every(Vertx vertx, Duration pause, Supplier<Future<Integer>> round) {
    AtomicBoolean busy = new AtomicBoolean();
    return vertx.setPeriodic(
        pause.toMillis(),
        tick -> {
          if (busy.getAndSet(true)) {
            return;
          }
          Future.succeededFuture()
              .compose(now -> round.get())
              .onFailure(
                  failure ->
                      LOG.atWarn()
                          .addKeyValue("kind", failure.getClass().getSimpleName())
                          .log("texts wait"))
              .onComplete(done -> busy.set(false));
        });
  }
}
