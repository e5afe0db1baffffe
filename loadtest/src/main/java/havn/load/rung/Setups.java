package havn.load.rung;

import havn.load.socket.Loop;
import havn.load.socket.WebSocket;
import havn.load.subject.Guest;
import havn.load.subject.Target;
import java.time.Duration;

/// Rung 1: opens, says goodbye and opens again, 64 at once; counts completed set-ups.
public final class Setups {

  private static final int AT_ONCE = 64;
  private static final int MOST = 60_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Loop loop;
  private final Target target;
  private int entered;
  private int underway;

  private Setups(Loop loop, Target target) {
    this.loop = loop;
    this.target = target;
  }

  /// Set-ups per second over `time`, after `warm`. At most 60,000 set-ups in all.
  public static double run(Loop loop, Target target, Duration warm, Duration time) {
    var rung = new Setups(loop, target);
    rung.go(warm);
    int before = rung.entered;
    long from = System.nanoTime();
    rung.go(time);
    double seconds = (System.nanoTime() - from) / 1e9;
    int done = rung.entered - before;
    if (!loop.until(() -> rung.underway == 0, PATIENCE)) {
      throw new IllegalStateException("the server does not let go of its sockets");
    }
    return done / seconds;
  }

  private void go(Duration time) {
    loop.until(this::full, time);
  }

  private boolean full() {
    while (underway < AT_ONCE && entered < MOST) {
      underway++;
      target.enter(loop, new Passer());
    }
    return entered >= MOST;
  }

  private final class Passer implements Guest {

    private boolean inside;

    @Override
    public void entered(WebSocket socket) {
      inside = true;
      entered++;
      socket.leave();
    }

    @Override
    public void left(int code) {
      underway--;
      if (!inside) {
        throw new IllegalStateException("the server refused a set-up with " + code);
      }
    }
  }
}
