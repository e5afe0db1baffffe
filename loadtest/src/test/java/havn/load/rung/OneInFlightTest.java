package havn.load.rung;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.load.RelayUnderTest;
import havn.load.socket.Loop;
import havn.load.subject.RelayPairs;
import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneInFlightTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void noPairEverHasTwoFramesUnderway() {
    try (var relay = RelayUnderTest.pairing((vertx, n) -> Future.succeededFuture());
        var loop = new Loop()) {
      var pairs = new RelayPairs(loop, relay.address()).open(5);
      var result = OneInFlight.run(loop, pairs, SHORT, SHORT, Integer.MAX_VALUE, () -> 0);
      assertTrue(result.perSecond() > 0);
      for (var pair : pairs) {
        assertEquals(0, pair.underway());
        assertTrue(Math.abs(pair.visitor().sent() - pair.staff().sent()) <= 1);
      }
    }
  }

  @Test
  void aPairThatIsFullEndsTheRunInsteadOfOverflowing() {
    try (var relay = RelayUnderTest.pairing((vertx, n) -> Future.succeededFuture());
        var loop = new Loop()) {
      var pairs = new RelayPairs(loop, relay.address()).open(2);
      assertThrows(
          IllegalStateException.class,
          () -> OneInFlight.run(loop, pairs, Duration.ofSeconds(5), SHORT, 20, () -> 0));
      assertTrue(pairs.stream().allMatch(pair -> pair.visitor().sent() <= 11));
    }
  }
}
