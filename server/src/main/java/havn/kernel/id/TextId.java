package havn.kernel.id;

import java.util.Optional;

/// Names one text that is to be sent; made by the server, and the key by which a provider knows it
/// again. 16 random bytes.
public record TextId(String hex) implements Id16 {

  public TextId {
    Id16.require(hex);
  }

  public static TextId fresh() {
    return new TextId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<TextId> of(byte[] bytes) {
    return Id16.read(bytes).map(TextId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
