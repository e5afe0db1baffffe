package havn.embedded;

import havn.TestPorts;
import havn.kernel.secret.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/// The real stores for tests: each is started once per JVM, on a free port, when first asked
/// for, and ends with the JVM. Tests share them, so each works with names of its own: a fresh
/// database, fresh ids in keys.
public final class TestStores {

  private static final Path ROOT = Path.of("target", "test-stores").toAbsolutePath();
  private static final StoreHome HOME =
      new StoreHome(
          Path.of("target", "embedded"),
          ROOT.resolve(Long.toString(ProcessHandle.current().pid())));
  private static final AtomicInteger DATABASES = new AtomicInteger();

  static {
    sweep();
  }

  private TestStores() {}

  /// The shared Redis. Its user `havn` has the rights of production; the user [#REDIS_TESTER] with
  /// the same password may do everything, to look from outside.
  public static EmbeddedRedis redis() {
    return RedisHolder.REDIS;
  }

  /// The user of [#redis()] that may do everything.
  public static final String REDIS_TESTER = "tester";

  /// The shared PostgreSQL with its (empty) database `havn`.
  public static EmbeddedPostgres postgres() {
    return PostgresHolder.POSTGRES;
  }

  /// A new empty database on the shared PostgreSQL, owned by `havn`.
  public static EmbeddedPostgres freshDatabase() {
    return copyOf("template1");
  }

  /// A new database on the shared PostgreSQL with what is in `template`, to which nobody may be
  /// connected; owned by `havn`.
  public static EmbeddedPostgres copyOf(String template) {
    EmbeddedPostgres shared = postgres();
    String name = "t" + DATABASES.incrementAndGet();
    String url = shared.jdbcUrl().replace("/havn?", "/postgres?");
    try (Connection keeper = DriverManager.getConnection(url, "keeper", shared.password().text());
        var statement = keeper.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " OWNER havn TEMPLATE " + template);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return new EmbeddedPostgres(
        shared.host(), shared.port(), name, shared.user(), shared.password(), shared.process());
  }

  /// A Redis of the test's own, which it may stop; closed by the test.
  public static EmbeddedRedis ownRedis() throws IOException {
    Path data = Files.createTempDirectory(Files.createDirectories(HOME.data()), "own-");
    int port = TestPorts.free();
    return EmbeddedRedis.start(new StoreHome(HOME.programs(), data), port, Password.fresh());
  }

  private static final class RedisHolder {
    static final EmbeddedRedis REDIS = start();

    private static EmbeddedRedis start() {
      Password password = Password.fresh();
      String tester = "user " + REDIS_TESTER + " on >" + password.text() + " ~* &* +@all";
      try {
        return EmbeddedRedis.start(HOME, TestPorts.free(), password, tester);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static final class PostgresHolder {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start(HOME, TestPorts.free(), Password.fresh());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /// Removes what JVMs that are gone have left.
  private static void sweep() {
    if (!Files.isDirectory(ROOT)) {
      return;
    }
    try (var left = Files.list(ROOT)) {
      for (Path dir : left.filter(TestStores::abandoned).toList()) {
        try (var tree = Files.walk(dir)) {
          for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
          }
        }
      }
    } catch (IOException somebodyElseSweeps) {
      return;
    }
  }

  private static boolean abandoned(Path dir) {
    return ProcessHandle.of(Long.parseLong(dir.getFileName().toString())).isEmpty();
  }
}
