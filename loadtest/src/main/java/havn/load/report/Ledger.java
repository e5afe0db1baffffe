package havn.load.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects the readings of a run.
public final class Ledger {

  /// Who was measured.
  public enum Side {
    BARE,
    FULL
  }

  private final Map<Side, Map<Measure, List<Double>>> readings = new EnumMap<>(Side.class);

  public void note(Side side, Measure measure, double reading) {
    readings
        .computeIfAbsent(side, s -> new EnumMap<>(Measure.class))
        .computeIfAbsent(measure, m -> new ArrayList<>())
        .add(reading);
  }

  /// One row for each measure that was read, in the ladder's order.
  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (var measure : Measure.values()) {
      var row = new Row(measure, series(Side.BARE, measure), series(Side.FULL, measure));
      if (row.bare().isPresent() || row.full().isPresent()) {
        rows.add(row);
      }
    }
    return List.copyOf(rows);
  }

  private Optional<Series> series(Side side, Measure measure) {
    return Optional.ofNullable(readings.getOrDefault(side, Map.of()).get(measure)).map(Series::new);
  }
}
