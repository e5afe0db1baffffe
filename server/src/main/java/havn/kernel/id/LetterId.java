package havn.kernel.id;

import java.util.Optional;

/// Names one letter that somebody left; made by the server. 16 random bytes; prints as nothing.
public record LetterId(String hex) implements Id16 {

  public LetterId {
    Id16.require(hex);
  }

  public static LetterId fresh() {
    return new LetterId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<LetterId> of(byte[] bytes) {
    return Id16.read(bytes).map(LetterId::new);
  }

  @Override
  public String toString() {
    return "LetterId[…]";
  }
}
