package havn.gateway;

import havn.kernel.id.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Calls whoever is alone on duty and does not look at their console. Belongs to the console's
/// event loop.
final class DeskCall {

  /// A line is shown up to four times a second; the store decides whether there is a call at all.
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final DeskState.AtDesk at;
  private final House house;
  private Instant called = Instant.MIN;
  private Optional<DeviceId> offered = Optional.empty();

  DeskCall(DeskState.AtDesk at, House house) {
    this.at = at;
    this.house = house;
  }

  /// @param alone whom somebody is offered to, where they are alone
  void offered(Optional<DeviceId> alone) {
    offered = alone;
  }

  /// Nobody looks at the console.
  void unseen() {
    Instant now = house.time().instant();
    boolean mine = offered.filter(at.device()::equals).isPresent();
    if (mine && !now.isBefore(called.plus(BETWEEN))) {
      called = now;
      var unused = house.calls().somebodyWaits(at.session().staff());
    }
  }
}
