package havn.shift;

import havn.staff.StaffMember;
import java.util.Optional;

/// A seat that somebody holds.
///
/// @param number from 1
/// @param offered whether others may take it over
/// @param wanted the seat of somebody else that the holder would have instead
public record Seat(
    Place place,
    int number,
    StaffMember holder,
    boolean confirmed,
    boolean offered,
    Optional<Wanted> wanted) {

  /// Another's seat.
  public record Wanted(Place place, int number) {

    boolean is(Seat seat) {
      return seat.place().equals(place) && seat.number() == number;
    }
  }

  static Seat of(Place place, int number, StaffMember holder, boolean confirmed) {
    return new Seat(place, number, holder, confirmed, false, Optional.empty());
  }

  /// The same with another in it: nothing that was agreed before holds.
  Seat with(StaffMember other, boolean confirmed) {
    return of(place, number, other, confirmed);
  }

  Seat confirm() {
    return new Seat(place, number, holder, true, false, Optional.empty());
  }

  Seat offer() {
    return new Seat(place, number, holder, confirmed, true, Optional.empty());
  }

  Seat wish(Seat other) {
    Wanted theirs = new Wanted(other.place, other.number);
    return new Seat(place, number, holder, confirmed, false, Optional.of(theirs));
  }

  Seat keep() {
    return new Seat(place, number, holder, confirmed, false, Optional.empty());
  }
}
