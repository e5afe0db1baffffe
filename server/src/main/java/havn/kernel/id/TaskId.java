package havn.kernel.id;

import java.util.Optional;

/// Names one task with a due time. 16 random bytes, drawn by the server or by the browser of
/// whoever raises it.
public record TaskId(String hex) implements Id16 {

  public TaskId {
    Id16.require(hex);
  }

  public static TaskId fresh() {
    return new TaskId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<TaskId> of(byte[] bytes) {
    return Id16.read(bytes).map(TaskId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
