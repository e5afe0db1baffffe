package havn.duty;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;

/// Reaches somebody on duty who does not look at their console.
public interface Calls {

  /// What came of a call.
  enum Called {
    /// A text is on its way.
    TOLD,
    /// There was one in the last 3 minutes, so there is none now.
    TOLD_LATELY,
    /// They wish for none, or have no number.
    NOT_REACHED
  }

  /// Whether a text reaches them, and they wish for it.
  Future<Boolean> reaches(StaffId who);

  /// Tells them that somebody waits.
  Future<Called> somebodyWaits(StaffId who);
}
