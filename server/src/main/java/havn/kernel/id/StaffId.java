package havn.kernel.id;

import java.util.Optional;

/// Names one member of staff. 16 bytes, kept and printed as 32 hexadecimal digits.
public record StaffId(String hex) implements Id16 {

  public StaffId {
    Id16.require(hex);
  }

  public static StaffId fresh() {
    return new StaffId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<StaffId> of(byte[] bytes) {
    return Id16.read(bytes).map(StaffId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
