package havn.gateway;

import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Connections of one event loop share a wheel, and nothing else.
class WheelTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void aBellThatFailsSilencesNoOther() {
    List<RuntimeException> defects = new CopyOnWriteArrayList<>();
    AtomicInteger rung = new AtomicInteger();
    RuntimeException defect = new IllegalStateException("a defect of ours");
    vertx.runOnContext(
        v -> {
          Wheel wheel = new Wheel(vertx, defects::add);
          Runnable fails =
              () -> {
                throw defect;
              };
          wheel.set(new Bell(rung::incrementAndGet), Duration.ofMillis(100));
          wheel.set(new Bell(fails), Duration.ofMillis(100));
          wheel.set(new Bell(rung::incrementAndGet), Duration.ofMillis(100));
        });
    until("both others rang", () -> rung.get() == 2);
    assertEquals(List.of(defect), defects);
  }
}
