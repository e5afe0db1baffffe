package havn.staff.postgres;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.staff.Device;
import havn.staff.DeviceStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

final class PgDeviceStore implements DeviceStore {

  private static final String SELECT =
      "SELECT d.id AS device, d.ed25519, d.salt, d.name_hash, d.state, d.enrolled,"
          + " s.id, s.shown_name, s.role, s.services FROM device d JOIN staff s ON s.id = d.staff";
  private static final String HAS_REMOVED =
      "SELECT FROM device WHERE staff = $1 AND removed >= $2 LIMIT 1";
  private static final String GONE =
      "SELECT DISTINCT s.id FROM device d JOIN staff s ON s.id = d.staff"
          + " WHERE s.gone IS NOT NULL AND d.state <> 'revoked' LIMIT "
          + MOST_DEVICES;
  private static final String ENROL =
      "INSERT INTO device (id, staff, ed25519, salt, name_hash, enrolled)"
          + " SELECT $1, $2, $3, $4, $5, $6"
          + " WHERE (SELECT count(*) FROM device) < "
          + MOST_DEVICES
          + " AND (SELECT count(*) FROM device WHERE staff = $2 AND state <> 'revoked') < "
          + MOST_PER_PERSON
          + " ON CONFLICT DO NOTHING";

  private final Pool pool;

  PgDeviceStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Optional<Device>> enrol(Device device) {
    Tuple row =
        Tuple.of(
            Buffer.buffer(device.id().bytes()),
            Buffer.buffer(device.owner().id().bytes()),
            Buffer.buffer(device.ed25519()),
            Buffer.buffer(device.salt()),
            Buffer.buffer(device.nameHash()),
            device.enrolled().atOffset(ZoneOffset.UTC));
    return pool.preparedQuery(ENROL)
        .execute(row)
        .compose(result -> find(device.id()))
        .map(kept -> kept.filter(k -> same(k, device)));
  }

  @Override
  public Future<Optional<Device>> find(DeviceId id) {
    return pool.preparedQuery(SELECT + " WHERE d.id = $1")
        .execute(Tuple.of(Buffer.buffer(id.bytes())))
        .map(rows -> read(rows).stream().findFirst());
  }

  @Override
  public Future<Boolean> hasRemoved(StaffId owner, Instant since) {
    return pool.preparedQuery(HAS_REMOVED)
        .execute(Tuple.of(Buffer.buffer(owner.bytes()), since.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Set<StaffId>> gone() {
    return pool.query(GONE)
        .execute()
        .map(
            rows -> {
              Set<StaffId> gone = new HashSet<>();
              rows.forEach(
                  row -> gone.add(StaffId.of(row.getBuffer("id").getBytes()).orElseThrow()));
              return gone;
            });
  }

  @Override
  public Future<List<Device>> all() {
    return pool.query(SELECT + " ORDER BY d.enrolled, d.id LIMIT " + MOST_DEVICES)
        .execute()
        .map(PgDeviceStore::read);
  }

  private static boolean same(Device kept, Device device) {
    return kept.owner().id().equals(device.owner().id())
        && Arrays.equals(kept.ed25519(), device.ed25519())
        && Arrays.equals(kept.nameHash(), device.nameHash());
  }

  private static List<Device> read(RowSet<Row> rows) {
    List<Device> devices = new ArrayList<>();
    for (Row row : rows) {
      devices.add(
          new Device(
              DeviceId.of(row.getBuffer("device").getBytes()).orElseThrow(),
              PgStaffStore.member(row),
              row.getBuffer("ed25519").getBytes(),
              row.getBuffer("salt").getBytes(),
              row.getBuffer("name_hash").getBytes(),
              Device.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
              row.getOffsetDateTime("enrolled").toInstant()));
    }
    return devices;
  }
}
