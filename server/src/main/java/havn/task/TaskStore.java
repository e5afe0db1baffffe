package havn.task;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TaskId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Where tasks are kept.
public interface TaskStore {

  /// A task that is to be raised.
  ///
  /// @param offices in the order in which they take turns
  /// @param tell when the offices that do not have it are to be told; empty, they are not
  record Raising(
      TaskId id,
      ServiceId service,
      String kind,
      List<String> offices,
      StaffId by,
      Instant at,
      Instant due,
      Optional<Instant> tell,
      Optional<Sealed> detail) {

    public Raising {
      offices = List.copyOf(offices);
    }
  }

  /// What only these devices can open.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(byte[] file, List<DeviceId> devices) {

    public Sealed {
      devices = List.copyOf(devices);
    }
  }

  /// Whose turn a task is, and when it is due.
  ///
  /// @param before when it was raised under this id already; empty, it is new
  record Placed(String office, Instant due, Optional<Instant> before) {}

  /// Gives it to the office whose turn it is, with nobody else having that turn; empty when 100 of
  /// this kind are not done, or 200 rows where the others are told. Raised again by the same person
  /// under the same id, it is the same task, and takes no other turn.
  Future<Optional<Placed>> raise(Raising raising);

  /// Tasks of these services, the next due first, then those done: of a kind at most 200 that are
  /// not done and 400 that are, and 4,000 in all.
  Future<List<Task>> all(Set<ServiceId> services, Instant now);

  /// Tasks of these services that are not done and were due after `from` and until `now`, those
  /// due first, at most 200.
  Future<List<Task>> late(Set<ServiceId> services, Instant from, Instant now);

  /// Who had the last turn of each kind.
  Future<Map<String, String>> turns(ServiceId service);

  /// Decides with nobody else deciding about the same task or turn, and keeps what was decided.
  Future<TaskRules.Decision> decide(
      TaskId id, Set<ServiceId> services, Function<TaskRules.Place, TaskRules.Decision> rule);

  /// Empty when there is no such task or it has none.
  Future<Optional<byte[]>> detail(TaskId id, Set<ServiceId> services);

  /// Removes tasks that were done long enough ago, and of each kind all that are done but the
  /// newest 400; answers how many.
  Future<Integer> forget(Instant now);
}
