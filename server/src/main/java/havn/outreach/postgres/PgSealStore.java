package havn.outreach.postgres;

import static havn.outreach.postgres.Columns.bytes;
import static havn.outreach.postgres.Columns.day;
import static havn.outreach.postgres.Columns.key;
import static havn.outreach.postgres.Columns.keys;
import static havn.outreach.postgres.Columns.utc;

import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.outreach.SealStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class PgSealStore implements SealStore {

  private static final String STALE =
      "SELECT id, face, numbers, version FROM contact WHERE service = $1 AND ends > $2 AND"
          + " ($3::bytea IS NULL OR id > $3) AND (NOT $4::bytea[] <@ devices OR NOT devices <@"
          + " $5::bytea[] OR sealed < $6) AND $7 = ANY(devices) ORDER BY id LIMIT "
          + AT_ONCE;
  private static final String CLOSED =
      "SELECT count(*) AS closed FROM contact"
          + " WHERE service = $1 AND ends > $2 AND NOT $3 = ANY(devices)";
  private static final String REPLACE =
      "UPDATE contact SET face = $3, numbers = $4, devices = $5, sealed = $6,"
          + " version = version + 1 WHERE id = $1 AND service = $2 AND version = $7 AND ends > $8";

  private final Pool pool;

  PgSealStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Sealed>> stale(
      ServiceId service, Wish wish, Optional<ContactId> after, Instant now) {
    return pool.preparedQuery(STALE)
        .execute(
            Tuple.tuple()
                .addString(service.slug())
                .addLocalDate(day(now))
                .addBuffer(after.map(Columns::key).orElse(null))
                .addArrayOfBuffer(keys(wish.devices()))
                .addArrayOfBuffer(keys(wish.readers()))
                .addOffsetDateTime(utc(wish.before()))
                .addBuffer(key(wish.reader())))
        .map(
            rows -> {
              List<Sealed> stale = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      stale.add(
                          new Sealed(
                              ContactId.of(bytes(row, "id")).orElseThrow(),
                              bytes(row, "face"),
                              bytes(row, "numbers"),
                              row.getInteger("version"))));
              return stale;
            });
  }

  @Override
  public Future<Integer> closed(ServiceId service, DeviceId reader, Instant now) {
    return pool.preparedQuery(CLOSED)
        .execute(Tuple.of(service.slug(), day(now), key(reader)))
        .map(rows -> rows.iterator().next().getInteger("closed"));
  }

  @Override
  public Future<Boolean> replace(
      ServiceId service, Sealed anew, List<DeviceId> devices, Instant now) {
    return pool.preparedQuery(REPLACE)
        .execute(
            Tuple.tuple()
                .addBuffer(key(anew.card()))
                .addString(service.slug())
                .addBuffer(Buffer.buffer(anew.face()))
                .addBuffer(Buffer.buffer(anew.numbers()))
                .addArrayOfBuffer(keys(devices))
                .addOffsetDateTime(utc(now))
                .addInteger(anew.version())
                .addLocalDate(day(now)))
        .map(Columns::one);
  }
}
