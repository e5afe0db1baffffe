package havn.load.rung;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.load.RelayUnderTest;
import havn.load.socket.Loop;
import havn.load.subject.RelayPairs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedRateTest {

  private static final int RATE = 500;
  private static final int STALL_MS = 400;

  @Test
  void aStallIsFeltByEveryMessageThatWasDueMeanwhile() {
    var stall = new Stall();
    try (var relay = RelayUnderTest.pairing(stall::pass);
        var loop = new Loop()) {
      var pairs = new RelayPairs(loop, relay.address()).open(10);
      var latency = FixedRate.run(loop, pairs, RATE, 0, 1, () -> 0).latency();

      // 400 of 1,000 ms stood still: a generator that waits for answers would have noted ten slow
      // messages of 500, one from the intended send time notes two hundred.
      long slow = latency.getCountBetweenValues(STALL_MS * 1_000_000L / 10, Long.MAX_VALUE / 2);
      assertEquals(RATE, latency.getTotalCount());
      assertTrue(slow > RATE * 3 / 10, slow + " messages felt the stall");
      assertTrue(latency.getMaxValue() >= STALL_MS * 1_000_000L * 9 / 10);
    }
  }

  @Test
  void aLostFrameEndsTheRun() {
    try (var relay =
            RelayUnderTest.pairing((vertx, n) -> n == 7 ? Future.failedFuture("lost") : now());
        var loop = new Loop()) {
      var pairs = new RelayPairs(loop, relay.address()).open(2);
      assertThrows(
          IllegalStateException.class, () -> FixedRate.run(loop, pairs, RATE, 0, 1, () -> 0));
    }
  }

  @Test
  void warmingUpIsNotCounted() {
    try (var relay = RelayUnderTest.pairing((vertx, n) -> now());
        var loop = new Loop()) {
      var pairs = new RelayPairs(loop, relay.address()).open(3);
      var cpu = new ArrayList<>(List.of(1_000L, 6_000L));
      var result = FixedRate.run(loop, pairs, 100, 1, 1, cpu::removeFirst);
      assertEquals(100, result.latency().getTotalCount());
      assertEquals(50, result.cpuMicros());
    }
  }

  private static Future<Void> now() {
    return Future.succeededFuture();
  }

  /// From the 100th message on, for 400 ms, nothing passes; then everything does, in order.
  private static final class Stall {

    private Future<Void> over = now();

    Future<Void> pass(Vertx vertx, int n) {
      if (n == 100) {
        over = vertx.timer(STALL_MS).mapEmpty();
      }
      return over;
    }
  }
}
