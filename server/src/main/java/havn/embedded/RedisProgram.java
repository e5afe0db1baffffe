package havn.embedded;

import havn.lifecycle.Leash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import redis.embedded.RedisServer;

/// The Redis server program for this machine.
final class RedisProgram {

  private static final String VERSION = "7.0.15";

  private RedisProgram() {}

  /// Path of the program, unpacked into `programs` if it is not there; the system's `redis-server`
  /// where none is carried for this processor.
  static String in(Path programs) throws IOException {
    String name = "redis-server-" + VERSION + "-" + system() + "-" + processor();
    Path program = programs.resolve(name);
    if (Files.isExecutable(program)) {
      return program.toString();
    }
    try (InputStream in = RedisServer.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        return systemProgram();
      }
      Files.createDirectories(programs);
      Path unpacked = Files.createTempFile(programs, "redis-", ".part");
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      if (!unpacked.toFile().setExecutable(true, false)) {
        throw new StoreFailure("cannot make " + unpacked + " executable");
      }
      Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE);
    }
    return program.toString();
  }

  private static String systemProgram() throws StoreFailure {
    if (Leash.onPath("redis-server")) {
      return "redis-server";
    }
    throw new StoreFailure(
        "no embedded Redis for this kind of machine; install redis-server 7.0 (Debian: apt-get"
            + " install redis-server)");
  }

  private static String system() {
    return System.getProperty("os.name", "").startsWith("Mac") ? "darwin" : "linux";
  }

  private static String processor() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "aarch64" -> "arm64";
      case "x86" -> "386";
      default -> name;
    };
  }
}
