package havn.duty;

import havn.kernel.id.ServiceId;
import havn.staff.Role;
import havn.staff.RosterEntry;
import havn.wire.v1.Code;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who may go on duty. Pure.
public final class DutyRules {

  private static final int WORKER_CAPACITY = 3;

  private DutyRules() {}

  /// What was decided.
  public sealed interface Decision {

    record Admitted(Instant until, int capacity) implements Decision {}

    record Refused(Code code) implements Decision {}
  }

  /// Decides on going on duty for `wanted`.
  ///
  /// @param entry the device in the roster
  /// @param session services of the person who signed in
  /// @param until end of the statement when it was verified
  public static Decision decide(
      RosterEntry entry, Set<ServiceId> session, Set<ServiceId> wanted, Optional<Instant> until) {
    int capacity = capacity(entry.role());
    if (capacity == 0 || !entry.services().containsAll(wanted) || !session.containsAll(wanted)) {
      return new Decision.Refused(Code.ROLE_REFUSED);
    }
    return until
        .<Decision>map(end -> new Decision.Admitted(end, capacity))
        .orElseGet(() -> new Decision.Refused(Code.STATEMENT_REFUSED));
  }

  /// Chats at once without a planned shift; 0 for roles that need one.
  private static int capacity(Role role) {
    return switch (role) {
      case COORDINATOR, WORKER -> WORKER_CAPACITY;
      case VOLUNTEER, PEER, MEDIATOR, PARTNER, TRAINEE, AUDITOR -> 0;
    };
  }
}
