package havn.postgres;

import havn.embedded.EmbeddedPostgres;
import havn.embedded.TestStores;

/// A database of its own on the shared server.
public final class PostgresForTests {

  private PostgresForTests() {}

  /// Empty, not migrated.
  public static PostgresAddress fresh() {
    EmbeddedPostgres database = TestStores.freshDatabase();
    return new PostgresAddress(
        database.host(),
        database.port(),
        database.database(),
        database.user(),
        database.password());
  }
}
