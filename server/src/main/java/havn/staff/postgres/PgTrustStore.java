package havn.staff.postgres;

import havn.staff.RosterEntry;
import havn.staff.TrustStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

final class PgTrustStore implements TrustStore {

  private static final String ROOTS =
      "SELECT document FROM root_set ORDER BY version DESC LIMIT 100";
  private static final String SIGNER = "SELECT document FROM signer ORDER BY number DESC LIMIT 1";
  private static final String NEWEST_ROSTER =
      "SELECT document FROM roster WHERE renews IS NULL ORDER BY version DESC LIMIT 1";
  private static final String NEWEST_RENEWAL =
      "SELECT document FROM roster WHERE renews IS NOT NULL"
          + " AND version = (SELECT max(version) FROM roster)";
  private static final String ROSTER = "SELECT document FROM roster WHERE version = $1";
  private static final String ADD_ROOT = add("root_set");
  private static final String ADD_SIGNER = "INSERT INTO signer (document) VALUES ($1)";
  private static final String ADD_ROSTER = add("roster");
  private static final String ADD_RENEWAL =
      "INSERT INTO roster (version, document, renews) SELECT $1, $2, $3"
          + " WHERE $1 = (SELECT max(version) + 1 FROM roster) ON CONFLICT DO NOTHING";
  private static final String WISH =
      "INSERT INTO renewal_wish (version, device, document) VALUES ($1, $2, $3)"
          + " ON CONFLICT (version, device) DO UPDATE SET document = excluded.document";
  private static final String WISHES =
      "SELECT document FROM renewal_wish WHERE version = $1 ORDER BY device LIMIT 500";
  private static final String WHO_WISHES =
      "SELECT device FROM renewal_wish WHERE version = $1 ORDER BY device LIMIT 500";
  private static final String FORGET = "DELETE FROM renewal_wish WHERE version <= $1";
  private static final String NAMED =
      "EXISTS (SELECT FROM unnest($1::bytea[], $2::bytea[]) AS named (id, key)"
          + " WHERE named.id = device.id AND named.key = device.ed25519)";
  private static final String MARK =
      "UPDATE device SET state = CASE WHEN "
          + NAMED
          + " THEN 'rostered' WHEN state = 'rostered' THEN 'revoked' ELSE state END,"
          + " removed = CASE WHEN "
          + NAMED
          + " THEN NULL WHEN state = 'rostered' THEN $3 ELSE removed END";

  // What is made from a listed device meanwhile waits, then sees what became of that device.
  private static final String HOLD =
      "SELECT FROM device WHERE state = 'rostered' ORDER BY id FOR NO KEY UPDATE";

  // Whoever holds a device that goes out of the list may hold its person's passkey too.
  private static final String DROP_PASSKEYS =
      "DELETE FROM passkey USING device WHERE device.staff = passkey.staff"
          + " AND device.state = 'rostered' AND NOT "
          + NAMED;

  // The same of links that were not opened yet; a coordinator may have made any of them.
  private static final String DROP_LINKS =
      "DELETE FROM invite USING device, staff WHERE staff.id = device.staff"
          + " AND invite.used IS NULL"
          + " AND (invite.staff = device.staff OR staff.role = 'coordinator')"
          + " AND device.state = 'rostered' AND NOT "
          + NAMED;

  // A device that is out of the list is never brought back.
  private static final String DROP_SPARES =
      "DELETE FROM device_spare USING device"
          + " WHERE device.id = device_spare.device AND device.state = 'revoked'";

  private final Pool pool;

  PgTrustStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Documents> newest() {
    Future<List<String>> roots = documents(ROOTS);
    Future<List<String>> signer = documents(SIGNER);
    Future<List<String>> roster = documents(NEWEST_ROSTER);
    Future<List<String>> renewal = documents(NEWEST_RENEWAL);
    return Future.all(roots, signer, roster, renewal)
        .map(
            all ->
                new Documents(
                    roots.result().reversed(),
                    signer.result().stream().findFirst(),
                    roster.result().stream().findFirst(),
                    renewal.result().stream().findFirst()));
  }

  @Override
  public Future<Optional<String>> roster(long version) {
    return pool.preparedQuery(ROSTER)
        .execute(Tuple.of(version))
        .map(rows -> read(rows).stream().findFirst());
  }

  @Override
  public Future<Boolean> addRoot(long version, String document) {
    return pool.preparedQuery(ADD_ROOT)
        .execute(Tuple.of(version, document))
        .map(result -> result.rowCount() == 1);
  }

  @Override
  public Future<Void> addSigner(String document) {
    return pool.preparedQuery(ADD_SIGNER).execute(Tuple.of(document)).mapEmpty();
  }

  @Override
  public Future<Boolean> addRoster(
      long version, String document, List<RosterEntry> entries, Instant now) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(ADD_ROSTER)
                    .execute(Tuple.of(version, document))
                    .compose(
                        result ->
                            result.rowCount() == 1
                                ? mark(connection, entries, now)
                                    .compose(marked -> forget(connection, version))
                                    .map(true)
                                : Future.succeededFuture(false)))
        .map(Boolean.TRUE::equals);
  }

  @Override
  public Future<Boolean> addRenewal(long version, String document, long roster) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(ADD_RENEWAL)
                    .execute(Tuple.of(version, document, roster))
                    .compose(
                        result ->
                            result.rowCount() == 1
                                ? forget(connection, version).map(true)
                                : Future.succeededFuture(false)))
        .map(Boolean.TRUE::equals);
  }

  @Override
  public Future<List<String>> wish(long version, String device, String document) {
    return pool.preparedQuery(WISH)
        .execute(Tuple.of(version, device, document))
        .compose(kept -> pool.preparedQuery(WISHES).execute(Tuple.of(version)))
        .map(PgTrustStore::read);
  }

  @Override
  public Future<List<String>> wishes(long version) {
    return pool.preparedQuery(WHO_WISHES)
        .execute(Tuple.of(version))
        .map(
            rows -> {
              List<String> devices = new ArrayList<>();
              rows.forEach(row -> devices.add(row.getString("device")));
              return devices;
            });
  }

  private static Future<Void> forget(SqlConnection connection, long version) {
    return connection.preparedQuery(FORGET).execute(Tuple.of(version)).mapEmpty();
  }

  private static Future<Void> mark(
      SqlConnection connection, List<RosterEntry> entries, Instant now) {
    Buffer[] ids = buffers(entries, entry -> entry.device().bytes());
    Buffer[] keys = buffers(entries, RosterEntry::ed25519);
    Tuple named = Tuple.tuple().addArrayOfBuffer(ids).addArrayOfBuffer(keys);
    Tuple dated =
        Tuple.tuple()
            .addArrayOfBuffer(ids)
            .addArrayOfBuffer(keys)
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return connection
        .query(HOLD)
        .execute()
        .compose(held -> connection.preparedQuery(DROP_PASSKEYS).execute(named))
        .compose(dropped -> connection.preparedQuery(DROP_LINKS).execute(named))
        .compose(dropped -> connection.preparedQuery(MARK).execute(dated))
        .compose(marked -> connection.query(DROP_SPARES).execute())
        .mapEmpty();
  }

  private static Buffer[] buffers(List<RosterEntry> entries, Function<RosterEntry, byte[]> part) {
    return entries.stream().map(part).map(Buffer::buffer).toArray(Buffer[]::new);
  }

  private Future<List<String>> documents(String query) {
    return pool.query(query).execute().map(PgTrustStore::read);
  }

  private static List<String> read(RowSet<Row> rows) {
    List<String> documents = new ArrayList<>();
    for (Row row : rows) {
      documents.add(row.getString("document"));
    }
    return documents;
  }

  private static String add(String table) {
    return "INSERT INTO "
        + table
        + " (version, document) SELECT $1, $2"
        + " WHERE $1 = (SELECT coalesce(max(version), 0) + 1 FROM "
        + table
        + ") ON CONFLICT DO NOTHING";
  }
}
