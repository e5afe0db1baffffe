package havn.service.postgres;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.service.Draft;
import havn.service.Edition;
import havn.service.Editions;
import havn.service.ServiceBook;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

final class PgEditions implements Editions {

  private static final String EDITION =
      "SELECT e.service, e.number, e.settings::text AS settings, m.shown_name, e.published"
          + " FROM service_edition e LEFT JOIN staff m ON m.id = e.staff ";
  private static final String DRAFT =
      "SELECT service, settings::text AS settings, base, revision, staff, changed"
          + " FROM service_draft ";
  private static final String NEWEST =
      EDITION
          + "WHERE e.service = ANY($1) AND e.number = (SELECT max(number) FROM service_edition n"
          + " WHERE n.service = e.service)";
  private static final String DRAFTS =
      DRAFT
          + "WHERE service = ANY($1) OR (staff = $2 AND NOT EXISTS"
          + " (SELECT FROM service s WHERE s.id = service_draft.service))";
  private static final String EDITIONS_OF =
      EDITION + "WHERE e.service = $1 ORDER BY e.number DESC LIMIT " + Edition.MOST_KEPT;
  private static final String DRAFT_OF = DRAFT + "WHERE service = $1";
  private static final String IDS =
      "SELECT count(*) AS ids FROM (SELECT id FROM service UNION SELECT service FROM service_draft"
          + " UNION SELECT $1) AS ids";
  private static final String SAVE =
      "INSERT INTO service_draft (service, settings, base, revision, staff, changed)"
          + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (service) DO UPDATE"
          + " SET settings = excluded.settings, base = excluded.base, revision = excluded.revision,"
          + " staff = excluded.staff, changed = excluded.changed";
  private static final String DISCARD =
      "DELETE FROM service_draft WHERE service = $1 AND revision = $2";
  private static final String JOIN =
      "UPDATE staff SET services = array_append(services, $2) WHERE id = $1"
          + " AND NOT services @> ARRAY[$2] AND cardinality(services) < "
          + StaffMember.MOST_SERVICES;

  private final Pool pool;

  PgEditions(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Desk>> all(Set<ServiceId> services, StaffId who) {
    String[] slugs = services.stream().map(ServiceId::slug).toArray(String[]::new);
    Map<String, Desk> desks = new TreeMap<>();
    return pool.preparedQuery(DRAFTS)
        .execute(Tuple.of(slugs, Buffer.buffer(who.bytes())))
        .map(rows -> all(rows, PgEditions::draft))
        .compose(
            drafts -> {
              drafts.forEach(
                  draft ->
                      desks.put(
                          draft.service().slug(),
                          new Desk(draft.service(), List.of(), Optional.of(draft))));
              return pool.preparedQuery(NEWEST).execute(Tuple.of(slugs));
            })
        .map(
            rows -> {
              all(rows, PgEditions::edition)
                  .forEach(
                      edition ->
                          desks.merge(
                              edition.service().slug(),
                              new Desk(edition.service(), List.of(edition), Optional.empty()),
                              (drafted, published) ->
                                  new Desk(
                                      published.service(), published.editions(), drafted.draft())));
              return List.copyOf(desks.values());
            });
  }

  @Override
  public Future<Desk> find(ServiceId service) {
    return find(pool, service);
  }

  private static Future<Desk> find(SqlClient client, ServiceId service) {
    return client
        .preparedQuery(EDITIONS_OF)
        .execute(Tuple.of(service.slug()))
        .map(rows -> all(rows, PgEditions::edition))
        .compose(
            editions ->
                client
                    .preparedQuery(DRAFT_OF)
                    .execute(Tuple.of(service.slug()))
                    .map(rows -> all(rows, PgEditions::draft).stream().findFirst())
                    .map(draft -> new Desk(service, editions, draft)));
  }

  @Override
  public Future<Saving> save(Draft draft) {
    return alone(draft.service(), (connection, desk) -> save(connection, desk, draft));
  }

  private static Future<Saving> save(SqlConnection connection, Desk desk, Draft draft) {
    long revision = desk.draft().map(Draft::revision).orElse(0L);
    if (revision != draft.revision() || desk.newest() != draft.base()) {
      return Future.succeededFuture(new Overtaken());
    }
    return connection
        .preparedQuery(IDS)
        .execute(Tuple.of(draft.service().slug()))
        .compose(
            ids -> {
              if (ids.iterator().next().getLong("ids") > ServiceBook.MOST_SERVICES) {
                return Future.succeededFuture(
                    new Refused(
                        List.of(
                            "there may be at most 100 services; discard a draft of a new one")));
              }
              return connection
                  .preparedQuery(SAVE)
                  .execute(
                      Tuple.of(
                          draft.service().slug(),
                          new JsonObject(draft.document()),
                          draft.base(),
                          revision + 1,
                          Buffer.buffer(draft.by().bytes()),
                          draft.changed().atOffset(ZoneOffset.UTC)))
                  .map(saved -> new Saved(revision + 1));
            });
  }

  @Override
  public Future<Boolean> discard(ServiceId service, long revision) {
    return pool.preparedQuery(DISCARD)
        .execute(Tuple.of(service.slug(), revision))
        .map(gone -> gone.rowCount() == 1);
  }

  @Override
  public Future<Publishing> publish(ServiceId service, long revision, StaffId who, Instant now) {
    return alone(
        service,
        (connection, desk) -> {
          Optional<Draft> draft = desk.draft().filter(kept -> kept.revision() == revision);
          if (draft.isEmpty() || draft.get().base() != desk.newest()) {
            return Future.succeededFuture(new Overtaken());
          }
          return store(connection, desk, draft.get().document(), who, now)
              .compose(
                  came ->
                      came instanceof Published
                          ? finish(connection, desk, revision, who).map(came)
                          : Future.succeededFuture(came));
        });
  }

  /// Forgets the draft; whoever made a new service works for it.
  private static Future<?> finish(SqlConnection connection, Desk desk, long revision, StaffId who) {
    Tuple joined = Tuple.of(Buffer.buffer(who.bytes()), desk.service().slug());
    return connection
        .preparedQuery(DISCARD)
        .execute(Tuple.of(desk.service().slug(), revision))
        .compose(
            gone ->
                desk.newest() == 0
                    ? connection.preparedQuery(JOIN).execute(joined)
                    : Future.succeededFuture());
  }

  @Override
  public Future<Publishing> undo(ServiceId service, long newest, StaffId who, Instant now) {
    return alone(
        service,
        (connection, desk) -> {
          if (desk.newest() != newest || newest == 0) {
            return Future.succeededFuture(new Overtaken());
          }
          String wanted =
              desk.editions().size() > 1
                  ? desk.editions().get(1).document()
                  : new JsonObject(desk.editions().getFirst().document()).put("off", true).encode();
          return store(connection, desk, wanted, who, now);
        });
  }

  private static Future<Publishing> store(
      SqlConnection connection, Desk desk, String document, StaffId who, Instant now) {
    return Shelving.store(
            connection, List.of(document), Optional.of(new Shelving.Signature(who, now)))
        .map(faults -> faults.isEmpty() ? new Published(desk.newest() + 1) : new Refused(faults));
  }

  /// One who changes a service's desk, while nobody else changes any.
  private interface Change<T> {
    Future<T> on(SqlConnection connection, Desk desk);
  }

  private <T> Future<T> alone(ServiceId service, Change<T> change) {
    return pool.<T>withTransaction(
            connection ->
                Shelving.alone(connection)
                    .compose(alone -> find(connection, service))
                    .compose(desk -> change.on(connection, desk)))
        .map(came -> Objects.requireNonNull(came));
  }

  private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(read.apply(row)));
    return all;
  }

  private static Edition edition(Row row) {
    return new Edition(
        new ServiceId(row.getString("service")),
        row.getLong("number"),
        row.getString("settings"),
        Optional.ofNullable(row.getString("shown_name")),
        row.getOffsetDateTime("published").toInstant());
  }

  private static Draft draft(Row row) {
    return new Draft(
        new ServiceId(row.getString("service")),
        row.getString("settings"),
        row.getLong("base"),
        row.getLong("revision"),
        StaffId.of(row.getBuffer("staff").getBytes()).orElseThrow(),
        row.getOffsetDateTime("changed").toInstant());
  }
}
