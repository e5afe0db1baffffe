package havn.letters.postgres;

import static havn.letters.postgres.Rows.time;

import havn.letters.Bounds;
import havn.letters.Expiry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// Rows that somebody holds at the moment are left for the next sweep, so that a sweep never waits.
final class PgExpiry implements Expiry {

  private final Pool pool;

  PgExpiry(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Map<Kind, Integer>> sweep(Instant now) {
    Map<Kind, Integer> swept = new EnumMap<>(Kind.class);
    Future<Map<Kind, Integer>> done = Future.succeededFuture(swept);
    for (Kind kind : Kind.values()) {
      done = done.compose(before -> sweep(kind, now)).map(rows -> with(swept, kind, rows));
    }
    return done;
  }

  private Future<Integer> sweep(Kind kind, Instant now) {
    Instant until = kind == Kind.KEY ? now.minus(Bounds.KEY) : now;
    return pool.preparedQuery(query(kind))
        .execute(Tuple.of(time(until)))
        .map(gone -> gone.rowCount());
  }

  private static String query(Kind kind) {
    return switch (kind) {
      case FILE -> ended("sealed_file", "ends");
      case ANSWER -> ended("answer", "ends");
      case LETTER -> ended("letter", "ends");
      case MAILBOX -> ended("mailbox", "ends");
      case KEY -> ended("mailbox_key", "starts");
    };
  }

  private static String ended(String table, String column) {
    return "DELETE FROM "
        + table
        + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM "
        + table
        + " WHERE "
        + column
        + " <= $1 ORDER BY "
        + column
        + " LIMIT "
        + MOST_PER_SWEEP
        + " FOR UPDATE SKIP LOCKED))";
  }

  private static Map<Kind, Integer> with(Map<Kind, Integer> swept, Kind kind, int rows) {
    swept.put(kind, rows);
    return swept;
  }
}
