package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.instant;

import havn.correspondence.SilenceStore;
import havn.postgres.EveryNumber;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.Optional;

/// What `begun` has of every number. It is asked anew for each text, so an end counts at once.
final class PgSilence implements SilenceStore {

  private static final String RESTORED =
      "SELECT max(at) AS at FROM begun WHERE tag = " + EveryNumber.TAG;

  private static final String END = "DELETE FROM begun WHERE tag = " + EveryNumber.TAG;

  private final Pool pool;

  PgSilence(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Optional<Instant>> restored() {
    return pool.query(RESTORED).execute().map(rows -> instant(rows.iterator().next(), "at"));
  }

  @Override
  public Future<Void> end() {
    return pool.query(END).execute().mapEmpty();
  }
}
