package havn.load.rung;

import havn.load.socket.Loop;
import havn.load.subject.Target;
import java.time.Duration;

/// Rung 2: what a socket costs that only stays. A first crowd of 200 comes and goes, so that
/// classes and pools are not counted as connections.
public final class Idle {

  private static final int FIRST = 200;
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private Idle() {}

  /// Bytes for each connection: live objects after a full collection, and resident memory.
  public record Cost(double liveBytes, double residentBytes) {}

  public static Cost run(Loop loop, Target target, int count) {
    var first = new Crowd();
    first.gather(loop, target, FIRST);
    first.disperse(loop);
    loop.pass(SETTLE);

    var footprint = target.footprint();
    long live = footprint.liveBytes();
    long resident = footprint.residentBytes();
    var crowd = new Crowd();
    crowd.gather(loop, target, count);
    loop.pass(SETTLE);
    double liveEach = (double) (footprint.liveBytes() - live) / count;
    double residentEach = (double) (footprint.residentBytes() - resident) / count;
    crowd.disperse(loop);
    return new Cost(liveEach, residentEach);
  }
}
