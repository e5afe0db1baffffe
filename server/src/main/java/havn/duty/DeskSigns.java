package havn.duty;

import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;

/// Where it is kept what staff have set, the same for every process. Two who set a mode and a stay
/// at once undo nothing of each other.
public interface DeskSigns {

  /// [DeskSign#NONE] when nothing is set. Fails when the store does.
  Future<DeskSign> of(ServiceId service);

  Future<Void> mode(ServiceId service, DeskMode mode, Instant until);

  Future<Void> stay(ServiceId service, DeskSign.Stay stay);

  /// Since when somebody has chats after their shift: `now`, unless it was noted before.
  Future<Instant> afterShift(ServiceId service, Instant now);

  /// Nobody has any more.
  Future<Void> noneAfterShift(ServiceId service);
}
