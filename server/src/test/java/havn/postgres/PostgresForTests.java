package havn.postgres;

import havn.embedded.EmbeddedPostgres;
import havn.embedded.TestStores;

/// A database of its own on the shared server.
public final class PostgresForTests {

  private static final class Template {
    static final PostgresAddress MIGRATED = fresh();

    static {
      Postgres.migrate(MIGRATED);
    }
  }

  private PostgresForTests() {}

  /// Empty, not migrated.
  public static PostgresAddress fresh() {
    return address(TestStores.freshDatabase());
  }

  /// Migrated, with nothing in its tables: a copy of one that was migrated once.
  public static PostgresAddress migrated() {
    return address(TestStores.copyOf(Template.MIGRATED.database()));
  }

  private static PostgresAddress address(EmbeddedPostgres database) {
    return new PostgresAddress(
        database.host(),
        database.port(),
        database.database(),
        database.user(),
        database.password());
  }
}
