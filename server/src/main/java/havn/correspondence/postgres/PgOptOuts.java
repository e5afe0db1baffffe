package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.utc;

import havn.correspondence.OptOuts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Locale;

/// One row for each number, for all services (`''`).
final class PgOptOuts implements OptOuts {

  private static final String STOP =
      "INSERT INTO opt_out (stop, service, since, source) VALUES ($1, '', $2, $3)"
          + " ON CONFLICT DO NOTHING";

  /// Who says it again while we answer them is answered no more.
  private static final String AGAIN =
      "UPDATE opt_out SET since = $2 WHERE stop = $1 AND service = '' AND since < $2";

  private static final String UNDO = "DELETE FROM opt_out WHERE stop = $1";

  private static final String COUNT = "SELECT count(*) AS all_of_them FROM opt_out";

  private final Pool pool;

  PgOptOuts(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Boolean> stop(byte[] stop, Source source, Instant now) {
    return pool.preparedQuery(STOP)
        .execute(Tuple.of(bytes(stop), utc(now), source.name().toLowerCase(Locale.ROOT)))
        .compose(
            added ->
                added.rowCount() == 1
                    ? Future.succeededFuture(true)
                    : pool.preparedQuery(AGAIN)
                        .execute(Tuple.of(bytes(stop), utc(now)))
                        .map(again -> false));
  }

  @Override
  public Future<Boolean> undo(byte[] stop) {
    return pool.preparedQuery(UNDO).execute(Tuple.of(bytes(stop))).map(gone -> gone.rowCount() > 0);
  }

  @Override
  public Future<Long> count() {
    return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong("all_of_them"));
  }
}
