package havn.load.report;

import java.util.List;

/// One figure from several server starts.
public record Series(List<Double> runs) {

  public Series {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one run");
    }
  }

  /// The middle one; of an even number, the mean of the two in the middle.
  public double median() {
    var sorted = runs.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
