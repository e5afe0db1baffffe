package havn.kernel.id;

import havn.kernel.secret.Randomness;
import java.util.Optional;

/// Names one member of staff. 16 bytes, kept and printed as 32 hexadecimal digits.
public record StaffId(String hex) {

  public StaffId {
    Id16.require(hex);
  }

  public static StaffId fresh() {
    return new StaffId(Id16.hex(Randomness.bytes(Id16.LENGTH)));
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<StaffId> of(byte[] bytes) {
    return bytes.length == Id16.LENGTH
        ? Optional.of(new StaffId(Id16.hex(bytes)))
        : Optional.empty();
  }

  /// The 16 bytes.
  public byte[] bytes() {
    return Id16.bytes(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
