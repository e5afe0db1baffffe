package havn.boot;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Promise;
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

  @Test
  void aRoundThatNeverEndsIsNotTheLastAndHasItsTimeBeforeTheNext() {
    Vertx vertx = Vertx.vertx();
    AtomicInteger rounds = new AtomicInteger();
    AtomicInteger patient = new AtomicInteger();
    Rounds.every(vertx, Duration.ofMillis(1), Duration.ofMillis(20), () -> hangs(rounds));
    Rounds.every(vertx, Duration.ofMillis(1), () -> hangs(patient));
    until("a third round", () -> rounds.get() >= 3);
    assertEquals(1, patient.get());
    get(vertx.close());
  }

  private static Future<Integer> hangs(AtomicInteger rounds) {
    rounds.incrementAndGet();
    return Promise.<Integer>promise().future();
  }
}
