package havn.figures;

import havn.kernel.id.ServiceId;
import havn.kernel.time.SystemTime;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/// What coordinators see of the counters.
public final class Figures {

  /// Months that are shown, the running one included.
  public static final int MONTHS = 24;

  private final FigureStore store;
  private final InstantSource clock;

  public Figures(FigureStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The newest month first.
  public Future<List<MonthFigures>> of(Set<ServiceId> services) {
    YearMonth running = YearMonth.from(clock.instant().atZone(SystemTime.OSLO));
    return store
        .since(running.minusMonths(MONTHS - 1L), services)
        .map(
            months ->
                months.stream()
                    .map(month -> MonthFigures.of(month, !month.month().isBefore(running)))
                    .toList());
  }
}
