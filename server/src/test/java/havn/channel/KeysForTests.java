package havn.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Keys of the role for tests.
public final class KeysForTests {

  private KeysForTests() {}

  /// Those in the file, which is made where it is not there.
  public static RoleKeys keys(Path file) throws IOException, RoleKeys.Unusable {
    if (!Files.exists(file)) {
      Files.writeString(file, RoleKeys.fresh());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return RoleKeys.read(file);
  }
}
