package havn.duty;

import havn.kernel.id.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// That a text would bring somebody on duty back to a console that is silent: the phone it runs on
/// is locked.
///
/// @param who of staff
/// @param called since when they are asked to come, if they are
public record Reach(StaffId who, Optional<Instant> called) {

  /// So long after the last sign of life.
  public static final Duration HOLDS = Duration.ofMinutes(30);

  /// Who was called and did not come for so long counts no longer.
  public static final Duration COMES = Duration.ofMinutes(3);

  /// Of somebody who was not called.
  public static Reach of(StaffId who) {
    return new Reach(who, Optional.empty());
  }

  /// @param beat the last sign of life
  boolean holds(Instant beat, Instant now) {
    return now.isBefore(beat.plus(HOLDS))
        && called.filter(since -> !now.isBefore(since.plus(COMES))).isEmpty();
  }
}
