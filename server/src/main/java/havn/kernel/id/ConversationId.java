package havn.kernel.id;

import java.util.Optional;

/// Names one conversation; chosen by the server when a visitor rings. 16 bytes, kept and
/// printed as 32 hexadecimal digits.
public record ConversationId(String hex) implements Id16 {

  public ConversationId {
    Id16.require(hex);
  }

  public static ConversationId fresh() {
    return new ConversationId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<ConversationId> of(byte[] bytes) {
    return Id16.read(bytes).map(ConversationId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
