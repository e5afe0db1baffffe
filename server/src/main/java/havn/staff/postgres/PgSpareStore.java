package havn.staff.postgres;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.staff.Spare;
import havn.staff.SpareStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class PgSpareStore implements SpareStore {

  // Waits for a roster that is being published: what it revokes gets no spare afterwards.
  private static final String KEEP =
      "INSERT INTO device_spare (device, method, sealed, kept, since)"
          + " SELECT id, $3, $4, $5, $5 FROM device"
          + " WHERE id = $1 AND staff = $2 AND state <> 'revoked' FOR SHARE"
          + " ON CONFLICT (device, method)"
          + " DO UPDATE SET sealed = excluded.sealed, kept = excluded.kept";
  private static final String HEADS =
      "SELECT s.device, s.method, s.kept FROM device_spare s JOIN device d ON d.id = s.device"
          + " WHERE d.staff = $1 AND d.state = 'rostered' ORDER BY s.kept DESC, s.device LIMIT 20";
  private static final String REVOKED =
      "SELECT EXISTS (SELECT FROM device WHERE staff = $1 AND state = 'revoked')";
  private static final String TAKE =
      "UPDATE device_spare s SET"
          + " handed = CASE WHEN s.since > $5 THEN s.handed + 1 ELSE 1 END,"
          + " since = CASE WHEN s.since > $5 THEN s.since ELSE $4 END"
          + " FROM device d WHERE d.id = s.device AND d.state = 'rostered'"
          + " AND d.id = $1 AND d.staff = $2 AND s.method = $3 AND (s.since <= $5 OR s.handed < "
          + MOST_HANDED
          + ") RETURNING s.sealed, d.ed25519";

  private final Pool pool;

  PgSpareStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Boolean> keep(StaffId owner, Spare spare, Instant now) {
    Tuple row =
        Tuple.of(
            Buffer.buffer(spare.device().bytes()),
            Buffer.buffer(owner.bytes()),
            spare.method().printed(),
            Buffer.buffer(spare.sealed()),
            utc(now));
    return pool.preparedQuery(KEEP).execute(row).map(result -> result.rowCount() == 1);
  }

  @Override
  public Future<Spare.Shelf> shelf(StaffId owner) {
    Tuple who = Tuple.of(Buffer.buffer(owner.bytes()));
    return pool.preparedQuery(HEADS)
        .execute(who)
        .compose(
            heads ->
                pool.preparedQuery(REVOKED)
                    .execute(who)
                    .map(
                        revoked ->
                            new Spare.Shelf(
                                heads(heads), revoked.iterator().next().getBoolean(0))));
  }

  @Override
  public Future<Optional<Spare.Handed>> take(
      StaffId owner, DeviceId device, Spare.Method method, Instant now) {
    Tuple asked =
        Tuple.of(
            Buffer.buffer(device.bytes()),
            Buffer.buffer(owner.bytes()),
            method.printed(),
            utc(now),
            utc(now.minus(HOUR)));
    return pool.preparedQuery(TAKE).execute(asked).map(PgSpareStore::handed);
  }

  private static Optional<Spare.Handed> handed(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new Spare.Handed(
              row.getBuffer("sealed").getBytes(), row.getBuffer("ed25519").getBytes()));
    }
    return Optional.empty();
  }

  private static List<Spare.Head> heads(RowSet<Row> rows) {
    List<Spare.Head> heads = new ArrayList<>();
    for (Row row : rows) {
      heads.add(
          new Spare.Head(
              DeviceId.of(row.getBuffer("device").getBytes()).orElseThrow(),
              Spare.Method.parse(row.getString("method")).orElseThrow(),
              row.getOffsetDateTime("kept").toInstant()));
    }
    return heads;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
