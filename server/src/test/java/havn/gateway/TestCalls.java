package havn.gateway;

import havn.duty.Calls;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The phones of everybody on duty.
final class TestCalls implements Calls {

  /// Who was told by a text that somebody waits.
  final List<StaffId> called = new CopyOnWriteArrayList<>();

  /// Whether people wish to be told.
  volatile boolean wished;

  /// Whether everybody had a text a moment ago.
  volatile boolean lately;

  @Override
  public Future<Boolean> reaches(StaffId who) {
    return Future.succeededFuture(wished);
  }

  @Override
  public Future<Called> somebodyWaits(StaffId who) {
    if (lately) {
      return Future.succeededFuture(Called.TOLD_LATELY);
    }
    called.add(who);
    return Future.succeededFuture(wished ? Called.TOLD : Called.NOT_REACHED);
  }
}
