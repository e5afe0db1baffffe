package havn.login.postgres;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.login.Passkey;
import havn.login.PasskeyStore;
import havn.login.Session;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class PgPasskeyStore implements PasskeyStore {

  private static final String COLUMNS =
      "SELECT credential, staff, attested, counter, may_back_up, backed_up FROM passkey";
  // The devices are held, so that a list which removes one comes wholly before or wholly after.
  private static final String ADD =
      "WITH mine AS MATERIALIZED (SELECT id, state, removed FROM device WHERE staff = $2 ORDER BY"
          + " id FOR SHARE) INSERT INTO passkey (credential, staff, attested, counter, may_back_up,"
          + " backed_up, created) SELECT $1, $2, $3, $4, $5, $6, $7 WHERE (SELECT count(*) FROM"
          + " passkey WHERE staff = $2) < "
          + MOST_PER_PERSON
          + " AND (EXISTS (SELECT FROM mine WHERE id = $8 AND state = 'rostered')"
          + " OR NOT EXISTS (SELECT FROM mine WHERE removed >= $9))"
          + " ON CONFLICT DO NOTHING";
  private static final String USED =
      "UPDATE passkey SET counter = $2, backed_up = $3"
          + " WHERE credential = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))";

  private final Pool pool;
  private final InstantSource clock;

  PgPasskeyStore(Pool pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Future<Boolean> add(Passkey passkey, Session maker) {
    Tuple row =
        Tuple.tuple()
            .addBuffer(Buffer.buffer(passkey.credential()))
            .addBuffer(Buffer.buffer(passkey.staff().bytes()))
            .addBuffer(Buffer.buffer(passkey.attested()))
            .addLong(passkey.counter())
            .addBoolean(passkey.mayBackUp())
            .addBoolean(passkey.backedUp())
            .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
            .addBuffer(maker.device().map(DeviceId::bytes).map(Buffer::buffer).orElse(null))
            .addOffsetDateTime(maker.safeBefore().atOffset(ZoneOffset.UTC));
    return pool.preparedQuery(ADD).execute(row).map(result -> result.rowCount() == 1);
  }

  @Override
  public Future<Optional<Passkey>> find(byte[] credential) {
    return pool.preparedQuery(COLUMNS + " WHERE credential = $1")
        .execute(Tuple.of(Buffer.buffer(credential)))
        .map(rows -> read(rows).stream().findFirst());
  }

  @Override
  public Future<List<Passkey>> of(StaffId staff) {
    return pool.preparedQuery(
            COLUMNS + " WHERE staff = $1 ORDER BY created LIMIT " + MOST_PER_PERSON)
        .execute(Tuple.of(Buffer.buffer(staff.bytes())))
        .map(PgPasskeyStore::read);
  }

  @Override
  public Future<Boolean> used(byte[] credential, long counter, boolean backedUp) {
    return pool.preparedQuery(USED)
        .execute(Tuple.of(Buffer.buffer(credential), counter, backedUp))
        .map(result -> result.rowCount() == 1);
  }

  private static List<Passkey> read(RowSet<Row> rows) {
    List<Passkey> passkeys = new ArrayList<>();
    for (Row row : rows) {
      passkeys.add(
          new Passkey(
              row.getBuffer("credential").getBytes(),
              StaffId.of(row.getBuffer("staff").getBytes()).orElseThrow(),
              row.getBuffer("attested").getBytes(),
              row.getLong("counter"),
              row.getBoolean("may_back_up"),
              row.getBoolean("backed_up")));
    }
    return passkeys;
  }
}
