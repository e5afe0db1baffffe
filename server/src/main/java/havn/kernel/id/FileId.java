package havn.kernel.id;

import havn.kernel.secret.Randomness;
import java.util.Base64;
import java.util.Optional;

/// Names one sealed file, and lets whoever knows it have the sealed bytes; made by the server. 16
/// random bytes; prints as nothing.
public record FileId(String hex) {

  public FileId {
    Id16.require(hex);
  }

  public static FileId fresh() {
    return new FileId(Id16.hex(Randomness.bytes(Id16.LENGTH)));
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<FileId> of(byte[] bytes) {
    return bytes.length == Id16.LENGTH
        ? Optional.of(new FileId(Id16.hex(bytes)))
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
    return "FileId[…]";
  }
}
