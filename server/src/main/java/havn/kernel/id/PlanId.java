package havn.kernel.id;

import havn.kernel.secret.Randomness;
import java.util.Base64;
import java.util.Optional;

/// Names one plan of shifts; made by the server. 16 random bytes.
public record PlanId(String hex) {

  public PlanId {
    Id16.require(hex);
  }

  public static PlanId fresh() {
    return new PlanId(Id16.hex(Randomness.bytes(Id16.LENGTH)));
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<PlanId> of(byte[] bytes) {
    return bytes.length == Id16.LENGTH
        ? Optional.of(new PlanId(Id16.hex(bytes)))
        : Optional.empty();
  }

  /// The 16 bytes.
  public byte[] bytes() {
    return Id16.bytes(hex);
  }

  /// 22 characters without padding, as addresses and JSON carry it.
  public String base64url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  @Override
  public String toString() {
    return hex;
  }
}
