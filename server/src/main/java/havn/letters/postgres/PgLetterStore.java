package havn.letters.postgres;

import static havn.letters.postgres.Rows.time;

import havn.kernel.id.DeviceId;
import havn.kernel.id.LetterId;
import havn.kernel.id.MailboxId;
import havn.kernel.id.ServiceId;
import havn.letters.Bounds;
import havn.letters.Keeping;
import havn.letters.LetterStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

final class PgLetterStore implements LetterStore {

  private static final String HEAD =
      "l.id, l.service, l.mailbox, l.devices, m.answers, l.done, l.at, l.ends"
          + " FROM letter l JOIN mailbox m ON m.id = l.mailbox";
  private static final String HEADS =
      "SELECT "
          + HEAD
          + " WHERE l.service = ANY($1) AND l.ends > $2 ORDER BY l.done, l.at, l.id LIMIT "
          + Bounds.MOST_LISTED;
  private static final String MINE = " WHERE id = $1 AND service = ANY($2) AND ends > $3";
  private static final String FIND =
      "SELECT l.file, " + HEAD + " WHERE l.id = $1 AND l.service = ANY($2) AND l.ends > $3";
  private static final String RESEAL = "UPDATE letter SET file = $4, devices = $5" + MINE;
  private static final String MARK = "UPDATE letter SET done = $4" + MINE;
  private static final String COUNT_ON =
      "UPDATE mailbox SET answers = $2, ends = greatest(ends, $3)"
          + " WHERE id = $1 AND ends > $4 AND answers = $2 - 1";
  private static final String THERE = "SELECT FROM letter WHERE id = $1 AND ends > $2";
  private static final String ANSWER =
      "INSERT INTO answer (mailbox, number, stored, ends) VALUES ($1, $2, $3, $4)";

  private final Pool pool;

  PgLetterStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Head>> heads(Set<ServiceId> services, Instant now) {
    return pool.preparedQuery(HEADS)
        .execute(
            Tuple.tuple().addArrayOfString(Rows.services(services)).addOffsetDateTime(time(now)))
        .map(
            rows -> {
              List<Head> heads = new ArrayList<>();
              rows.forEach(row -> heads.add(head(row)));
              return heads;
            });
  }

  @Override
  public Future<Optional<Found>> find(LetterId letter, Set<ServiceId> services, Instant now) {
    return pool.preparedQuery(FIND)
        .execute(mine(letter, services, now))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .findFirst()
                    .map(row -> new Found(head(row), Rows.bytes(row, "file"))));
  }

  @Override
  public Future<Boolean> reseal(
      LetterId letter, Set<ServiceId> services, byte[] file, List<DeviceId> devices, Instant now) {
    return pool.preparedQuery(RESEAL)
        .execute(
            mine(letter, services, now)
                .addBuffer(Buffer.buffer(file))
                .addArrayOfBuffer(Rows.devices(devices)))
        .map(changed -> changed.rowCount() == 1);
  }

  @Override
  public Future<Boolean> mark(LetterId letter, Set<ServiceId> services, boolean done, Instant now) {
    return pool.preparedQuery(MARK)
        .execute(mine(letter, services, now).addBoolean(done))
        .map(changed -> changed.rowCount() == 1);
  }

  @Override
  public Future<Keeping> answer(NewAnswer answer) {
    return Step.of(
        pool,
        connection ->
            countOn(connection, answer)
                .compose(
                    free ->
                        free ? insert(connection, answer) : Future.succeededFuture(Keeping.BEHIND))
                .compose(
                    kept ->
                        kept == Keeping.KEPT
                            ? Claim.forAnswer(
                                connection,
                                answer.mailbox(),
                                answer.number(),
                                answer.files(),
                                answer.at(),
                                answer.ends())
                            : Future.succeededFuture(kept)));
  }

  /// Takes the number; whoever else wants it waits here, and then finds it gone.
  private static Future<Boolean> countOn(SqlConnection connection, NewAnswer answer) {
    return connection
        .preparedQuery(COUNT_ON)
        .execute(
            Tuple.of(
                Buffer.buffer(answer.mailbox().bytes()),
                answer.number(),
                time(answer.ends()),
                time(answer.at())))
        .map(counted -> counted.rowCount() == 1);
  }

  private static Future<Keeping> insert(SqlConnection connection, NewAnswer answer) {
    return connection
        .preparedQuery(THERE)
        .execute(Tuple.of(Buffer.buffer(answer.letter().bytes()), time(answer.at())))
        .compose(
            there ->
                there.size() == 0
                    ? Future.succeededFuture(Keeping.UNKNOWN)
                    : connection
                        .preparedQuery(ANSWER)
                        .execute(
                            Tuple.of(
                                Buffer.buffer(answer.mailbox().bytes()),
                                answer.number(),
                                Buffer.buffer(answer.stored()),
                                time(answer.ends())))
                        .map(Keeping.KEPT));
  }

  private static Tuple mine(LetterId letter, Set<ServiceId> services, Instant now) {
    return Tuple.tuple()
        .addBuffer(Buffer.buffer(letter.bytes()))
        .addArrayOfString(Rows.services(services))
        .addOffsetDateTime(time(now));
  }

  private static Head head(Row row) {
    return new Head(
        LetterId.of(Rows.bytes(row, "id")).orElseThrow(),
        new ServiceId(row.getString("service")),
        MailboxId.of(Rows.bytes(row, "mailbox")).orElseThrow(),
        Rows.devices(row),
        row.getInteger("answers"),
        row.getBoolean("done"),
        time(row, "at"),
        time(row, "ends"));
  }
}
