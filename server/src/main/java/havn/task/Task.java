package havn.task;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Something that has to be done by a certain time.
///
/// @param kind one of the service's, or one it had
/// @param office who has it; empty, the service itself
/// @param detail whether there is a sealed detail
public record Task(
    TaskId id,
    ServiceId service,
    String kind,
    Purpose purpose,
    String office,
    List<Skipped> skipped,
    Person raisedBy,
    Instant raised,
    Instant due,
    State state,
    boolean detail) {

  /// Not done, of a kind; twice as many rows where the others are told.
  public static final int MOST_OPEN = 100;

  /// Rows that one answer holds: all that a service can have not done (16 kinds of 200), and some.
  public static final int MOST_SHOWN = 4_000;

  public static final int MOST_DONE = 400;
  public static final int DETAIL_BYTES = 24_576;

  public Task {
    skipped = List.copyOf(skipped);
  }

  /// What has to be done.
  public enum Purpose {
    ACT,
    /// Tell the offices that do not have the task it came with.
    TELL
  }

  /// Somebody of staff.
  public record Person(StaffId id, String name) {
    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  /// An office that did not get it although it was its turn.
  public record Skipped(String office, SkipReason reason) {}

  /// How far it is.
  public sealed interface State {}

  public record Open() implements State {}

  public record Taken(Person by) implements State {}

  /// @param ends when it is no longer shown
  public record Done(Person by, Instant at, Instant ends) implements State {}

  public boolean late(Instant now) {
    return !(state instanceof Done) && !now.isBefore(due);
  }

  Task with(State next) {
    return new Task(
        id, service, kind, purpose, office, skipped, raisedBy, raised, due, next, detail);
  }

  Task with(String next, List<Skipped> passed) {
    return new Task(
        id, service, kind, purpose, next, passed, raisedBy, raised, due, new Open(), detail);
  }

  Set<String> passedOver() {
    return skipped.stream().map(Skipped::office).collect(Collectors.toUnmodifiableSet());
  }
}
