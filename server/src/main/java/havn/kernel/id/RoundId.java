package havn.kernel.id;

import java.util.Optional;

/// Names one round outdoors or indoors; drawn by the phone on which it is counted. 16 random bytes.
public record RoundId(String hex) implements Id16 {

  public RoundId {
    Id16.require(hex);
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<RoundId> of(byte[] bytes) {
    return Id16.read(bytes).map(RoundId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
