package havn.load.report;

/// What a figure should reach. `must` and `aim` bound the ratio to the bare relay or our own
/// figure, as `of` says; `ceiling` bounds our own figure besides.
public record Goal(Of of, double must, double aim, double ceiling) {

  /// What the bounds apply to.
  public enum Of {
    RATIO,
    OWN,
    NOTHING
  }

  /// How far a figure came.
  public enum Met {
    AIM,
    MUST,
    MISSED,
    NOT_SET
  }

  static final Goal NONE = new Goal(Of.NOTHING, 0, 0, Double.POSITIVE_INFINITY);

  static Goal ratio(double must, double aim) {
    return new Goal(Of.RATIO, must, aim, Double.POSITIVE_INFINITY);
  }

  static Goal own(double must, double aim) {
    return new Goal(Of.OWN, must, aim, Double.POSITIVE_INFINITY);
  }

  Goal atMost(double ceiling) {
    return new Goal(of, must, aim, ceiling);
  }

  Met judge(double own, double ratio, boolean higherIsBetter) {
    if (of == Of.NOTHING) {
      return Met.NOT_SET;
    }
    double figure = of == Of.RATIO ? ratio : own;
    if (!reaches(figure, must, higherIsBetter) || own > ceiling) {
      return Met.MISSED;
    }
    return reaches(figure, aim, higherIsBetter) ? Met.AIM : Met.MUST;
  }

  private static boolean reaches(double figure, double bound, boolean higherIsBetter) {
    return higherIsBetter ? figure >= bound : figure <= bound;
  }
}
