package havn.load.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The table for people: fixed columns, medians, ratio of our server to the bare relay.
public final class Table {

  private static final String LINE = "%-4s %-38s %-4s %12s %12s %8s  %s%n";

  private Table() {}

  public static String of(List<Row> rows) {
    var text = new StringBuilder();
    text.append(
        LINE.formatted("rung", "measure", "unit", "bare relay", "full server", "ratio", "goal"));
    for (var row : rows) {
      var measure = row.measure();
      text.append(
          LINE.formatted(
              measure.rung().number(),
              measure.label(),
              measure.unit(),
              cell(row.bare()),
              cell(row.full()),
              row.ratio().map(Table::number).orElse("–"),
              goal(row)));
    }
    return text.toString();
  }

  private static String cell(Optional<Series> series) {
    return series.map(Series::median).map(Table::number).orElse("–");
  }

  private static String goal(Row row) {
    var goal = row.measure().goal();
    if (goal.of() == Goal.Of.NOTHING) {
      return "";
    }
    var bound = row.measure().higherIsBetter() ? "≥" : "≤";
    var what = goal.of() == Goal.Of.RATIO ? "× " : row.measure().unit() + " ";
    var ceiling =
        Double.isInfinite(goal.ceiling())
            ? ""
            : ", ≤ %s %s".formatted(number(goal.ceiling()), row.measure().unit());
    return "%s %s%s (aim %s)%s: %s"
        .formatted(bound, what, number(goal.must()), number(goal.aim()), ceiling, word(row.met()));
  }

  private static String word(Goal.Met met) {
    return switch (met) {
      case AIM -> "aim met";
      case MUST -> "met";
      case MISSED -> "MISSED";
      case NOT_SET -> "not judged";
    };
  }

  private static String number(double value) {
    var pattern = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
