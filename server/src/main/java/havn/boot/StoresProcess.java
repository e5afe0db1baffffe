package havn.boot;

import havn.embedded.EmbeddedPostgres;
import havn.embedded.EmbeddedRedis;
import havn.embedded.StoreFailure;
import havn.embedded.StoreHome;
import havn.kernel.secret.Password;
import havn.lifecycle.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// The embedded stores alone, for a server started by hand or by a test.
public final class StoresProcess {

  private StoresProcess() {}

  /// Starts Redis on `portBase` + 4 and PostgreSQL on `portBase` + 5, prints the settings that lead
  /// there, and blocks until the process is told to stop. Passwords are made once and kept in files
  /// of the data folder. Fails when one of them ends by itself.
  public static void run(StoreHome home, int portBase, int redisMegabytes, PrintWriter out)
      throws IOException {
    String memory = "maxmemory " + redisMegabytes + "mb";
    Files.createDirectories(home.data());
    Path redisWord = password(home.data().resolve("redis.password"));
    Path postgresWord = password(home.data().resolve("postgres.password"));
    try (var redis = EmbeddedRedis.start(home, portBase + 4, read(redisWord), memory);
        var postgres = EmbeddedPostgres.start(home, portBase + 5, read(postgresWord))) {
      out.println("HAVN_STORES=embedded");
      out.println("HAVN_REDIS_URI=redis://" + redis.host() + ":" + redis.port());
      out.println("HAVN_REDIS_PASSWORD_FILE=" + redisWord);
      out.println("HAVN_POSTGRES_PORT=" + postgres.port());
      out.println("HAVN_POSTGRES_PASSWORD_FILE=" + postgresWord);
      out.flush();
      Patience.await(
          Duration.ofDays(3650),
          Duration.ofMillis(500),
          () -> !redis.process().alive() || !postgres.process().alive());
    }
    throw new StoreFailure("a store ended by itself; the logs are in " + home.data());
  }

  private static Path password(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Password.fresh().text());
    }
    return file;
  }

  private static Password read(Path file) throws IOException {
    return new Password(Files.readString(file).strip());
  }
}
