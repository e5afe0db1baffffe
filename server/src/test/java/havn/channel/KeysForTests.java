package havn.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Keys of the role for tests.
public final class KeysForTests {

  private KeysForTests() {}

  /// Fresh ones, of which nothing is left on the disk.
  public static RoleKeys fresh() throws IOException, RoleKeys.Unusable {
    return fresh(Files.createDirectories(Path.of("target")));
  }

  /// @param place where their file lies for a moment
  static RoleKeys fresh(Path place) throws IOException, RoleKeys.Unusable {
    Path folder = Files.createTempDirectory(place, "keys");
    Path file = folder.resolve("fresh.keys");
    try {
      return keys(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /// Those in the file, which is made where it is not there.
  public static RoleKeys keys(Path file) throws IOException, RoleKeys.Unusable {
    if (!Files.exists(file)) {
      Files.writeString(file, RoleKeys.fresh());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return RoleKeys.read(file);
  }
}
