package havn.kernel.id;

import havn.kernel.secret.Randomness;
import java.util.Optional;

/// Names one conversation; chosen by the server when a visitor rings. 16 bytes, kept and
/// printed as 32 hexadecimal digits.
public record ConversationId(String hex) {

  public ConversationId {
    Id16.require(hex);
  }

  public static ConversationId fresh() {
    return new ConversationId(Id16.hex(Randomness.bytes(Id16.LENGTH)));
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<ConversationId> of(byte[] bytes) {
    return bytes.length == Id16.LENGTH
        ? Optional.of(new ConversationId(Id16.hex(bytes)))
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
