package havn.task;

import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TaskId;
import havn.service.Due;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.TaskKind;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carries out what the rules decide, after a line in the journal. Whether somebody's role may, and
/// whether they are on duty, is asked before.
public final class Tasks {

  private final TaskStore store;
  private final ServiceBook services;
  private final Journal journal;
  private final InstantSource time;

  public Tasks(TaskStore store, ServiceBook services, Journal journal, InstantSource time) {
    this.store = store;
    this.services = services;
    this.journal = journal;
    this.time = time;
  }

  /// What came of raising one.
  public sealed interface Raised {

    /// @param before when it was raised under this id already; empty, it is new
    record Kept(TaskId id, String office, Instant due, Optional<Instant> before)
        implements Raised {}

    /// There are [Task#MOST_OPEN] of this kind that are not done.
    record Full() implements Raised {}
  }

  /// @param id chosen by whoever raises it, so that raised again it is the same task
  public Future<Raised> raise(
      TaskId id,
      StaffMember who,
      Service service,
      TaskKind kind,
      Optional<TaskStore.Sealed> detail) {
    Instant now = time.instant();
    ZoneId zone = service.hours().zone();
    Instant due = kind.due().of(now, zone);
    Optional<Instant> tell =
        kind.tellOthers() ? Optional.of(Due.Morning.NINE.of(now, zone)) : Optional.empty();
    var raising =
        new TaskStore.Raising(
            id, service.id(), kind.id(), kind.officeIds(), who.id(), now, due, tell, detail);
    return journal
        .write(new Act(who.id(), Act.Deed.TASK_RAISE, id.bytes()), now)
        .compose(written -> store.raise(raising))
        .map(
            placed ->
                placed
                    .<Raised>map(one -> new Raised.Kept(id, one.office(), one.due(), one.before()))
                    .orElseGet(Raised.Full::new));
  }

  /// Tasks of these services, the next due first, then those done.
  public Future<List<Task>> all(Set<ServiceId> of) {
    return store.all(of, time.instant());
  }

  /// Tasks that are not done and became due not longer than `past` ago, at most 200 of a kind.
  public Future<List<Task>> late(Set<ServiceId> of, Duration past) {
    Instant now = time.instant();
    return store.late(of, now.minus(past), now);
  }

  /// Who had the last turn of each kind of the service.
  public Future<Map<String, String>> turns(ServiceId service) {
    return store.turns(service);
  }

  /// Does it, if it may be done; refusals are in the journal too.
  public Future<TaskRules.Decision> act(StaffMember who, TaskId id, TaskAct act) {
    Instant now = time.instant();
    return journal
        .write(new Act(who.id(), act.deed(), id.bytes()), now)
        .compose(
            written ->
                store.decide(
                    id,
                    who.services(),
                    place ->
                        TaskRules.decide(
                            place,
                            kind(place.task()),
                            who,
                            act,
                            now,
                            morning(place.task().service(), now))));
  }

  private Instant morning(ServiceId service, Instant now) {
    return services
        .find(service)
        .map(found -> Due.Morning.NINE.of(now, found.hours().zone()))
        .orElse(now);
  }

  /// The sealed detail, after a line in the journal.
  public Future<Optional<byte[]>> open(StaffMember who, TaskId id) {
    return journal
        .write(new Act(who.id(), Act.Deed.TASK_OPEN, id.bytes()), time.instant())
        .compose(written -> store.detail(id, who.services()));
  }

  /// Removes what is done for long; answers how many.
  public Future<Integer> sweep(Instant now) {
    return store.forget(now);
  }

  /// The kind of a task; empty when the service no longer has it.
  public Optional<TaskKind> kind(Task task) {
    return services.find(task.service()).flatMap(service -> service.duties().task(task.kind()));
  }
}
