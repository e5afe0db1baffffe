package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.utc;

import havn.correspondence.OptOutStore;
import havn.postgres.EveryNumber;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// One row for each number, for all services (`''`). What the person or a worker said outweighs
/// what a provider tells.
final class PgOptOuts implements OptOutStore {

  private static final String STOP =
      "INSERT INTO opt_out AS o (stop, service, since, source, said) VALUES ($1, '', $2, $3, $5) ON"
          + " CONFLICT (stop, service) DO UPDATE SET since = greatest(o.since, $4), said ="
          + " greatest(o.said, $4), source = CASE WHEN o.source = 'provider' THEN excluded.source"
          + " ELSE o.source END RETURNING xmax = 0 AS fresh";

  private static final String AGAIN =
      "UPDATE opt_out SET since = greatest(since, $2), said = greatest(said, $2)"
          + " WHERE stop = $1 AND (source <> 'provider' OR $3 = 'provider')";

  private static final String RESUME =
      "DELETE FROM opt_out WHERE stop = $1 AND source = 'provider' AND since < $2";

  /// Also what files the word of whoever takes it back does so, in its transaction.
  static final String UNDO = "DELETE FROM opt_out WHERE stop = $1 AND since <= $2";

  private static final String ALL = "SELECT stop, since, source FROM opt_out";

  /// What a restore assumes of every number is no use.
  private static final String USED =
      "SELECT EXISTS (SELECT FROM begun WHERE tag <> "
          + EveryNumber.TAG
          + ") OR EXISTS (SELECT FROM heard) AS used";

  private final Pool pool;

  PgOptOuts(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Boolean> stop(byte[] stop, Source source, When when) {
    return pool.preparedQuery(STOP)
        .execute(
            said(stop, source, when.now())
                .addOffsetDateTime(utc(when.first()))
                .addOffsetDateTime(utc(when.said())))
        .map(rows -> rows.iterator().next().getBoolean("fresh"));
  }

  @Override
  public Future<Boolean> again(byte[] stop, Source source, Instant at) {
    return changed(AGAIN, said(stop, source, at));
  }

  @Override
  public Future<Boolean> resume(byte[] stop, Instant at) {
    return changed(RESUME, Tuple.of(bytes(stop), utc(at)));
  }

  @Override
  public Future<Boolean> remove(byte[] stop, Instant at) {
    return changed(UNDO, Tuple.of(bytes(stop), utc(at)));
  }

  /// The row went with the transaction that filed the word.
  @Override
  public Future<Void> undone(byte[] stop, Instant at) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Map<String, Mark>> all() {
    return pool.query(ALL)
        .execute()
        .map(
            rows -> {
              Map<String, Mark> all = new HashMap<>();
              rows.forEach(row -> all.put(HexFormat.of().formatHex(bytes(row, "stop")), mark(row)));
              return all;
            });
  }

  private static Mark mark(Row row) {
    return new Mark(
        row.getOffsetDateTime("since").toInstant(),
        Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)));
  }

  @Override
  public Future<Boolean> used() {
    return pool.query(USED).execute().map(rows -> rows.iterator().next().getBoolean("used"));
  }

  private Future<Boolean> changed(String query, Tuple parameters) {
    return pool.preparedQuery(query).execute(parameters).map(rows -> rows.rowCount() > 0);
  }

  private static Tuple said(byte[] stop, Source source, Instant at) {
    return Tuple.of(bytes(stop), utc(at), source.name().toLowerCase(Locale.ROOT));
  }
}
