package havn.task;

import havn.service.TaskKind;
import havn.staff.Right;
import havn.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may be done with a task. Pure.
///
/// One that nobody has can be taken. One that somebody has is theirs to finish and to give back; a
/// coordinator may give it back for them, and once it is late anybody may take it over.
public final class TaskRules {

  /// How long one is shown whose kind the service no longer has.
  private static final Duration KEPT = Duration.ofDays(14);

  private TaskRules() {}

  public enum Reason {
    UNKNOWN,
    DONE_ALREADY,
    NOT_YOURS,
    /// Another person has it, and it is not late.
    TAKEN,
    /// There is no other office that was not skipped.
    NOBODY_ELSE
  }

  public sealed interface Decision {

    /// @param last who had the last turn from now on
    /// @param tell when the other offices are to be told; empty when nothing changed for them
    record Changed(Task after, String last, Optional<Instant> tell) implements Decision {}

    record Refused(Reason reason) implements Decision {}
  }

  /// A task and who had the last turn of its kind.
  public record Place(Task task, String last) {}

  /// @param kind empty when the service no longer has it
  /// @param morning when offices are told that hear of it from now on
  public static Decision decide(
      Place place,
      Optional<TaskKind> kind,
      StaffMember who,
      TaskAct act,
      Instant now,
      Instant morning) {
    Task task = place.task();
    if (task.state() instanceof Task.Done) {
      return new Decision.Refused(Reason.DONE_ALREADY);
    }
    Task.Person me = new Task.Person(who.id(), who.shownName());
    return switch (act) {
      case TaskAct.Take take -> take(place, me, now);
      case TaskAct.GiveBack back ->
          has(task, me) || Right.GIVE_BACK_FOR_OTHERS.has(who.role()) && !isOpen(task)
              ? changed(place, new Task.Open())
              : new Decision.Refused(Reason.NOT_YOURS);
      case TaskAct.Finish finish ->
          has(task, me)
              ? changed(place, new Task.Done(me, now, now.plus(kept(kind))))
              : new Decision.Refused(Reason.NOT_YOURS);
      case TaskAct.Skip skip -> skip(place, kind, me, skip.reason(), morning);
    };
  }

  private static Decision take(Place place, Task.Person me, Instant now) {
    Task task = place.task();
    return isOpen(task) || has(task, me) || task.late(now)
        ? changed(place, new Task.Taken(me))
        : new Decision.Refused(Reason.TAKEN);
  }

  private static Decision skip(
      Place place, Optional<TaskKind> kind, Task.Person me, SkipReason reason, Instant morning) {
    Task task = place.task();
    if (!isOpen(task) && !has(task, me)) {
      return new Decision.Refused(Reason.TAKEN);
    }
    if (task.purpose() == Task.Purpose.TELL) {
      return new Decision.Refused(Reason.NOBODY_ELSE);
    }
    List<String> offices = kind.map(TaskKind::officeIds).orElseGet(List::of);
    Optional<String> next = Turn.instead(offices, task.office(), task.passedOver());
    if (next.isEmpty()) {
      return new Decision.Refused(Reason.NOBODY_ELSE);
    }
    List<Task.Skipped> passed = new ArrayList<>(task.skipped());
    passed.add(new Task.Skipped(task.office(), reason));
    // When somebody else had a turn in between, that turn stands.
    String last = place.last().equals(task.office()) ? next.get() : place.last();
    return new Decision.Changed(
        task.with(next.get(), passed), last, kind.filter(TaskKind::tellOthers).map(k -> morning));
  }

  private static Decision changed(Place place, Task.State state) {
    return new Decision.Changed(place.task().with(state), place.last(), Optional.empty());
  }

  private static Duration kept(Optional<TaskKind> kind) {
    return kind.map(k -> Duration.ofDays(k.keptDays())).orElse(KEPT);
  }

  private static boolean isOpen(Task task) {
    return task.state() instanceof Task.Open;
  }

  private static boolean has(Task task, Task.Person me) {
    return task.state() instanceof Task.Taken(Task.Person by) && by.id().equals(me.id());
  }
}
