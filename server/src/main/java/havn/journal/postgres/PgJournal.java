package havn.journal.postgres;

import havn.journal.Act;
import havn.journal.Checkpoint;
import havn.journal.Journal;
import havn.journal.JournalLine;
import havn.kernel.secret.Randomness;
import havn.seal.Hash;
import havn.seal.Hmac;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

final class PgJournal implements Journal {

  /// Any number that nothing else in this database locks.
  private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7209065811)";

  private static final String KEY =
      "INSERT INTO journal_key (day, key) VALUES ($1, $2)"
          + " ON CONFLICT (day) DO UPDATE SET day = excluded.day RETURNING key";
  private static final String LAST = "SELECT * FROM journal ORDER BY number DESC LIMIT 1";
  private static final String ADD = "INSERT INTO journal (number, line, hash) VALUES ($1, $2, $3)";
  private static final String READ =
      "SELECT * FROM journal WHERE number >= $1 ORDER BY number LIMIT " + MOST_READ;
  private static final String NEWEST =
      "SELECT * FROM journal WHERE number < $1 ORDER BY number DESC LIMIT " + PAGE;
  private static final String CHECKPOINT =
      "SELECT * FROM journal_checkpoint ORDER BY at DESC LIMIT 1";
  private static final String WHOLE =
      "SELECT * FROM journal_checkpoint WHERE flawed IS NULL ORDER BY at DESC LIMIT 1";
  private static final String KEEP =
      "INSERT INTO journal_checkpoint (at, lines, head, flawed) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT (at) DO NOTHING";
  private static final String DROP = "DELETE FROM journal_checkpoint WHERE at < $1";
  private static final Duration KEPT = Duration.ofDays(365);
  private static final String FORGET = "DELETE FROM journal_key WHERE day < $1";

  private final Pool pool;

  PgJournal(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> write(Act act, Instant at) {
    return pool.<Boolean>withTransaction(
            connection ->
                connection
                    .query(ONE_AT_A_TIME)
                    .execute()
                    .compose(locked -> key(connection, at))
                    .compose(key -> append(connection, act, at, Hmac.sha256(key, act.thing())))
                    .map(true))
        .mapEmpty();
  }

  private static Future<byte[]> key(SqlConnection connection, Instant at) {
    return connection
        .preparedQuery(KEY)
        .execute(Tuple.of(day(at), Buffer.buffer(Randomness.bytes(Hash.LENGTH))))
        .map(rows -> rows.iterator().next().getBuffer("key").getBytes());
  }

  private static Future<Void> append(
      SqlConnection connection, Act act, Instant at, byte[] pseudonym) {
    return connection
        .query(LAST)
        .execute()
        .compose(
            rows -> {
              var newest = rows.iterator();
              JournalLine line =
                  newest.hasNext()
                      ? after(line(newest.next()), act, at, pseudonym)
                      : JournalLine.after(Hash.ZEROS, 1, at, act.who(), act.what(), pseudonym);
              return connection
                  .preparedQuery(ADD)
                  .execute(
                      Tuple.of(line.number(), line.text(), Buffer.buffer(line.hash().bytes())));
            })
        .mapEmpty();
  }

  private static JournalLine after(JournalLine before, Act act, Instant at, byte[] pseudonym) {
    return JournalLine.after(
        before.hash(), before.number() + 1, at, act.who(), act.what(), pseudonym);
  }

  @Override
  public Future<List<JournalLine>> read(long from) {
    return lines(READ, from);
  }

  @Override
  public Future<List<JournalLine>> newest(long before) {
    return lines(NEWEST, before);
  }

  private Future<List<JournalLine>> lines(String sql, long number) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(number))
        .map(
            rows -> {
              List<JournalLine> lines = new ArrayList<>();
              rows.forEach(row -> lines.add(line(row)));
              return lines;
            });
  }

  @Override
  public Future<Optional<Checkpoint>> checkpoint() {
    return checkpoint(CHECKPOINT);
  }

  @Override
  public Future<Optional<Checkpoint>> whole() {
    return checkpoint(WHOLE);
  }

  private Future<Optional<Checkpoint>> checkpoint(String sql) {
    return pool.query(sql)
        .execute()
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(checkpoint(rows.iterator().next())));
  }

  private static Checkpoint checkpoint(Row row) {
    Long flawed = row.getLong("flawed");
    return new Checkpoint(
        row.getOffsetDateTime("at").toInstant(),
        row.getLong("lines"),
        Hash.wrap(row.getBuffer("head").getBytes()).orElseThrow(),
        flawed == null ? OptionalLong.empty() : OptionalLong.of(flawed));
  }

  @Override
  public Future<Void> keep(Checkpoint made) {
    Buffer head = Buffer.buffer(made.head().bytes());
    @Nullable Long flawed = made.flawed().isPresent() ? made.flawed().getAsLong() : null;
    return pool.preparedQuery(KEEP)
        .execute(Tuple.of(utc(made.at()), made.lines(), head, flawed))
        .compose(kept -> pool.preparedQuery(DROP).execute(Tuple.of(utc(made.at().minus(KEPT)))))
        .mapEmpty();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public Future<Integer> forgetPseudonyms(Instant now) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(day(now).minusDays(PSEUDONYM_DAYS)))
        .map(gone -> gone.rowCount());
  }

  private static JournalLine line(Row row) {
    return new JournalLine(
        row.getLong("number"),
        row.getString("line"),
        Hash.wrap(row.getBuffer("hash").getBytes()).orElseThrow());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
