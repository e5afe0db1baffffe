package havn.load.report;

import java.util.Optional;

/// One line of the table. A side that was not run is empty.
public record Row(Measure measure, Optional<Series> bare, Optional<Series> full) {

  /// Our figure divided by the bare relay's; empty unless both were run and the relay's is above
  /// zero.
  public Optional<Double> ratio() {
    return bare.map(Series::median)
        .filter(yardstick -> yardstick > 0)
        .flatMap(yardstick -> full.map(ours -> ours.median() / yardstick));
  }

  /// How far our figure came.
  public Goal.Met met() {
    var goal = measure.goal();
    if (full.isEmpty() || (goal.of() == Goal.Of.RATIO && ratio().isEmpty())) {
      return Goal.Met.NOT_SET;
    }
    double own = full.get().median();
    return goal.judge(own, ratio().orElse(0.0), measure.higherIsBetter());
  }
}
