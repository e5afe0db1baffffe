package havn.duty;

import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Where it is kept what staff have set, the same for every process. Two who set a mode and a stay
/// at once undo nothing of each other.
public interface DeskSigns {

  /// [DeskSign#NONE] when nothing is set. Fails when the store does.
  Future<DeskSign> of(ServiceId service);

  Future<Void> mode(ServiceId service, DeskMode mode, Instant until);

  /// Both in one step.
  ///
  /// @param mode one that lasts as long; empty, and whatever is set stays as it is
  Future<Void> stay(ServiceId service, DeskSign.Stay stay, Optional<DeskRules.Decision.Mode> mode);

  /// Since when somebody has chats after their shift: `now`, unless it was noted before.
  Future<Instant> afterShift(ServiceId service, Instant now);

  /// Nobody has any more.
  Future<Void> noneAfterShift(ServiceId service);
}
