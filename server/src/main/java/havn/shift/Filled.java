package havn.shift;

import havn.staff.ShiftRights;
import java.time.Instant;
import java.util.List;

/// A shift on a date with who sits there.
public record Filled(ShiftPlan plan, Occurrence occurrence, List<Seat> seats) {

  public Filled {
    seats = List.copyOf(seats);
  }

  public int empty() {
    return Math.max(0, plan.seats() - seats.size());
  }

  /// Seats whose holder could have confirmed by now and has not.
  public int unconfirmed(Instant now) {
    return occurrence.startsWithin(SeatRules.CONFIRM_FROM, now)
        ? Math.toIntExact(seats.stream().filter(seat -> !seat.confirmed()).count())
        : 0;
  }

  /// Whether somebody is missing, or has not said that they come.
  public boolean gap(Instant now) {
    return !occurrence.over(now) && (empty() > 0 || unconfirmed(now) > 0);
  }

  /// When and where whoever sits here has the rights that follow the shift.
  ShiftRights.Window rights() {
    return new ShiftRights.Window(plan.lane(), occurrence.rightsBegin(), occurrence.rightsEnd());
  }

  public Alarm alarm(Instant now) {
    return Alarm.of(occurrence, empty(), unconfirmed(now), now);
  }
}
