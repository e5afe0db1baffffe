package havn.demo;

import havn.kernel.time.SystemTime;
import havn.lifecycle.Leash;
import havn.lifecycle.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A child that is started again whenever it ends, until it is told to stop. The pause before a new
/// start is a fifth of a second, doubled after every start that did not last ten seconds, at most
/// five seconds.
final class Kept implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LASTED = Duration.ofSeconds(10);

  /// How to start it; may block until it answers.
  interface Start {
    Leash start() throws IOException;
  }

  private final String name;
  private final Start start;
  private final Consumer<String> say;
  private final Thread keeper;
  private volatile @Nullable Leash running;
  private volatile boolean stopping;

  private Kept(String name, Start start, Consumer<String> say, Leash first) {
    this.name = name;
    this.start = start;
    this.say = say;
    this.running = first;
    this.keeper = Thread.ofVirtual().name("keep " + name).unstarted(this::keep);
  }

  /// Starts it and keeps it; fails when the first start fails. `say` is told about every later one.
  static Kept start(String name, Start start, Consumer<String> say) throws IOException {
    Kept kept = new Kept(name, start, say, start.start());
    kept.keeper.start();
    return kept;
  }

  /// The process id, or 0 while it is being started again.
  long pid() {
    Leash now = running;
    return now != null && now.alive() ? now.pid() : 0;
  }

  /// Tells it to stop without waiting.
  void release() {
    stopping = true;
    keeper.interrupt();
    Leash now = running;
    if (now != null) {
      now.release();
    }
  }

  /// Tells it to stop and waits until it is gone.
  @Override
  public void close() {
    release();
    try {
      keeper.join(Duration.ofSeconds(20));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    Leash now = running;
    if (now != null) {
      now.close();
    }
  }

  private void keep() {
    Duration pause = FIRST_PAUSE;
    while (!stopping) {
      long began = SystemTime.monotonicNanos();
      if (!ended()) {
        return;
      }
      boolean lasted = SystemTime.monotonicNanos() - began >= LASTED.toNanos();
      pause = lasted ? FIRST_PAUSE : pause;
      say.accept(name + " ended; starting it again");
      pause = startAgain(pause);
    }
  }

  /// Waits for the running child to end by itself; false when it was told to.
  private boolean ended() {
    Leash now = running;
    while (now != null && !stopping && !now.awaitEnd(Duration.ofMinutes(1))) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return !stopping;
  }

  private Duration startAgain(Duration pause) {
    running = null;
    Duration next = pause;
    while (!stopping && running == null) {
      try {
        if (Patience.await(next, next, () -> stopping)) {
          return next;
        }
        Leash child = start.start();
        running = child;
        if (stopping) {
          child.release();
        }
      } catch (IOException failure) {
        say.accept(name + " did not start: " + failure.getMessage());
      }
      Duration doubled = next.multipliedBy(2);
      next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
    return next;
  }
}
