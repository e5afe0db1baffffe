package havn.embedded;

import havn.kernel.secret.Password;
import havn.lifecycle.Leash;
import havn.lifecycle.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A running embedded PostgreSQL at `host`:`port`. The role `user` owns `database` and is no
/// superuser.
public record EmbeddedPostgres(
    String host, int port, String database, String user, Password password, Leash process)
    implements AutoCloseable {

  private static final String OWNER = "keeper";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /// Starts PostgreSQL on 127.0.0.1 and returns when role and database answer: two seconds the
  /// first time, less when `home` holds a database already. Fails with [StoreFailure] when it
  /// does not answer in a minute, for example because the port is taken.
  public static EmbeddedPostgres start(StoreHome home, int port, Password password)
      throws IOException {
    Unprivileged way = Unprivileged.here();
    Path folder = way.folder(home.data().resolve("postgres"));
    Path programs = way.reaches(home.programs()) ? home.programs() : folder.resolve("programs");
    Path program = PostgresProgram.in(programs);
    Path data = folder.resolve("data");
    Path log = home.data().resolve("postgres.log");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(way, program, folder, password, log);
    }
    List<String> command =
        List.of(program + "/bin/postgres", "-D", data.toString(), "-p", Integer.toString(port));
    Leash process =
        Leash.start(
            new Leash.Child(way.line(command), Map.of("LC_ALL", "C.UTF-8"), log)
                .stoppedBy("INT", GRACE));
    var postgres = new EmbeddedPostgres("127.0.0.1", port, "havn", "havn", password, process);
    Patience.await(START, Duration.ofMillis(50), () -> !process.alive() || postgres.ready());
    if (!process.alive() || !postgres.ready()) {
      process.close();
      throw new StoreFailure("PostgreSQL did not start on port " + port + "; its log is " + log);
    }
    return postgres;
  }

  /// The address for JDBC, without user and password.
  public String jdbcUrl() {
    return url(database);
  }

  /// Whether the database accepts the password now.
  public boolean answers() {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), user, password.text())) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /// Stops it at once but in order; what was committed stays in its folder.
  @Override
  public void close() {
    process.close();
  }

  private boolean ready() {
    return answers() || prepared();
  }

  /// Creates role and database on a fresh cluster; false while it does not accept connections.
  private boolean prepared() {
    try (Connection connection =
            DriverManager.getConnection(url("postgres"), OWNER, password.text());
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE " + user + " LOGIN PASSWORD '" + password.text().replace("'", "''") + "'");
      statement.execute("CREATE DATABASE " + database + " OWNER " + user);
      return answers();
    } catch (SQLException notYet) {
      return false;
    }
  }

  private String url(String name) {
    return "jdbc:postgresql://"
        + host
        + ":"
        + port
        + "/"
        + name
        + "?connectTimeout=2&sslmode=disable";
  }

  private static void initialise(
      Unprivileged way, Path program, Path folder, Password password, Path log) throws IOException {
    Path words = Files.createTempFile(folder, "password", "");
    Files.writeString(words, password.text());
    way.own(words);
    List<String> command =
        List.of(
            program + "/bin/initdb",
            "--pgdata=" + folder.resolve("data"),
            "--username=" + OWNER,
            "--pwfile=" + words,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync");
    try (Leash initdb =
        Leash.start(new Leash.Child(way.line(command), Map.of("LC_ALL", "C"), log))) {
      if (!initdb.awaitEnd(START) || initdb.ended().join() != 0) {
        throw new StoreFailure("PostgreSQL could not make its database; its log is " + log);
      }
    } finally {
      Files.deleteIfExists(words);
    }
    Path settings = folder.resolve("data").resolve("postgresql.conf");
    try (InputStream in = EmbeddedPostgres.class.getResourceAsStream("postgresql.conf")) {
      Files.write(settings, Objects.requireNonNull(in).readAllBytes());
    }
  }
}
