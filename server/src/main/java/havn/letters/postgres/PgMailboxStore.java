package havn.letters.postgres;

import static havn.letters.postgres.Rows.time;

import havn.kernel.id.LetterId;
import havn.kernel.id.MailboxId;
import havn.letters.Bounds;
import havn.letters.Keeping;
import havn.letters.MailboxStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class PgMailboxStore implements MailboxStore {

  private static final String CLEAR_ENDED = "DELETE FROM mailbox WHERE id = $1 AND ends <= $2";
  private static final String CREATE =
      "INSERT INTO mailbox (id, version, note, ends) SELECT $1, 1, $2, $3"
          + " WHERE (SELECT count(*) FROM mailbox) < "
          + Bounds.MOST_MAILBOXES
          + " ON CONFLICT DO NOTHING";
  private static final String SAME =
      "SELECT version = 1 AND note = $2 AS same FROM mailbox WHERE id = $1";
  private static final String OPEN =
      "SELECT version, note, ends FROM mailbox WHERE id = $1 AND ends > $2";
  private static final String LETTERS =
      "SELECT id, at FROM letter WHERE mailbox = $1 AND ends > $2 ORDER BY at, id LIMIT "
          + Bounds.LETTERS_PER_MAILBOX;
  private static final String ANSWERS =
      "SELECT stored FROM answer WHERE mailbox = $1 AND ends > $2 ORDER BY number";
  private static final String NOTE =
      "UPDATE mailbox SET version = $2, note = $3"
          + " WHERE id = $1 AND ends > $4 AND version = $2 - 1";
  private static final String LENGTHEN =
      "UPDATE mailbox SET ends = greatest(ends, $2) WHERE id = $1 AND ends > $3";
  private static final String COUNT =
      "SELECT (SELECT count(*) FROM letter WHERE mailbox = $1) AS here,"
          + " (SELECT count(*) FROM letter) AS everywhere";
  private static final String LEAVE =
      "INSERT INTO letter (id, mailbox, service, devices, file, at, ends)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7)";
  private static final String DELETE = "DELETE FROM mailbox WHERE id = $1";

  private final Pool pool;

  PgMailboxStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Keeping> create(MailboxId mailbox, byte[] note, Instant ends, Instant now) {
    return Step.of(
        pool,
        connection ->
            connection
                .preparedQuery(CLEAR_ENDED)
                .execute(Tuple.of(key(mailbox), time(now)))
                .compose(
                    cleared ->
                        connection
                            .preparedQuery(CREATE)
                            .execute(Tuple.of(key(mailbox), Buffer.buffer(note), time(ends))))
                .compose(
                    made ->
                        made.rowCount() == 1
                            ? Future.succeededFuture(Keeping.KEPT)
                            : alreadyThere(connection, mailbox, note)));
  }

  private static Future<Keeping> alreadyThere(
      SqlConnection connection, MailboxId mailbox, byte[] note) {
    return connection
        .preparedQuery(SAME)
        .execute(Tuple.of(key(mailbox), Buffer.buffer(note)))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Keeping.CROWDED;
              }
              return rows.iterator().next().getBoolean("same") ? Keeping.KEPT : Keeping.BEHIND;
            });
  }

  @Override
  public Future<Optional<Opened>> open(MailboxId mailbox, Instant now) {
    Tuple which = Tuple.of(key(mailbox), time(now));
    return pool.withConnection(connection -> opened(connection, which))
        .map(opened -> Objects.requireNonNull(opened));
  }

  private static Future<Optional<Opened>> opened(SqlConnection connection, Tuple which) {
    return connection
        .preparedQuery(OPEN)
        .execute(which)
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : content(connection, which, rows.iterator().next()).map(Optional::of));
  }

  private static Future<Opened> content(SqlConnection connection, Tuple which, Row mailbox) {
    List<Left> letters = new ArrayList<>();
    List<byte[]> answers = new ArrayList<>();
    return connection
        .preparedQuery(LETTERS)
        .execute(which)
        .compose(
            rows -> {
              for (Row row : rows) {
                LetterId id = LetterId.of(Rows.bytes(row, "id")).orElseThrow();
                letters.add(new Left(id, time(row, "at")));
              }
              return connection.preparedQuery(ANSWERS).execute(which);
            })
        .map(
            rows -> {
              for (Row row : rows) {
                answers.add(Rows.bytes(row, "stored"));
              }
              return new Opened(
                  mailbox.getInteger("version"),
                  Rows.bytes(mailbox, "note"),
                  letters,
                  answers,
                  time(mailbox, "ends"));
            });
  }

  @Override
  public Future<Keeping> note(MailboxId mailbox, int version, byte[] note, Instant now) {
    return pool.withConnection(
            connection ->
                connection
                    .preparedQuery(NOTE)
                    .execute(Tuple.of(key(mailbox), version, Buffer.buffer(note), time(now)))
                    .compose(
                        written ->
                            written.rowCount() == 1
                                ? Future.succeededFuture(Keeping.KEPT)
                                : connection
                                    .preparedQuery(OPEN)
                                    .execute(Tuple.of(key(mailbox), time(now)))
                                    .map(
                                        rows ->
                                            rows.size() == 0 ? Keeping.UNKNOWN : Keeping.BEHIND)))
        .map(keeping -> Objects.requireNonNull(keeping));
  }

  @Override
  public Future<Keeping> leave(NewLetter letter) {
    return Step.of(
        pool,
        connection ->
            connection
                .preparedQuery(LENGTHEN)
                .execute(Tuple.of(key(letter.mailbox()), time(letter.ends()), time(letter.at())))
                .compose(
                    locked ->
                        locked.rowCount() == 1
                            ? room(connection, letter.mailbox())
                            : Future.succeededFuture(Keeping.UNKNOWN))
                .compose(
                    room ->
                        room == Keeping.KEPT
                            ? insert(connection, letter)
                            : Future.succeededFuture(room)));
  }

  /// Counted after the mailbox is locked, and in a statement of its own: one that began before the
  /// lock was free would not see what came in meanwhile.
  private static Future<Keeping> room(SqlConnection connection, MailboxId mailbox) {
    return connection
        .preparedQuery(COUNT)
        .execute(Tuple.of(key(mailbox)))
        .map(
            rows -> {
              Row counted = rows.iterator().next();
              if (counted.getLong("here") >= Bounds.LETTERS_PER_MAILBOX) {
                return Keeping.FULL;
              }
              return counted.getLong("everywhere") >= Bounds.MOST_LETTERS
                  ? Keeping.CROWDED
                  : Keeping.KEPT;
            });
  }

  private static Future<Keeping> insert(SqlConnection connection, NewLetter letter) {
    Tuple row =
        Tuple.tuple()
            .addBuffer(Buffer.buffer(letter.id().bytes()))
            .addBuffer(key(letter.mailbox()))
            .addString(letter.service().slug())
            .addArrayOfBuffer(Rows.devices(letter.devices()))
            .addBuffer(Buffer.buffer(letter.file()))
            .addOffsetDateTime(time(letter.at()))
            .addOffsetDateTime(time(letter.ends()));
    return connection
        .preparedQuery(LEAVE)
        .execute(row)
        .compose(
            kept ->
                Claim.forLetter(
                    connection, letter.id(), letter.files(), letter.at(), letter.ends()));
  }

  @Override
  public Future<Void> delete(MailboxId mailbox) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(key(mailbox))).mapEmpty();
  }

  private static Buffer key(MailboxId mailbox) {
    return Buffer.buffer(mailbox.bytes());
  }
}
