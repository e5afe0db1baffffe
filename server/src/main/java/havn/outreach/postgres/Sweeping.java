package havn.outreach.postgres;

import static havn.outreach.postgres.Columns.day;
import static havn.outreach.postgres.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Removes what has had its time, at most 1,000 rows of each table at once.
final class Sweeping {

  /// 13 months.
  private static final Duration REMEMBERED = Duration.ofDays(396);

  private static final String CARDS =
      Dropping.WITH_CARDS.formatted(
          "DELETE FROM contact WHERE id IN (SELECT id FROM contact WHERE ends <= $1 LIMIT 1000)",
          "$2");
  private static final List<String> OVER =
      List.of(
          "DELETE FROM proof WHERE tag IN (SELECT tag FROM proof WHERE until <= $1 LIMIT 1000)",
          "DELETE FROM campaign WHERE id IN (SELECT id FROM campaign WHERE ends <= $1 LIMIT 1000)");
  private static final List<String> REMEMBERED_UNTIL =
      List.of(
          "DELETE FROM begun WHERE id IN (SELECT id FROM begun WHERE at <= $1 LIMIT 1000)",
          "DELETE FROM heard WHERE tag IN (SELECT tag FROM heard"
              + " WHERE greatest(word, changed) <= $1 LIMIT 1000)");

  private final Pool pool;

  Sweeping(Pool pool) {
    this.pool = pool;
  }

  Future<Integer> round(Instant now) {
    Future<Integer> gone =
        pool.preparedQuery(CARDS).execute(Tuple.of(day(now), utc(now))).map(Dropping::gone);
    for (String query : OVER) {
      gone = gone.compose(before -> remove(before, query, Tuple.of(utc(now))));
    }
    for (String query : REMEMBERED_UNTIL) {
      gone = gone.compose(before -> remove(before, query, Tuple.of(utc(now.minus(REMEMBERED)))));
    }
    return gone.compose(before -> remove(before, Consents.FORGET, Tuple.of(day(now))));
  }

  private Future<Integer> remove(int before, String query, Tuple bound) {
    return pool.preparedQuery(query).execute(bound).map(rows -> before + rows.rowCount());
  }
}
