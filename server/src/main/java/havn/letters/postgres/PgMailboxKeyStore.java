package havn.letters.postgres;

import static havn.letters.postgres.Rows.time;

import havn.kernel.id.DeviceId;
import havn.letters.MailboxKeyStore;
import havn.seal.Hash;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

final class PgMailboxKeyStore implements MailboxKeyStore {

  private static final String PUT =
      "INSERT INTO mailbox_key (device, hash, payload, signature, starts, until)"
          + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
  private static final String MAKE_ROOM =
      "DELETE FROM mailbox_key WHERE device = $1 AND hash NOT IN"
          + " (SELECT hash FROM mailbox_key WHERE device = $1"
          + " ORDER BY starts DESC, until DESC, hash LIMIT "
          + MOST_PER_DEVICE
          + ")";
  private static final String RUNNING =
      "SELECT * FROM (SELECT DISTINCT ON (device) device, payload, signature, starts, until FROM"
          + " mailbox_key WHERE device = ANY($1) AND until > $2 ORDER BY device, starts DESC, until"
          + " DESC, hash) AS newest ORDER BY starts DESC, device LIMIT $3";

  private final Pool pool;

  PgMailboxKeyStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> put(Stated key) {
    Buffer device = Buffer.buffer(key.device().bytes());
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(PUT)
                    .execute(
                        Tuple.of(
                            device,
                            Buffer.buffer(Hash.of(key.payload()).bytes()),
                            Buffer.buffer(key.payload()),
                            Buffer.buffer(key.signature()),
                            time(key.from()),
                            time(key.until())))
                    .compose(put -> connection.preparedQuery(MAKE_ROOM).execute(Tuple.of(device))))
        .mapEmpty();
  }

  @Override
  public Future<List<Stated>> running(Collection<DeviceId> devices, int most, Instant after) {
    return pool.preparedQuery(RUNNING)
        .execute(
            Tuple.tuple()
                .addArrayOfBuffer(Rows.devices(devices))
                .addOffsetDateTime(time(after))
                .addInteger(most))
        .map(
            rows -> {
              List<Stated> running = new ArrayList<>();
              for (Row row : rows) {
                running.add(
                    new Stated(
                        DeviceId.of(Rows.bytes(row, "device")).orElseThrow(),
                        Rows.bytes(row, "payload"),
                        Rows.bytes(row, "signature"),
                        time(row, "starts"),
                        time(row, "until")));
              }
              return running;
            });
  }
}
