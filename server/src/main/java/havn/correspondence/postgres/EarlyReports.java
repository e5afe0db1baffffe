package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.utc;

import havn.channel.Told;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/// Reports by the provider's name for a text, some of which come before that name is noted. Such a
/// one is put down first and looked up then; whoever notes the name looks afterwards what was put
/// down: so one of both finds the other. Where that process ends in between, the sweep does. At
/// most 10,000, for an hour.
final class EarlyReports {

  private static final String NAMED = "SELECT id FROM release WHERE provider = $1 LIMIT 1";
  private static final String PUT_DOWN =
      "INSERT INTO early_report AS e (provider, state, at)"
          + " SELECT $1::bytea, $2::text, $3::timestamptz"
          + " WHERE (SELECT count(*) FROM early_report) < 10000"
          + " ON CONFLICT (provider) DO UPDATE SET state = CASE WHEN excluded.state = 'delivered'"
          + " OR e.state = 'sent' THEN excluded.state ELSE e.state END";
  private static final String OF = "SELECT state FROM early_report WHERE provider = $1";
  private static final String TOLD = "DELETE FROM early_report WHERE provider = $1 AND state = $2";
  private static final String LEFT =
      "SELECT e.provider, r.id FROM early_report e JOIN release r ON r.provider = e.provider"
          + " LIMIT 1000";

  private EarlyReports() {}

  static Future<Boolean> report(Pool pool, byte[] provider, Told.Delivery delivery, Instant now) {
    String state = state(delivery);
    return named(pool, provider)
        .compose(
            text ->
                text.isPresent()
                    ? Future.succeededFuture(text)
                    : pool.preparedQuery(PUT_DOWN)
                        .execute(Tuple.of(bytes(provider), state, utc(now)))
                        .compose(put -> named(pool, provider)))
        .compose(
            text ->
                text.isPresent()
                    ? PgCorrespondenceStore.report(pool, text.get(), state, now)
                    : Future.succeededFuture(false));
  }

  /// Tells what came before the name of this text was noted. It is forgotten once the text has it:
  /// telling it twice changes nothing.
  static Future<Boolean> tell(Pool pool, byte[] provider, TextId text, Instant now) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(bytes(provider)))
        .compose(
            rows -> {
              for (Row row : rows) {
                return tell(pool, provider, text, row.getString("state"), now);
              }
              return Future.succeededFuture(false);
            });
  }

  private static Future<Boolean> tell(
      Pool pool, byte[] provider, TextId text, String state, Instant now) {
    return PgCorrespondenceStore.report(pool, text, state, now)
        .compose(
            said ->
                pool.preparedQuery(TOLD)
                    .execute(Tuple.of(bytes(provider), state))
                    .map(forgotten -> said));
  }

  /// Tells what a process left that ended after it noted a name, 1,000 at most.
  static Future<Void> tellWhatWasLeft(Pool pool, Instant now) {
    return pool.query(LEFT)
        .execute()
        .compose(
            rows -> {
              Future<Boolean> told = Future.succeededFuture(false);
              for (Row row : rows) {
                byte[] provider = bytes(row, "provider");
                TextId text = TextId.of(bytes(row, "id")).orElseThrow();
                told = told.compose(before -> tell(pool, provider, text, now));
              }
              return told.mapEmpty();
            });
  }

  static String state(Told.Delivery delivery) {
    return switch (delivery) {
      case SENT -> "sent";
      case DELIVERED -> "delivered";
      case FAILED -> "failed";
    };
  }

  private static Future<Optional<TextId>> named(Pool pool, byte[] provider) {
    return pool.preparedQuery(NAMED)
        .execute(Tuple.of(bytes(provider)))
        .map(
            rows -> {
              for (Row row : rows) {
                return TextId.of(bytes(row, "id"));
              }
              return Optional.empty();
            });
  }
}
