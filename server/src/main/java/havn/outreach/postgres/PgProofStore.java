package havn.outreach.postgres;

import static havn.outreach.postgres.Columns.key;
import static havn.outreach.postgres.Columns.utc;

import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.outreach.ProofStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

final class PgProofStore implements ProofStore {

  private static final String KEEP =
      "INSERT INTO proof (tag, service, until, card) VALUES ($1, $2, $3, $4) ON CONFLICT (card)"
          + " WHERE day IS NULL DO UPDATE SET tag = excluded.tag, until = excluded.until";
  private static final String LOOK =
      "UPDATE proof SET tries = tries + 1 WHERE tag = $1 AND service = $2 AND until > $3"
          + " AND day IS NOT NULL AND tries < "
          + MOST_TRIES
          + " RETURNING day";

  private final Pool pool;

  PgProofStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> keep(ServiceId service, ContactId card, byte[] tag, Instant until) {
    return pool.preparedQuery(KEEP)
        .execute(Tuple.of(Buffer.buffer(tag), service.slug(), utc(until), key(card)))
        .mapEmpty();
  }

  @Override
  public Future<Optional<LocalDate>> look(ServiceId service, byte[] tag, Instant now) {
    return pool.preparedQuery(LOOK)
        .execute(Tuple.of(Buffer.buffer(tag), service.slug(), utc(now)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(row.getLocalDate("day"));
              }
              return Optional.empty();
            });
  }
}
