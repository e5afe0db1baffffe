package havn.shift;

import havn.kernel.id.PlanId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody does about a seat. `seat` is another's seat.
public sealed interface SeatAct {

  Place place();

  /// Takes a free seat.
  record SignUp(Place place) implements SeatAct {}

  /// Gives an own seat back, until 24 hours before.
  record TakeBack(Place place) implements SeatAct {}

  /// Gives an own seat back at any time until the end.
  record CannotCome(Place place) implements SeatAct {}

  /// Confirms an own seat, from 24 hours before.
  record Confirm(Place place) implements SeatAct {}

  /// Lets others take an own seat over; keeps it until somebody does.
  record Offer(Place place) implements SeatAct {}

  /// Keeps an own seat after all.
  record Keep(Place place) implements SeatAct {}

  /// Takes over what another offers.
  record TakeOver(Place place, int seat) implements SeatAct {}

  /// Asks another to swap seats; nothing changes until they accept.
  record AskSwap(Place place, Place theirs, int seat) implements SeatAct {}

  /// Accepts that another asked to swap: `place` is one's own, `theirs` and `seat` the asker's.
  record AcceptSwap(Place place, Place theirs, int seat) implements SeatAct {}

  /// Says no to the same.
  record DeclineSwap(Place place, Place theirs, int seat) implements SeatAct {}

  /// Every place that this is about, one or two.
  default Set<Place> places() {
    return switch (this) {
      case SignUp a -> Set.of(a.place);
      case TakeBack a -> Set.of(a.place);
      case CannotCome a -> Set.of(a.place);
      case Confirm a -> Set.of(a.place);
      case Offer a -> Set.of(a.place);
      case Keep a -> Set.of(a.place);
      case TakeOver a -> Set.of(a.place);
      case AskSwap a -> both(a.place, a.theirs);
      case AcceptSwap a -> both(a.place, a.theirs);
      case DeclineSwap a -> both(a.place, a.theirs);
    };
  }

  default Set<PlanId> plans() {
    return places().stream().map(Place::plan).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Place> both(Place one, Place other) {
    return Stream.of(one, other).collect(Collectors.toUnmodifiableSet());
  }
}
