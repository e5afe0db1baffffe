package havn.field;

import havn.kernel.id.RoundId;
import havn.kernel.id.ServiceId;
import java.time.LocalDate;

/// What a pair counted on one round.
///
/// @param day on which the round began, local to Norway
/// @param estimated whether the numbers are a guess: on some nights there are too many to count
/// @param revision which telling of the round this is, from 1 on; a higher one replaces a lower one
public record Round(
    RoundId id,
    ServiceId service,
    LocalDate day,
    RoundPlace place,
    Counts counts,
    boolean estimated,
    int revision) {

  public Round {
    if (revision < 1) {
      throw new IllegalArgumentException("the first revision is 1");
    }
  }

  @Override
  public String toString() {
    return "Round[" + id + "]";
  }

  /// The three numbers, 0 to 999 each.
  ///
  /// @param people who were met
  /// @param first who of them were met for the first time
  /// @param places addresses that were visited
  public record Counts(int people, int first, int places) {

    public static final int MOST = 999;

    public Counts {
      if (outside(people) || outside(first) || outside(places)) {
        throw new IllegalArgumentException("counts are 0 to " + MOST);
      }
    }

    private static boolean outside(int number) {
      return number < 0 || number > MOST;
    }

    @Override
    public String toString() {
      return "Counts[3 numbers]";
    }
  }
}
