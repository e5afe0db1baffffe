package havn.kernel.id;

import java.util.Optional;

/// Names one sealed file, and lets whoever knows it have the sealed bytes; made by the server. 16
/// random bytes; prints as nothing.
public record FileId(String hex) implements Id16 {

  public FileId {
    Id16.require(hex);
  }

  public static FileId fresh() {
    return new FileId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<FileId> of(byte[] bytes) {
    return Id16.read(bytes).map(FileId::new);
  }

  @Override
  public String toString() {
    return "FileId[…]";
  }
}
