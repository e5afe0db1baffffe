package havn.service;

import havn.staff.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A kind of task with a due time.
///
/// @param id 1–64 of a–z, 0–9 and hyphen
/// @param names language tag → the name shown to staff
/// @param steps language tag → what is done before it is raised, in order
/// @param offices who has it: several take turns; none, the service itself
/// @param tellOthers whether the offices that do not have it are told the next morning
/// @param raise which roles may raise one
/// @param again between two alarms once it is late
/// @param keptDays how long one that is done is shown
public record TaskKind(
    String id,
    Map<String, String> names,
    Map<String, List<String>> steps,
    Due due,
    List<Duties.Place> offices,
    boolean tellOthers,
    Set<Role> raise,
    Duration again,
    int keptDays) {

  public static final int MOST_OFFICES = 16;
  public static final int MOST_STEPS = 12;
  public static final int LONGEST_STEP = 200;
  public static final int MOST_KEPT_DAYS = 30;
  public static final Duration AGAIN = Duration.ofMinutes(15);

  public TaskKind {
    names = Map.copyOf(names);
    steps = Map.copyOf(steps);
    offices = List.copyOf(offices);
    raise = Set.copyOf(raise);
  }

  /// Their ids, in the order in which they take turns.
  public List<String> officeIds() {
    return offices.stream().map(Duties.Place::id).toList();
  }
}
