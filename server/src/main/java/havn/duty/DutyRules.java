package havn.duty;

import havn.kernel.id.ServiceId;
import havn.staff.Right;
import havn.staff.Role;
import havn.staff.RosterEntry;
import havn.staff.ShiftRights;
import havn.wire.v1.Code;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who may go on duty. Pure.
public final class DutyRules {

  private static final int WORKER_CAPACITY = 3;
  private static final int SHIFT_CAPACITY = 1;
  private static final int MEDIATOR_CAPACITY = 2;
  private static final int TRAINEE_CAPACITY = 1;

  private static final Set<Code> MENDABLE =
      Set.of(Code.LANGUAGE_MISSING, Code.LANE_MISSING, Code.AUDIENCES_MIXED);

  private DutyRules() {}

  /// Whether the person can put right what they were refused for: whoever was on duty stays so.
  /// Anything else ends the shift, since their console destroys its keys.
  public static boolean isMendable(Code refused) {
    return MENDABLE.contains(refused);
  }

  /// What was decided.
  public sealed interface Decision {

    /// @param keepsOpen whether its services may be open while nobody else is on duty
    /// @param takes whether they take chats from the line; otherwise they are only asked in
    record Admitted(Instant until, int capacity, boolean keepsOpen, boolean takes)
        implements Decision {}

    record Refused(Code code) implements Decision {}
  }

  /// Whether the right of this role to be on duty follows a shift that somebody holds.
  public static boolean followsPlan(Role role) {
    return Right.TAKE_CHATS.of(role) == Right.Grant.IN_SHIFT || watches(role);
  }

  /// Whether whoever has this role reads in chats that they are asked into, and writes in none.
  public static boolean watches(Role role) {
    return Right.WATCH.of(role) != Right.Grant.NEVER;
  }

  /// Decides on going on duty for `wanted`.
  ///
  /// @param entry the device in the roster
  /// @param session services of the person who signed in
  /// @param signedInAs their role, which the list of devices may not know of yet
  /// @param until end of the statement when it was verified
  /// @param planned what the shifts give that the person holds
  /// @param mixed whether `wanted` holds services for those who sell and for those who buy
  public static Decision decide(
      RosterEntry entry,
      Set<ServiceId> session,
      Role signedInAs,
      Set<ServiceId> wanted,
      Optional<Instant> until,
      ShiftRights planned,
      boolean mixed,
      Abilities abilities,
      Instant now) {
    Optional<Instant> shift = planned.until(wanted, abilities.lanes(), now);
    Right.Grant grant = Right.TAKE_CHATS.of(entry.role());
    boolean interprets = Right.INTERPRET.has(entry.role());
    boolean watches = watches(entry.role());
    if (grant == Right.Grant.NEVER && !interprets && !watches
        || signedInAs != entry.role()
        || followsPlan(entry.role()) && planned.until(wanted, Set.of(), now).isEmpty()
        || !entry.services().containsAll(wanted)
        || !session.containsAll(wanted)) {
      return new Decision.Refused(Code.ROLE_REFUSED);
    }
    if (followsPlan(entry.role()) && shift.isEmpty()) {
      return new Decision.Refused(Code.LANE_MISSING);
    }
    if (until.isEmpty()) {
      return new Decision.Refused(Code.STATEMENT_REFUSED);
    }
    if (mixed) {
      return new Decision.Refused(Code.AUDIENCES_MIXED);
    }
    if (abilities.languages().isEmpty()) {
      return new Decision.Refused(Code.LANGUAGE_MISSING);
    }
    if (interprets) {
      return new Decision.Admitted(until.get(), MEDIATOR_CAPACITY, false, false);
    }
    if (watches) {
      Instant end = earlier(until.get(), shift.orElseThrow());
      return new Decision.Admitted(end, TRAINEE_CAPACITY, false, false);
    }
    boolean keepsOpen = Right.KEEP_OPEN.has(entry.role());
    return grant == Right.Grant.IN_SHIFT
        ? new Decision.Admitted(
            earlier(until.get(), shift.orElseThrow()), SHIFT_CAPACITY, keepsOpen, true)
        : new Decision.Admitted(until.get(), WORKER_CAPACITY, keepsOpen, true);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
