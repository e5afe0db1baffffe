package havn.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;

/// One timer for all connections of an event loop. It turns every 100 ms; a bell waits at most 25 s
/// and is late by at most one turn. Belongs to one event loop.
final class Wheel {

  private static final int SPOKES = 256;
  private static final long TURN_MILLIS = 100;

  private final Vertx vertx;
  private final Bell[] spokes = new Bell[SPOKES];
  private final Consumer<RuntimeException> defects;
  private final long timer;
  private int now;

  /// @param defects told when a bell fails; the others ring on
  Wheel(Vertx vertx, Consumer<RuntimeException> defects) {
    this.vertx = vertx;
    this.defects = defects;
    for (int i = 0; i < SPOKES; i++) {
      spokes[i] = Bell.spoke();
    }
    this.timer = vertx.setPeriodic(TURN_MILLIS, tick -> turn());
  }

  /// Rings `bell` after about `delay`, which replaces its earlier setting.
  void set(Bell bell, Duration delay) {
    long turns = Math.clamp(delay.toMillis() / TURN_MILLIS, 1, SPOKES - 1);
    spokes[(int) ((now + turns) % SPOKES)].hang(bell);
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private void turn() {
    now = (now + 1) % SPOKES;
    spokes[now].ringAll(defects);
  }
}
