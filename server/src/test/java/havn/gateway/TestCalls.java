package havn.gateway;

import havn.duty.Calls;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// The phones of everybody on duty.
final class TestCalls implements Calls {

  /// Who was told by a text that somebody waits.
  final List<StaffId> called = new CopyOnWriteArrayList<>();

  /// Who was told by a text that somebody is in danger.
  final List<StaffId> toldOfDanger = new CopyOnWriteArrayList<>();

  /// Whether people wish to be told.
  volatile boolean wished;

  /// When everybody had a text, if that was a moment ago.
  volatile Optional<Instant> told = Optional.empty();

  @Override
  public Future<Boolean> reaches(StaffId who) {
    return Future.succeededFuture(wished);
  }

  @Override
  public Future<Optional<Instant>> somebodyWaits(StaffId who) {
    if (told.isPresent()) {
      return Future.succeededFuture(told);
    }
    called.add(who);
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Void> somebodyNeedsHelp(Set<StaffId> who, Danger danger) {
    toldOfDanger.addAll(who);
    return Future.succeededFuture();
  }
}
