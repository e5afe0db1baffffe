package havn.duty;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Where nobody has a phone.
public final class NobodyIsCalled implements Calls {

  @Override
  public Future<Boolean> reaches(StaffId who) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<Optional<Instant>> somebodyWaits(StaffId who) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Void> somebodyNeedsHelp(Set<StaffId> who, Danger danger) {
    return Future.succeededFuture();
  }
}
