package havn.figures;

import havn.figures.FigureStore.Cell;
import havn.kernel.id.ServiceId;
import havn.kernel.time.SystemTime;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Counts in this process until [#flush()]. Safe from any thread. Counting never fails and nobody
/// waits for it; at most 10,000 different counters wait, and what would be one more is not counted.
public final class Tally {

  /// Counters are kept for so long.
  static final int YEARS = 5;

  private static final int MOST_WAITING = 10_000;

  private final FigureStore store;
  private final InstantSource clock;
  private final Map<Cell, Long> waiting = new HashMap<>();
  private LocalDate swept = LocalDate.MIN;

  public Tally(FigureStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public void count(ServiceId service, Counted what) {
    add(Map.of(new Cell(service, today(), what), 1L));
  }

  /// Adds to the store what was counted since; counts it anew when the store fails.
  public Future<Void> flush() {
    Map<Cell, Long> now = take();
    Future<Void> added = now.isEmpty() ? Future.succeededFuture() : store.add(now);
    return added.onFailure(lost -> add(now)).compose(done -> sweep());
  }

  private Future<Void> sweep() {
    LocalDate today = today();
    synchronized (this) {
      if (!today.isAfter(swept)) {
        return Future.succeededFuture();
      }
      swept = today;
    }
    return store.forgetBefore(today.minusYears(YEARS));
  }

  private synchronized Map<Cell, Long> take() {
    Map<Cell, Long> taken = Map.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  private synchronized void add(Map<Cell, Long> numbers) {
    numbers.forEach(
        (cell, number) -> {
          if (waiting.size() < MOST_WAITING || waiting.containsKey(cell)) {
            waiting.merge(cell, number, Long::sum);
          }
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), SystemTime.OSLO);
  }
}
