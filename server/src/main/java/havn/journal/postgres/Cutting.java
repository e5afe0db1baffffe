package havn.journal.postgres;

import havn.journal.Cut;
import havn.journal.Journal;
import havn.journal.JournalLine;
import havn.journal.Standing;
import havn.seal.Hash;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/// Where the journal begins. Lines go by whole days, in their order: a line whose time is no time,
/// or lies in the future, goes with the lines around it.
final class Cutting {

  private static final String CUT = "SELECT * FROM journal_cut";

  /// The clock has run for a week without a jump: a checkpoint of 7 to 14 days ago stands.
  static final String BELIEVED = "(SELECT FROM journal_checkpoint b WHERE b.at BETWEEN $2 AND $3)";

  /// A look that had read every line came less far than the cut, so the last line that went was
  /// written after it.
  private static final String TOO_EARLY =
      "SELECT EXISTS (SELECT FROM journal_checkpoint WHERE flawed IS NULL AND whole_at IS NOT NULL"
          + " AND lines > 0 AND lines < $1 AND at BETWEEN $2 AND $3) AS early";

  /// The last line to go: before the first of a day that is kept, and 20,000 at most.
  private static final String LAST_TO_GO =
      """
      SELECT number, hash FROM journal
      WHERE EXISTS %s AND number <= $1
        AND number < (SELECT min(number) + 20000 FROM journal)
        AND number < coalesce(
          (SELECT number FROM journal
           WHERE left(split_part(line, E'\\t', 2), 10) COLLATE "C" BETWEEN $2 AND $3
           ORDER BY number LIMIT 1),
          $1 + 1)
      ORDER BY number DESC LIMIT 1
      """
          .formatted(BELIEVED.replace("$3", "$5").replace("$2", "$4"));

  private static final String NOTE =
      "INSERT INTO journal_cut (number, hash, said) VALUES ($1, $2, $3) ON CONFLICT (one)"
          + " DO UPDATE SET number = excluded.number, hash = excluded.hash, said = excluded.said";
  private static final String GO = "DELETE FROM journal WHERE number <= $1";

  private Cutting() {}

  static Future<Optional<Cut>> cut(SqlClient client) {
    return client
        .query(CUT)
        .execute()
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
  }

  static Future<Boolean> isTooEarly(SqlClient client, Cut cut, Instant said) {
    OffsetDateTime at = utc(said);
    OffsetDateTime young = at.minusMonths(Journal.KEPT_MONTHS).plus(Journal.BELIEVED);
    return client
        .preparedQuery(TOO_EARLY)
        .execute(Tuple.of(cut.upTo().lines(), young, at))
        .map(rows -> rows.iterator().next().getBoolean("early"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Cut read(Row row) {
    return new Cut(standing(row), row.getLong("said"));
  }

  private static Standing standing(Row row) {
    Hash head = Hash.wrap(row.getBuffer("hash").getBytes()).orElseThrow();
    return new Standing(row.getLong("number"), head);
  }

  /// In a transaction in which nobody else writes.
  ///
  /// @param say writes the line that says so
  static Future<Void> cutOld(
      SqlClient client, long proved, Instant now, Function<Standing, Future<JournalLine>> say) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String keptFrom = today.minusMonths(Journal.KEPT_MONTHS).toString();
    return client
        .preparedQuery(LAST_TO_GO)
        .execute(
            Tuple.of(
                proved,
                keptFrom,
                today.plusDays(1).toString(),
                utc(now.minus(Journal.BELIEVED.multipliedBy(2))),
                utc(now.minus(Journal.BELIEVED))))
        .compose(
            rows -> {
              if (rows.size() == 0) {
                return Future.<Void>succeededFuture();
              }
              Standing upTo = standing(rows.iterator().next());
              return say.apply(upTo).compose(line -> go(client, upTo, line.number()));
            });
  }

  private static Future<Void> go(SqlClient client, Standing upTo, long said) {
    Tuple note = Tuple.of(upTo.lines(), Buffer.buffer(upTo.head().bytes()), said);
    return client
        .preparedQuery(NOTE)
        .execute(note)
        .compose(noted -> client.preparedQuery(GO).execute(Tuple.of(upTo.lines())))
        .mapEmpty();
  }
}
