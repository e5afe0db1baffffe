package havn.field;

import havn.field.RoundStore.Gathered;
import havn.figures.Fives;
import havn.kernel.id.ServiceId;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;

/// What is shown of a service's rounds in a month: to one kind of place, and either counted or
/// estimated. A number below five is hidden, also none, and who were met for the first time also
/// where fewer than five others were met. Nothing that is shown is a sum over several of these.
///
/// The spread tells of single rounds. It is shown when the month is over, there were at least five
/// rounds and at least five people on each of them; otherwise all three are hidden together, so
/// that none follows from the others. The number of rounds is hidden as well when there were fewer
/// people than rounds, because then somebody met nobody.
///
/// While rounds of the month can still come or change, numbers are rounded down to fives and there
/// is no spread: whoever looks every day does not learn what one round was like ([DailyLook]).
///
/// @param running rounds can still come, or change
/// @param first people met for the first time
/// @param places addresses that were visited, indoors only
public record FieldMonth(
    ServiceId service,
    YearMonth month,
    RoundPlace place,
    boolean estimated,
    boolean running,
    OptionalLong rounds,
    OptionalLong people,
    OptionalLong first,
    OptionalLong places,
    Optional<Spread> spread) {

  /// How many people were met on one round: the mean as a whole number, the fewest and the most.
  public record Spread(long mean, long least, long most) {

    @Override
    public String toString() {
      return "Spread[3 numbers]";
    }
  }

  static FieldMonth of(Gathered all, boolean running) {
    RoundStore.Sums sums = all.sums();
    boolean rounds = sums.people() >= all.rounds();
    boolean first = sums.people() - sums.first() >= Fives.LEAST;
    boolean spread = !running && all.rounds() >= Fives.LEAST && all.least() >= Fives.LEAST;
    return new FieldMonth(
        all.service(),
        all.month(),
        all.place(),
        all.estimated(),
        running,
        rounds ? Fives.shown(all.rounds(), running) : OptionalLong.empty(),
        Fives.shown(sums.people(), running),
        first ? Fives.shown(sums.first(), running) : OptionalLong.empty(),
        Fives.shown(sums.places(), running),
        spread ? Optional.of(spread(all)) : Optional.empty());
  }

  private static Spread spread(Gathered all) {
    long mean = Math.round((double) all.sums().people() / all.rounds());
    return new Spread(mean, all.least(), all.most());
  }

  @Override
  public String toString() {
    return "FieldMonth[" + service + ", " + month + ", " + place.printed() + "]";
  }
}
