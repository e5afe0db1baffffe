package havn.journal.postgres;

import havn.journal.Act;
import havn.journal.Checkpoint;
import havn.journal.Cut;
import havn.journal.Journal;
import havn.journal.JournalLine;
import havn.journal.Standing;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Randomness;
import havn.seal.Hash;
import havn.seal.Hmac;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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
import java.util.function.Function;
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
      "SELECT * FROM journal_checkpoint WHERE at < $1 ORDER BY at DESC LIMIT 1";

  /// Numbers of lines only rise, whatever clocks say.
  private static final String WHOLE =
      "SELECT * FROM journal_checkpoint WHERE flawed IS NULL ORDER BY lines DESC, at DESC LIMIT 1";
  private static final String KEEP =
      "INSERT INTO journal_checkpoint (at, lines, head, flawed, round_lines, round_head, whole_at)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (at) DO NOTHING";
  private static final String DROP =
      "DELETE FROM journal_checkpoint WHERE at < $1 AND EXISTS " + Cutting.BELIEVED;
  private static final Duration AHEAD = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(365);
  private static final String FORGET = "DELETE FROM journal_key WHERE day < $1";

  private final Pool pool;

  PgJournal(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> write(Act act, Instant at) {
    return alone(
        connection ->
            key(connection, at)
                .compose(
                    key ->
                        append(
                            connection, act.who(), act.what(), at, Hmac.sha256(key, act.thing())))
                .mapEmpty());
  }

  /// In a transaction, while nobody else writes.
  private Future<Void> alone(Function<SqlConnection, Future<Void>> what) {
    return pool.<Boolean>withTransaction(
            connection ->
                connection
                    .query(ONE_AT_A_TIME)
                    .execute()
                    .compose(locked -> what.apply(connection))
                    .map(true))
        .mapEmpty();
  }

  private static Future<byte[]> key(SqlConnection connection, Instant at) {
    return connection
        .preparedQuery(KEY)
        .execute(Tuple.of(day(at), Buffer.buffer(Randomness.bytes(Hash.LENGTH))))
        .map(rows -> rows.iterator().next().getBuffer("key").getBytes());
  }

  private static Future<JournalLine> append(
      SqlConnection connection, StaffId who, Act.Deed what, Instant at, byte[] pseudonym) {
    return connection
        .query(LAST)
        .execute()
        .compose(
            rows -> {
              var newest = rows.iterator();
              Standing before = newest.hasNext() ? after(newest.next()) : Standing.BEGINNING;
              JournalLine line =
                  JournalLine.after(before.head(), before.lines() + 1, at, who, what, pseudonym);
              return connection
                  .preparedQuery(ADD)
                  .execute(Tuple.of(line.number(), line.text(), Buffer.buffer(line.hash().bytes())))
                  .map(line);
            });
  }

  private static Standing after(Row row) {
    return new Standing(row.getLong("number"), hash(row, "hash"));
  }

  @Override
  public Future<Optional<Cut>> cut() {
    return Cutting.cut(pool);
  }

  @Override
  public Future<Boolean> isTooEarly(Cut cut, Instant said) {
    return Cutting.isTooEarly(pool, cut, said);
  }

  @Override
  public Future<Void> cutOld(long proved, Instant now) {
    return alone(
        connection ->
            Cutting.cutOld(
                connection,
                proved,
                now,
                upTo ->
                    append(
                        connection, Act.SERVER, Act.Deed.JOURNAL_CUT, now, upTo.head().bytes())));
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
  public Future<Optional<Checkpoint>> checkpoint(Instant now) {
    return pool.preparedQuery(CHECKPOINT)
        .execute(Tuple.of(utc(now.plus(AHEAD))))
        .map(PgJournal::first);
  }

  @Override
  public Future<Optional<Checkpoint>> whole() {
    return pool.query(WHOLE).execute().map(PgJournal::first);
  }

  private static Optional<Checkpoint> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(checkpoint(rows.iterator().next()));
  }

  private static Checkpoint checkpoint(Row row) {
    Long flawed = row.getLong("flawed");
    return new Checkpoint(
        row.getOffsetDateTime("at").toInstant(),
        new Standing(row.getLong("lines"), hash(row, "head")),
        flawed == null ? OptionalLong.empty() : OptionalLong.of(flawed),
        new Standing(row.getLong("round_lines"), hash(row, "round_head")),
        Optional.ofNullable(row.getOffsetDateTime("whole_at")).map(OffsetDateTime::toInstant));
  }

  @Override
  public Future<Void> keep(Checkpoint made) {
    @Nullable Long flawed = made.flawed().isPresent() ? made.flawed().getAsLong() : null;
    @Nullable OffsetDateTime wholeAt = made.wholeAt().map(PgJournal::utc).orElse(null);
    Tuple row =
        Tuple.of(utc(made.at()), made.stands().lines(), head(made.stands()), flawed)
            .addLong(made.round().lines())
            .addBuffer(head(made.round()))
            .addOffsetDateTime(wholeAt);
    return pool.preparedQuery(KEEP)
        .execute(row)
        .compose(kept -> pool.preparedQuery(DROP).execute(dropping(made.at())))
        .mapEmpty();
  }

  private static Tuple dropping(Instant now) {
    return Tuple.of(
        utc(now.minus(KEPT)), utc(now.minus(BELIEVED.multipliedBy(2))), utc(now.minus(BELIEVED)));
  }

  private static Buffer head(Standing standing) {
    return Buffer.buffer(standing.head().bytes());
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
    return new JournalLine(row.getLong("number"), row.getString("line"), hash(row, "hash"));
  }

  private static Hash hash(Row row, String column) {
    return Hash.wrap(row.getBuffer(column).getBytes()).orElseThrow();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
