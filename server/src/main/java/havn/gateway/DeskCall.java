package havn.gateway;

import havn.kernel.id.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Calls whoever does not look at their console and is alone on duty, or is needed by somebody in
/// danger. Belongs to the console's event loop.
final class DeskCall {

  /// A line is shown up to four times a second; the store decides whether there is a call at all.
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final DeskState.AtDesk at;
  private final House house;
  private Instant called = Instant.MIN;
  private boolean isCalled;

  DeskCall(DeskState.AtDesk at, House house) {
    this.at = at;
    this.house = house;
  }

  /// @param called who is to come, of those on duty
  void line(Set<DeviceId> called) {
    isCalled = called.contains(at.device());
  }

  /// Nobody looks at the console.
  void unseen() {
    Instant now = house.time().instant();
    if (isCalled && !now.isBefore(called.plus(BETWEEN))) {
      called = now;
      var unused = house.calls().somebodyWaits(at.session().staff());
    }
  }
}
