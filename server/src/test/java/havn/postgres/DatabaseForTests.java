package havn.postgres;

import static havn.Eventually.get;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/// A migrated database of its own, with connections to it.
public final class DatabaseForTests implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  public final PostgresAddress address = PostgresForTests.migrated();
  public final Pool pool;

  public DatabaseForTests() {
    pool = Postgres.pool(vertx, address);
  }

  @Override
  public void close() {
    get(pool.close());
    get(vertx.close());
  }
}
