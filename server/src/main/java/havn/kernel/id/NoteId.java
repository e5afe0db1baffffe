package havn.kernel.id;

import java.util.Optional;

/// Names one short text that staff keep, sealed; made by the server. 16 random bytes.
public record NoteId(String hex) implements Id16 {

  public NoteId {
    Id16.require(hex);
  }

  public static NoteId fresh() {
    return new NoteId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<NoteId> of(byte[] bytes) {
    return Id16.read(bytes).map(NoteId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
