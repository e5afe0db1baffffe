package havn.kernel.id;

import java.util.Optional;

/// Names what goes to and fro between a service and one number; made by the server. 16 random
/// bytes.
public record ThreadId(String hex) implements Id16 {

  public ThreadId {
    Id16.require(hex);
  }

  public static ThreadId fresh() {
    return new ThreadId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<ThreadId> of(byte[] bytes) {
    return Id16.read(bytes).map(ThreadId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
