package havn.figures;

import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where counters are kept.
public interface FigureStore {

  /// One counter.
  record Cell(ServiceId service, LocalDate day, Counted what) {}

  /// All counters of a service in a month.
  record Month(ServiceId service, YearMonth month, Map<Counted, Long> counts) {

    public Month {
      counts = Map.copyOf(counts);
    }
  }

  /// Adds these numbers to their counters, all or none.
  Future<Void> add(Map<Cell, Long> numbers);

  /// The months from this one on in which something was counted, the newest first.
  Future<List<Month>> since(YearMonth first, Set<ServiceId> services);

  /// Forgets what was counted before this day.
  Future<Void> forgetBefore(LocalDate day);
}
