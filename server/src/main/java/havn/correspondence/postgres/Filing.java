package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.utc;

import havn.correspondence.CorrespondenceStore.Before;
import havn.correspondence.CorrespondenceStore.Filed;
import havn.correspondence.CorrespondenceStore.Inward;
import havn.courtesy.Occasion;
import havn.courtesy.StopWords;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps what is told once, however often it is told. The row in `told` is there from the first
/// time and says whether the rest was done.
final class Filing {

  private static final String TOLD =
      "INSERT INTO told AS t (id, at, kept) VALUES ($1, $2, false) ON CONFLICT (id) DO UPDATE SET"
          + " at = CASE WHEN t.kept AND t.at <= $3 THEN $2 ELSE t.at END,"
          + " kept = t.kept AND NOT coalesce(t.at <= $3, false) RETURNING at, kept";
  private static final String KEEP =
      "INSERT INTO told AS t (id, at, kept) VALUES ($1, $2, true)"
          + " ON CONFLICT (id) DO UPDATE SET kept = true WHERE NOT t.kept";
  private static final String HEARD =
      "INSERT INTO heard (tag, word) VALUES ($1, $2) ON CONFLICT (tag)"
          + " DO UPDATE SET word = greatest(heard.word, excluded.word)";
  private static final String HEARD_OVER =
      "INSERT INTO heard_over AS h (tag, word, provider) VALUES ($1, $2, $3)"
          + " ON CONFLICT (tag, provider) DO UPDATE SET word = greatest(h.word, excluded.word)";
  private static final String ADD_INWARD =
      "INSERT INTO message (id, thread, inward, at, file, state, ends)"
          + " VALUES ($1, $2, true, $3, $4, 'received', $5)";
  private static final String WORD =
      "UPDATE thread SET word = greatest(word, $2), waits = waits OR $3,"
          + " waits_since = CASE WHEN waits OR unanswered IS NOT NULL THEN waits_since ELSE $2 END,"
          + " words = words + $3::boolean::integer, ends = greatest(ends, $4) WHERE id = $1";

  /// What is known not to have arrived, or of which nobody knows, confirms nothing. A stop counts
  /// for every service, and so does what took it back.
  private static final String CONFIRMED =
      "SELECT FROM message m WHERE m.thread = $1 AND m.occasion = 'opt-out'"
          + " AND m.state IN ('queued', 'sent', 'delivered') AND m.at >"
          + " coalesce((SELECT max(u.at) FROM thread mine JOIN thread t ON t.tag = mine.tag"
          + " JOIN message u ON u.thread = t.id WHERE mine.id = $1"
          + " AND u.occasion = 'undo'), '-infinity') LIMIT 1";

  private Filing() {}

  static Future<Before> told(Pool pool, byte[] told, Optional<Duration> again, Instant now) {
    return pool.preparedQuery(TOLD)
        .execute(
            Tuple.tuple()
                .addBuffer(bytes(told))
                .addOffsetDateTime(utc(now))
                .addOffsetDateTime(again.map(now::minus).map(Columns::utc).orElse(null)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Before(row.getOffsetDateTime("at").toInstant(), row.getBoolean("kept"));
            });
  }

  static Future<Boolean> keep(Pool pool, byte[] told, Instant now) {
    return pool.preparedQuery(KEEP)
        .execute(Tuple.of(bytes(told), utc(now)))
        .map(kept -> kept.rowCount() == 1);
  }

  /// Within a transaction.
  static Future<Filed> file(SqlConnection connection, Inward message) {
    return connection
        .preparedQuery(KEEP)
        .execute(Tuple.of(bytes(message.told()), utc(message.at())))
        .compose(
            kept ->
                kept.rowCount() == 1
                    ? fresh(connection, message)
                    : Future.succeededFuture(new Filed(false, false)));
  }

  /// With what that is filed is answered by itself; empty, with nothing. A stop is, unless somebody
  /// confirmed it since it was last taken back. Of texts to somebody [Queueing] knows the rest.
  static Future<Optional<Occasion>> answer(SqlConnection connection, Inward message, Filed filed) {
    return switch (message.word()) {
      case UNDO ->
          Future.succeededFuture(Optional.of(filed.undone() ? Occasion.UNDO : Occasion.AUTOMATIC));
      case NEITHER -> Future.succeededFuture(Optional.of(Occasion.AUTOMATIC));
      case STOP ->
          connection
              .preparedQuery(CONFIRMED)
              .execute(Tuple.of(bytes(message.thread().bytes())))
              .map(
                  confirmed ->
                      confirmed.size() == 0 ? Optional.of(Occasion.OPT_OUT) : Optional.empty());
    };
  }

  private static Future<Filed> fresh(SqlConnection connection, Inward message) {
    var contact = bytes(message.tags().contact());
    var thread = bytes(message.thread().bytes());
    var at = utc(message.at());
    return connection
        .preparedQuery(HEARD)
        .execute(Tuple.of(contact, at))
        .compose(
            heard ->
                connection
                    .preparedQuery(HEARD_OVER)
                    .execute(Tuple.of(contact, at, message.provider())))
        .compose(
            heard ->
                connection
                    .preparedQuery(ADD_INWARD)
                    .execute(
                        Tuple.of(
                            bytes(message.id().bytes()),
                            thread,
                            at,
                            bytes(message.file()),
                            utc(message.at().plus(PgCorrespondenceStore.MESSAGE_LIFE)))))
        .compose(added -> undone(connection, message))
        .map(undone -> new Filed(true, undone))
        .compose(
            filed ->
                connection
                    .preparedQuery(WORD)
                    .execute(
                        Tuple.of(
                            thread,
                            at,
                            filed.says(message.word()),
                            utc(message.at().plus(PgCorrespondenceStore.THREAD_LIFE))))
                    .map(noted -> filed));
  }

  private static Future<Boolean> undone(SqlConnection connection, Inward message) {
    return message.word() == StopWords.Meaning.UNDO
        ? connection
            .preparedQuery(PgOptOuts.UNDO)
            .execute(Tuple.of(bytes(message.tags().stop()), utc(message.at())))
            .map(gone -> gone.rowCount() > 0)
        : Future.succeededFuture(false);
  }
}
