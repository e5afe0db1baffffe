package havn.staff.postgres;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.staff.Right;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

final class PgStaffStore implements StaffStore {

  private static final String ADD =
      "INSERT INTO staff (id, shown_name, role, services, created) VALUES ($1, $2, $3, $4, $5)";
  private static final String FIND =
      "SELECT id, shown_name, role, services FROM staff WHERE id = $1 AND gone IS NULL";

  private static final String NAMED =
      "SELECT id, shown_name, role, services FROM staff WHERE shown_name = $1"
          + " AND gone IS NULL ORDER BY created, id LIMIT 10";

  private static final String OF =
      "SELECT id, shown_name, role, services FROM staff WHERE services && $1 AND gone IS NULL"
          + " ORDER BY shown_name, id LIMIT 500";

  /// Two that end each other at once could leave a service without a coordinator.
  private static final String ALONE = "LOCK TABLE staff IN SHARE ROW EXCLUSIVE MODE";

  /// Nor may somebody come to work for two audiences while a service is published for the first
  /// time. Taken before [#ALONE], in the order of whoever publishes services.
  private static final String SERVICES_STAY = "LOCK TABLE service IN SHARE MODE";

  private static final String AUDIENCES =
      "SELECT count(DISTINCT coalesce(settings ->> 'audience', 'sellers')) AS audiences"
          + " FROM service WHERE id IN (SELECT unnest(services) FROM staff WHERE id = $1)";

  private static final String LEFT_ALONE =
      "SELECT FROM unnest($1::text[]) AS led WHERE NOT EXISTS (SELECT FROM staff"
          + " WHERE role = 'coordinator' AND gone IS NULL AND led = ANY(services))";
  private static final String RESTRICT =
      "UPDATE staff SET services = ARRAY(SELECT s FROM unnest(services) AS s WHERE s <> ALL($2))"
          + " WHERE id = $1 AND gone IS NULL AND NOT services <@ $2";
  private static final String EXTEND =
      "UPDATE staff SET services = ARRAY(SELECT unnest(services) UNION SELECT unnest($2::text[])"
          + " ORDER BY 1) WHERE id = $1 AND gone IS NULL AND cardinality(ARRAY(SELECT"
          + " unnest(services) UNION SELECT unnest($2::text[]))) <= "
          + StaffMember.MOST_SERVICES;
  private static final String APPOINT = "UPDATE staff SET role = $2 WHERE id = $1 AND gone IS NULL";
  private static final String LEAVE_SEATS_NOT_FOR = leaving("NOT $2 = ANY(p.roles)");
  private static final String LEAVE_SEATS_OF = leaving("p.service = ANY($2)");
  private static final String LEAVE_NOTES =
      "UPDATE sealed_note SET holder = NULL WHERE holder = $1 AND NOT done";
  private static final String LEAVE_NOTES_OF = LEAVE_NOTES + " AND service = ANY($2)";
  private static final String LEAVE_CARDS = "UPDATE contact SET holder = NULL WHERE holder = $1";
  private static final String LEAVE_CARDS_OF = LEAVE_CARDS + " AND service = ANY($2)";
  private static final String LEAVE_TASKS =
      "UPDATE task SET holder = NULL WHERE holder = $1 AND done IS NULL";
  private static final String LEAVE_TASKS_OF = LEAVE_TASKS + " AND service = ANY($2)";
  private static final String GO = "UPDATE staff SET gone = $2 WHERE id = $1 AND gone IS NULL";
  private static final String LEAVE_SEATS =
      "DELETE FROM shift_seat s USING shift_plan p WHERE p.id = s.plan AND s.staff = $1"
          + " AND held_on(p.exceptions, s.day) >= $2";
  private static final List<String> NO_REMINDERS =
      List.of("DELETE FROM reminder WHERE staff = $1", "DELETE FROM outbox WHERE staff = $1");
  private static final List<String> WHAT_GOES =
      List.of(
          "DELETE FROM passkey WHERE staff = $1",
          "DELETE FROM invite WHERE staff = $1",
          "DELETE FROM shift_feed WHERE staff = $1",
          "DELETE FROM seat_news WHERE staff = $1",
          LEAVE_NOTES,
          LEAVE_CARDS,
          LEAVE_TASKS,
          "DELETE FROM device_spare USING device d WHERE d.id = device AND d.staff = $1");

  /// Empties seats from a day on, and tells who had them.
  private static String leaving(String which) {
    return "WITH gone AS (DELETE FROM shift_seat s USING shift_plan p WHERE p.id = s.plan"
        + " AND s.staff = $1 AND "
        + which
        + " AND held_on(p.exceptions, s.day) >= $3"
        + " RETURNING s.staff, p.service, held_on(p.exceptions, s.day) AS day)"
        + " INSERT INTO seat_news (staff, what, service, day)"
        + " SELECT staff, 'restricted', service, day FROM gone";
  }

  private final Pool pool;
  private final InstantSource clock;

  PgStaffStore(Pool pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Future<Void> add(StaffMember member) {
    Tuple row =
        Tuple.of(
            Buffer.buffer(member.id().bytes()),
            member.shownName(),
            member.role().printed(),
            slugs(member.services()),
            clock.instant().atOffset(ZoneOffset.UTC));
    return pool.withTransaction(
            connection ->
                connection
                    .query(SERVICES_STAY)
                    .execute()
                    .compose(stay -> connection.preparedQuery(ADD).execute(row))
                    .compose(added -> unmixed(connection, member.id())))
        .mapEmpty();
  }

  @Override
  public Future<Optional<StaffMember>> find(StaffId id) {
    return find(pool, id);
  }

  private static Future<Optional<StaffMember>> find(SqlClient client, StaffId id) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(id.bytes())))
        .map(PgStaffStore::first);
  }

  @Override
  public Future<List<StaffMember>> named(String shownName) {
    return pool.preparedQuery(NAMED).execute(Tuple.of(shownName)).map(PgStaffStore::members);
  }

  @Override
  public Future<List<StaffMember>> of(Set<ServiceId> services) {
    return pool.preparedQuery(OF)
        .execute(Tuple.tuple().addArrayOfString(slugs(services)))
        .map(PgStaffStore::members);
  }

  @Override
  public Future<Change> restrict(StaffId id, Set<ServiceId> services, LocalDate today) {
    Buffer who = Buffer.buffer(id.bytes());
    Tuple taken = Tuple.tuple().addBuffer(who).addArrayOfString(slugs(services));
    Tuple seats =
        Tuple.tuple().addBuffer(who).addArrayOfString(slugs(services)).addLocalDate(today);
    return changed(
        id,
        RESTRICT,
        taken,
        connection ->
            connection
                .preparedQuery(LEAVE_SEATS_OF)
                .execute(seats)
                .compose(left -> connection.preparedQuery(LEAVE_NOTES_OF).execute(taken))
                .compose(left -> connection.preparedQuery(LEAVE_CARDS_OF).execute(taken))
                .compose(left -> connection.preparedQuery(LEAVE_TASKS_OF).execute(taken))
                .mapEmpty());
  }

  @Override
  public Future<Change> extend(StaffId id, Set<ServiceId> services) {
    Tuple added =
        Tuple.tuple().addBuffer(Buffer.buffer(id.bytes())).addArrayOfString(slugs(services));
    return changed(id, EXTEND, added, connection -> unmixed(connection, id));
  }

  @Override
  public Future<Change> appoint(StaffId id, Role role, LocalDate today) {
    Buffer who = Buffer.buffer(id.bytes());
    return changed(
        id,
        APPOINT,
        Tuple.of(who, role.printed()),
        connection ->
            connection
                .preparedQuery(LEAVE_SEATS_NOT_FOR)
                .execute(Tuple.of(who, role.printed(), today))
                .compose(
                    left ->
                        Right.HOLD_SHIFTS.has(role)
                            ? Future.succeededFuture()
                            : each(connection, NO_REMINDERS, who)));
  }

  @Override
  public Future<Change> offBoard(StaffId id, Instant now, LocalDate today) {
    Buffer who = Buffer.buffer(id.bytes());
    return changed(
        id,
        GO,
        Tuple.of(who, now.atOffset(ZoneOffset.UTC)),
        connection -> {
          Future<?> left = connection.preparedQuery(LEAVE_SEATS).execute(Tuple.of(who, today));
          return left.compose(done -> each(connection, NO_REMINDERS, who))
              .compose(done -> each(connection, WHAT_GOES, who));
        });
  }

  private static Future<Void> each(SqlConnection connection, List<String> changes, Buffer who) {
    Future<Void> done = Future.succeededFuture();
    for (String change : changes) {
      done =
          done.compose(
              before -> connection.preparedQuery(change).execute(Tuple.of(who)).mapEmpty());
    }
    return done;
  }

  /// What a change came to. The rest follows in the same transaction; it is taken back when a
  /// service that the person led would be led by nobody.
  private Future<Change> changed(
      StaffId id, String change, Tuple row, Function<SqlConnection, Future<Void>> rest) {
    return pool.<Change>withTransaction(
            connection ->
                connection
                    .query(SERVICES_STAY)
                    .execute()
                    .compose(stay -> connection.query(ALONE).execute())
                    .compose(alone -> find(connection, id))
                    .compose(
                        before ->
                            connection
                                .preparedQuery(change)
                                .execute(row)
                                .compose(
                                    found ->
                                        found.rowCount() == 0 || before.isEmpty()
                                            ? Future.succeededFuture(Change.NOTHING)
                                            : rest.apply(connection)
                                                .compose(done -> led(connection, before.get())))))
        .map(done -> Objects.requireNonNull(done))
        .recover(
            failure ->
                failure instanceof TakenBack back
                    ? Future.succeededFuture(back.why)
                    : Future.failedFuture(failure));
  }

  private static Future<Void> unmixed(SqlConnection connection, StaffId id) {
    return connection
        .preparedQuery(AUDIENCES)
        .execute(Tuple.of(Buffer.buffer(id.bytes())))
        .compose(
            counted ->
                counted.iterator().next().getLong("audiences") > 1
                    ? Future.failedFuture(new TakenBack(Change.MIXED))
                    : Future.succeededFuture());
  }

  private static Future<Change> led(SqlConnection connection, StaffMember before) {
    if (before.role() != Role.COORDINATOR) {
      return Future.succeededFuture(Change.DONE);
    }
    return connection
        .preparedQuery(LEFT_ALONE)
        .execute(Tuple.tuple().addArrayOfString(slugs(before.services())))
        .compose(
            alone ->
                alone.size() == 0
                    ? Future.succeededFuture(Change.DONE)
                    : Future.failedFuture(new TakenBack(Change.LAST_COORDINATOR)));
  }

  /// Takes the transaction back.
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Change why;

    TakenBack(Change why) {
      super(why.name(), null, false, false);
      this.why = why;
    }
  }

  private static String[] slugs(Set<ServiceId> services) {
    return services.stream().map(ServiceId::slug).sorted().toArray(String[]::new);
  }

  private static List<StaffMember> members(RowSet<Row> rows) {
    List<StaffMember> members = new ArrayList<>();
    rows.forEach(row -> members.add(member(row)));
    return members;
  }

  private static Optional<StaffMember> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(member(row));
    }
    return Optional.empty();
  }

  static StaffMember member(Row row) {
    Set<ServiceId> services =
        Arrays.stream(row.getArrayOfStrings("services"))
            .map(ServiceId::new)
            .collect(Collectors.toUnmodifiableSet());
    return new StaffMember(
        StaffId.of(row.getBuffer("id").getBytes()).orElseThrow(),
        row.getString("shown_name"),
        Role.parse(row.getString("role")).orElseThrow(),
        services);
  }
}
