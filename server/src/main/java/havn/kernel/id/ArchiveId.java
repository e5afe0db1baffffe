package havn.kernel.id;

import java.util.Optional;

/// Names one archive of a conversation; made by the server. 16 random bytes; prints as nothing.
public record ArchiveId(String hex) implements Id16 {

  public ArchiveId {
    Id16.require(hex);
  }

  public static ArchiveId fresh() {
    return new ArchiveId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<ArchiveId> of(byte[] bytes) {
    return Id16.read(bytes).map(ArchiveId::new);
  }

  @Override
  public String toString() {
    return "ArchiveId[…]";
  }
}
