package havn.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What staff have set on a service's desk, each with its end.
///
/// @param mode counts until `modeUntil`, then the desk is open again
public record DeskSign(DeskMode mode, Instant modeUntil, Optional<Stay> stay) {

  /// Nothing is set.
  public static final DeskSign NONE = new DeskSign(DeskMode.OPEN, Instant.EPOCH, Optional.empty());

  /// Open beyond the hours, from their end until then; whoever presses later begins there too.
  public record Stay(Instant from, Instant until) {

    boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }

    /// Whether it runs now or ran until less than `past` ago.
    public boolean ranWithin(Duration past, Instant now) {
      return !now.isBefore(from) && now.isBefore(until.plus(past));
    }
  }

  public DeskMode modeAt(Instant now) {
    return now.isBefore(modeUntil) ? mode : DeskMode.OPEN;
  }

  /// The stay that runs or will.
  public Optional<Stay> stayAt(Instant now) {
    return stay.filter(s -> now.isBefore(s.until()));
  }
}
