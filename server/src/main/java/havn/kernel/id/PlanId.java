package havn.kernel.id;

import java.util.Optional;

/// Names one plan of shifts; made by the server. 16 random bytes.
public record PlanId(String hex) implements Id16 {

  public PlanId {
    Id16.require(hex);
  }

  public static PlanId fresh() {
    return new PlanId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<PlanId> of(byte[] bytes) {
    return Id16.read(bytes).map(PlanId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
