package havn.figures;

import java.util.OptionalLong;

/// How numbers of a month are shown, wherever they come from: below five nothing, also of none; and
/// in fives while the month runs, so that whoever looks every day does not learn what one day was
/// like.
public final class Fives {

  /// The smallest number that is shown.
  public static final int LEAST = 5;

  private Fives() {}

  /// @param running whether the number still changes
  public static OptionalLong shown(long number, boolean running) {
    long rounded = rounded(number, running);
    return rounded < LEAST ? OptionalLong.empty() : OptionalLong.of(rounded);
  }

  /// The same where something else hides it.
  static long rounded(long number, boolean running) {
    return running ? number - number % LEAST : number;
  }
}
