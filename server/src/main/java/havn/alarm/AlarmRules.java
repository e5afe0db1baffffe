package havn.alarm;

import havn.danger.DangerCall;
import havn.duty.Calls;
import havn.duty.Lateness;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.line.Waiter;
import havn.matching.Overtime;
import havn.seal.Hash;
import havn.service.Due;
import havn.service.TaskKind;
import havn.shift.Filled;
import havn.staff.PersonTag;
import havn.staff.Right;
import havn.staff.StaffMember;
import havn.task.Escalation;
import havn.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is told of what, and when. Pure.
public final class AlarmRules {

  /// Nobody is told of what began longer ago. Rows that say who was told live longer.
  public static final Duration OLDEST = Duration.ofDays(7);

  static final int DAYS_AHEAD = 4;

  /// So long after a call for help somebody may say that they come.
  public static final Duration ANSWERED = Duration.ofMinutes(3);

  /// So long after it whoever said so may take to come.
  public static final Duration COMES = Duration.ofMinutes(10);

  private static final Duration EARLY = Duration.ofHours(72);
  private static final Duration SOON = Duration.ofHours(24);

  /// It is true for hours, or not at all.
  private static final Duration LIFE = Duration.ofHours(24);

  private static final int NAME_BYTES = 16;

  private AlarmRules() {}

  /// Coordinators, at any hour, once nobody is there for five minutes: the service should be open.
  static Optional<Alarm> late(Cause.Late cause, List<StaffMember> staff, Instant now) {
    Instant since = cause.since();
    boolean tell =
        new Lateness.Late(cause.lane(), since).alarms(now) && now.isBefore(since.plus(OLDEST));
    return tell
        ? Optional.of(
            new Alarm(
                cause, whom(staff, Right.SEE_ALARMS, cause.service()), since, true, now.plus(LIFE)))
        : Optional.empty();
  }

  /// Whoever is on duty and does not look, at any hour, while somebody is in danger.
  public static Alarm called(Calls.Danger danger, Set<StaffId> whom, Instant now) {
    Cause cause = new Cause.Called(danger.name(), danger.saidInLine());
    return new Alarm(cause, whom, danger.since(), true, now.plus(LIFE));
  }

  /// The same, for those of `staff` who have not answered a call.
  static Optional<Alarm> called(
      ServiceId service, DangerCall.Seen seen, List<StaffMember> staff, Instant now) {
    Set<StaffId> whom = new HashSet<>(whom(staff, Right.ANSWER_CALLS, service));
    whom.removeAll(seen.answered());
    return seen.stands() ? Optional.of(called(seen.call().danger(), whom, now)) : Optional.empty();
  }

  /// The same, for those of `staff` who may take somebody out of the line.
  static Optional<Alarm> called(
      ServiceId service, Waiter waiter, List<StaffMember> staff, Instant now) {
    return waiter.inDanger(now)
        ? Optional.of(
            called(DangerCall.danger(waiter), whom(staff, Right.TAKE_CHATS, service), now))
        : Optional.empty();
  }

  /// Coordinators, at any hour, of a call for help that stands: at once where nobody else hears it,
  /// after 3 minutes in which nobody said that they come, and after 10 in which nobody came.
  static Optional<Alarm> unanswered(
      ServiceId service, DangerCall.Seen seen, List<StaffMember> staff, Instant now) {
    return stage(seen, now)
        .map(stage -> unanswered(service, seen.call().danger(), stage, staff, now));
  }

  /// The same of somebody in danger in the line: after 3 minutes in which nobody took them, and
  /// after 10.
  static Optional<Alarm> unanswered(
      ServiceId service, Waiter waiter, List<StaffMember> staff, Instant now) {
    return Optional.of(waiter)
        .filter(one -> one.inDanger(now))
        .flatMap(one -> stage(one.endangeredSince(), true, now))
        .map(stage -> unanswered(service, DangerCall.danger(waiter), stage, staff, now));
  }

  /// Since when those are in danger whom nobody took for 3 minutes, the first first.
  public static List<Instant> untaken(List<Waiter> line, Instant now) {
    return line.stream()
        .filter(waiter -> waiter.inDanger(now))
        .map(Waiter::endangeredSince)
        .filter(since -> stage(since, true, now).isPresent())
        .sorted()
        .toList();
  }

  private static Alarm unanswered(
      ServiceId service,
      Calls.Danger danger,
      Cause.Unanswered.Stage stage,
      List<StaffMember> staff,
      Instant now) {
    Set<StaffId> whom = whom(staff, Right.SEE_ALARMS, service);
    Cause cause = new Cause.Unanswered(danger.name(), stage, danger.saidInLine());
    return new Alarm(cause, whom, danger.since(), true, now.plus(LIFE));
  }

  private static Optional<Cause.Unanswered.Stage> stage(DangerCall.Seen seen, Instant now) {
    DangerCall call = seen.call();
    return seen.stands()
        ? stage(call.since(), call.coming().isEmpty(), now)
            .or(() -> Optional.of(Cause.Unanswered.Stage.ALONE).filter(alone -> seen.alone()))
        : Optional.empty();
  }

  private static Optional<Cause.Unanswered.Stage> stage(
      Instant since, boolean unanswered, Instant now) {
    if (!now.isBefore(since.plus(COMES))) {
      return Optional.of(Cause.Unanswered.Stage.NOBODY_COMES);
    }
    return unanswered && !now.isBefore(since.plus(ANSWERED))
        ? Optional.of(Cause.Unanswered.Stage.NOBODY_SAYS)
        : Optional.empty();
  }

  /// Coordinators, at any hour, of a chat half an hour after closing; not whoever has it.
  static Optional<Alarm> overtime(
      ServiceId service, Overtime.Going going, List<StaffMember> staff, Instant now) {
    Cause cause = new Cause.Overtime(name(going.chat().bytes()));
    Set<StaffId> whom = whom(others(going, staff), Right.SEE_ALARMS, service);
    return Optional.of(new Alarm(cause, whom, now, true, now.plus(LIFE)));
  }

  /// Whoever may take it over without a shift, at any hour, of a chat that goes on after one: at
  /// once, and after an hour.
  static Optional<Alarm> afterShift(
      ServiceId service, Overtime.Going going, List<StaffMember> staff, Instant now) {
    String chat = name(going.chat().bytes(), going.lead().device().bytes());
    Set<StaffId> whom =
        whom(
            others(going, staff).stream().filter(one -> Right.TAKE_CHATS.has(one.role())).toList(),
            Right.TAKE_CHATS,
            service);
    return Optional.of(
        new Alarm(new Cause.AfterShift(chat, going.again()), whom, now, true, now.plus(LIFE)));
  }

  private static List<StaffMember> others(Overtime.Going going, List<StaffMember> staff) {
    return staff.stream()
        .filter(one -> !PersonTag.of(one.id()).equals(going.lead().person()))
        .toList();
  }

  /// 32 hex digits that lead back to none of its random parts.
  private static String name(byte[]... parts) {
    return HexFormat.of().formatHex(Hash.of(parts).bytes(), 0, NAME_BYTES);
  }

  /// Whoever plans shifts, 72 and 24 hours before one that has an empty seat begins; by day.
  static Optional<Alarm> gap(Filled shift, List<StaffMember> staff, Instant now) {
    Instant start = shift.occurrence().start();
    boolean tell = shift.empty() > 0 && now.isBefore(start) && !now.isBefore(start.minus(EARLY));
    return tell
        ? Optional.of(
            new Alarm(
                new Cause.Gap(shift.occurrence().place(), !now.isBefore(start.minus(SOON))),
                whom(staff, Right.PLAN_SHIFTS, shift.plan().service()),
                start,
                false,
                start))
        : Optional.empty();
  }

  /// Whoever has the task, or everybody who may when nobody has it; everybody once its kind alarms
  /// again. At night only where the kind counts nights, too.
  ///
  /// @param kind empty when the service no longer has it
  static Optional<Alarm> overdue(
      Task task, Optional<TaskKind> kind, List<StaffMember> staff, Instant now) {
    long rings = Escalation.rings(task, kind.map(TaskKind::again).orElse(TaskKind.AGAIN), now);
    if (rings == 0 || !now.isBefore(task.due().plus(OLDEST))) {
      return Optional.empty();
    }
    boolean again = rings > 1;
    Set<StaffId> everybody = whom(staff, Right.HANDLE_TASKS, task.service());
    boolean urgent =
        task.purpose() == Task.Purpose.ACT
            && kind.filter(one -> one.due() instanceof Due.After).isPresent();
    return Optional.of(
        new Alarm(
            new Cause.Overdue(task.id(), again),
            again
                ? everybody
                : holderOf(task)
                    .filter(everybody::contains)
                    .map(holder -> Set.of(holder))
                    .orElse(everybody),
            task.due(),
            urgent,
            now.plus(LIFE)));
  }

  private static Optional<StaffId> holderOf(Task task) {
    return task.state() instanceof Task.Taken(Task.Person by)
        ? Optional.of(by.id())
        : Optional.empty();
  }

  private static Set<StaffId> whom(List<StaffMember> staff, Right right, ServiceId service) {
    return staff.stream()
        .filter(one -> right.of(one.role()) != Right.Grant.NEVER)
        .filter(one -> one.services().contains(service))
        .map(StaffMember::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
