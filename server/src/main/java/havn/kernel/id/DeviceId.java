package havn.kernel.id;

import java.util.Optional;

/// Names one staff browser; made by that browser. 16 bytes, kept and printed as 32 hexadecimal
/// digits.
public record DeviceId(String hex) implements Id16 {

  public DeviceId {
    Id16.require(hex);
  }

  public static DeviceId fresh() {
    return new DeviceId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<DeviceId> of(byte[] bytes) {
    return Id16.read(bytes).map(DeviceId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
