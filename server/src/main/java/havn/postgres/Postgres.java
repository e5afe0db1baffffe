package havn.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/// Opens the pool and brings the schema up to date.
public final class Postgres {

  public static final int MOST_CONNECTIONS = 8;
  public static final int MOST_WAITING = 200;
  public static final int SECONDS_FOR_A_CONNECTION = 5;

  private Postgres() {}

  /// A pool for one process; connections are made when they are needed and die with `vertx` or with
  /// `close`.
  public static Pool pool(Vertx vertx, PostgresAddress at) {
    PgConnectOptions connect =
        new PgConnectOptions()
            .setHost(at.host())
            .setPort(at.port())
            .setDatabase(at.database())
            .setUser(at.user())
            .setPassword(at.password().text())
            .setCachePreparedStatements(true)
            .setReconnectAttempts(2)
            .setReconnectInterval(250);
    PoolOptions size =
        new PoolOptions()
            .setMaxSize(MOST_CONNECTIONS)
            .setMaxWaitQueueSize(MOST_WAITING)
            .setConnectionTimeout(SECONDS_FOR_A_CONNECTION)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    return PgBuilder.pool().with(size).connectingTo(connect).using(vertx).build();
  }

  /// Applies the migrations that are missing and answers how many there were. Blocks; never on an
  /// event loop. Two processes may do it at once, one waits for the other. Throws when a migration
  /// that ran was changed since.
  public static int migrate(PostgresAddress at) {
    return Flyway.configure()
        .dataSource(at.jdbc(), at.user(), at.password().text())
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
