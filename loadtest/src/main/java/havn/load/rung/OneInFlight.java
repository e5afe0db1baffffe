package havn.load.rung;

import havn.load.socket.Loop;
import havn.load.talk.End;
import havn.load.talk.Pair;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// Rung 4: each pair passes one frame back and forth as fast as the server lets it.
public final class OneInFlight {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(20);

  private final Loop loop;
  private final List<Pair> pairs;
  private final int mostOfAPair;
  private long arrived;
  private boolean stopping;

  private OneInFlight(Loop loop, List<Pair> pairs, int mostOfAPair) {
    this.loop = loop;
    this.pairs = pairs;
    this.mostOfAPair = mostOfAPair;
  }

  /// Messages a second; the server's processor time for each in microseconds; the generator's own
  /// share of its core (0–1), since near 1 the generator is what was measured.
  public record Result(double perSecond, double cpuMicros, double generatorBusy) {}

  /// Runs for `warm`, then for `time`, which counts; less when a pair has passed `mostOfAPair`
  /// frames.
  ///
  /// @throws IllegalStateException when a frame is lost
  public static Result run(
      Loop loop,
      List<Pair> pairs,
      Duration warm,
      Duration time,
      int mostOfAPair,
      LongSupplier cpu) {
    var rung = new OneInFlight(loop, pairs, mostOfAPair);
    pairs.forEach(pair -> pair.tell(rung::arrived));
    pairs.forEach(pair -> pair.visitor().send());
    rung.go(warm);
    if (rung.stopping) {
      throw new IllegalStateException("the pairs had passed all their frames while warming up");
    }
    var before = rung.arrived;
    long cpuBefore = cpu.getAsLong();
    long ownBefore = ownNanos();
    long from = System.nanoTime();
    rung.go(time);
    double seconds = (System.nanoTime() - from) / 1e9;
    double own = (ownNanos() - ownBefore) / 1e9;
    double micros = cpu.getAsLong() - cpuBefore;
    double messages = rung.arrived - before;
    rung.stop();
    return new Result(messages / seconds, micros / messages, own / seconds);
  }

  private void go(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (!stopping && System.nanoTime() < end) {
      loop.turn(STEP.toMillis());
    }
  }

  private void stop() {
    stopping = true;
    if (!loop.until(() -> pairs.stream().allMatch(pair -> pair.underway() == 0), PATIENCE)) {
      throw new IllegalStateException("a frame was lost");
    }
  }

  private void arrived(Pair pair, End by, int counter) {
    arrived++;
    var next = pair.other(by);
    if (next.sent() >= mostOfAPair / 2) {
      stopping = true;
    }
    if (!stopping) {
      next.send();
    }
  }

  private static long ownNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
