package havn.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A staff member's shown name with its 16-byte salt: travels inside the grant, while the roster
/// carries only the hash. The name is 1–64 characters, at most 255 bytes of UTF-8.
@SuppressWarnings("ArrayRecordComponent")
public record ShownName(byte[] salt, String name) {

  public static final int SALT_LENGTH = 16;

  public ShownName {
    if (salt.length != SALT_LENGTH || name.isEmpty() || name.getBytes(UTF_8).length > 255) {
      throw new IllegalArgumentException("a shown name has a 16-byte salt and 1–255 bytes");
    }
  }

  /// `H(salt ‖ name)`, as the roster carries it.
  public Hash hash() {
    return Hash.of(salt, name.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "ShownName[" + name.length() + " chars]";
  }
}
