package havn.load.rung;

import havn.load.socket.Loop;
import havn.load.talk.End;
import havn.load.talk.Pair;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/// Rung 3: messages at a fixed rate, spread over all pairs and both directions. Latency counts from
/// when a message was *due*, not from when it was sent: a server that stalls delays the messages
/// behind the stall too, and they are all recorded.
public final class FixedRate {

  private static final long LONGEST = Duration.ofSeconds(60).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 64;
  private static final long LEAD = 20_000_000;

  private final List<Pair> pairs;
  private final long gap;
  private final int warm;
  private final Histogram latency = new Histogram(LONGEST, 3);
  private long start;

  private FixedRate(List<Pair> pairs, int rate, int warm) {
    this.pairs = pairs;
    this.gap = 1_000_000_000L / rate;
    this.warm = warm;
  }

  /// Latencies in nanoseconds, and the server's processor time for each message in microseconds.
  public record Result(Histogram latency, double cpuMicros) {}

  /// Sends `rate` messages a second for `warmSeconds`, then for `seconds`, which count.
  ///
  /// @throws IllegalStateException when a message does not arrive within 10 seconds of the last
  public static Result run(
      Loop loop, List<Pair> pairs, int rate, int warmSeconds, int seconds, LongSupplier cpu) {
    var rung = new FixedRate(pairs, rate, rate * warmSeconds);
    long micros = rung.go(loop, rate * (warmSeconds + seconds), cpu);
    return new Result(rung.latency, (double) micros / (rate * seconds));
  }

  private long go(Loop loop, int all, LongSupplier cpu) {
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).tell(new Clock(i));
    }
    start = System.nanoTime() + LEAD;
    long cpuBefore = 0;
    int next = 0;
    while (next < all) {
      for (int burst = 0;
          burst < AT_ONCE && next < all && System.nanoTime() >= due(next);
          burst++) {
        if (next == warm) {
          cpuBefore = cpu.getAsLong();
        }
        send(next++);
      }
      loop.turn(0);
    }
    if (!loop.until(() -> latency.getTotalCount() == all - warm, PATIENCE)) {
      throw new IllegalStateException(
          "%d of %d messages arrived".formatted(latency.getTotalCount(), all - warm));
    }
    return cpu.getAsLong() - cpuBefore;
  }

  private long due(int message) {
    return start + message * gap;
  }

  private void send(int message) {
    var pair = pairs.get(message % pairs.size());
    var end = message / pairs.size() % 2 == 0 ? pair.visitor() : pair.staff();
    end.send();
  }

  /// Knows which message a counter of this pair is: the ends take turns, one message of a pair in
  /// every round.
  private final class Clock implements Pair.Ear {

    private final int index;
    private final int visitorBase;
    private final int staffBase;

    Clock(int index) {
      this.index = index;
      visitorBase = pairs.get(index).visitor().sent();
      staffBase = pairs.get(index).staff().sent();
    }

    @Override
    public void arrived(Pair pair, End by, int counter) {
      int round =
          by == pair.visitor() ? 2 * (counter - visitorBase) : 2 * (counter - staffBase) + 1;
      int message = round * pairs.size() + index;
      if (message >= warm) {
        latency.recordValue(Math.min(LONGEST, System.nanoTime() - due(message)));
      }
    }
  }
}
