package havn.boot;

import static havn.Eventually.get;
import static havn.Eventually.until;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void aRoundThatThrowsOrFailsIsNotTheLast() {
    Vertx vertx = Vertx.vertx();
    AtomicInteger rounds = new AtomicInteger();
    Rounds.every(
        vertx,
        Duration.ofMillis(1),
        () ->
            switch (rounds.incrementAndGet()) {
              case 1 -> throw new IllegalStateException();
              case 2 -> Future.failedFuture(new IllegalStateException());
              default -> Future.succeededFuture(0);
            });
    until("a third round", () -> rounds.get() >= 3);
    get(vertx.close());
  }
}
