package havn.staff.postgres;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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
          + " ORDER BY created, id LIMIT 10";

  private static final String RESTRICT =
      "UPDATE staff SET services = ARRAY(SELECT s FROM unnest(services) AS s WHERE s <> ALL($2))"
          + " WHERE id = $1 AND gone IS NULL AND NOT services <@ $2";
  private static final String LEAVE_SEATS_OF =
      "DELETE FROM shift_seat s USING shift_plan p WHERE p.id = s.plan AND s.staff = $1"
          + " AND p.service = ANY($2) AND s.day >= $3";
  private static final String GO = "UPDATE staff SET gone = $2 WHERE id = $1 AND gone IS NULL";
  private static final String LEAVE_SEATS = "DELETE FROM shift_seat WHERE staff = $1 AND day >= $2";
  private static final List<String> WAYS_IN =
      List.of(
          "DELETE FROM passkey WHERE staff = $1",
          "DELETE FROM invite WHERE staff = $1",
          "DELETE FROM shift_feed WHERE staff = $1",
          "DELETE FROM device_spare USING device d WHERE d.id = device AND d.staff = $1");

  private final Pool pool;
  private final InstantSource clock;

  PgStaffStore(Pool pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Future<Void> add(StaffMember member) {
    String[] services =
        member.services().stream().map(ServiceId::slug).sorted().toArray(String[]::new);
    Tuple row =
        Tuple.of(
            Buffer.buffer(member.id().bytes()),
            member.shownName(),
            member.role().printed(),
            services,
            clock.instant().atOffset(ZoneOffset.UTC));
    return pool.preparedQuery(ADD).execute(row).mapEmpty();
  }

  @Override
  public Future<Optional<StaffMember>> find(StaffId id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(id.bytes())))
        .map(PgStaffStore::first);
  }

  @Override
  public Future<List<StaffMember>> named(String shownName) {
    return pool.preparedQuery(NAMED)
        .execute(Tuple.of(shownName))
        .map(
            rows -> {
              List<StaffMember> members = new ArrayList<>();
              rows.forEach(row -> members.add(member(row)));
              return members;
            });
  }

  @Override
  public Future<Boolean> restrict(StaffId id, Set<ServiceId> services, LocalDate today) {
    Buffer who = Buffer.buffer(id.bytes());
    String[] slugs = services.stream().map(ServiceId::slug).toArray(String[]::new);
    Tuple taken = Tuple.tuple().addBuffer(who).addArrayOfString(slugs);
    Tuple seats = Tuple.tuple().addBuffer(who).addArrayOfString(slugs).addLocalDate(today);
    return changed(
        RESTRICT,
        taken,
        connection -> connection.preparedQuery(LEAVE_SEATS_OF).execute(seats).mapEmpty());
  }

  @Override
  public Future<Boolean> offBoard(StaffId id, Instant now, LocalDate today) {
    Buffer who = Buffer.buffer(id.bytes());
    return changed(
        GO,
        Tuple.of(who, now.atOffset(ZoneOffset.UTC)),
        connection -> {
          Future<?> done = connection.preparedQuery(LEAVE_SEATS).execute(Tuple.of(who, today));
          for (String end : WAYS_IN) {
            done = done.compose(d -> connection.preparedQuery(end).execute(Tuple.of(who)));
          }
          return done.mapEmpty();
        });
  }

  /// Whether the change found its row; the rest follows in the same transaction.
  private Future<Boolean> changed(
      String change, Tuple row, Function<SqlConnection, Future<Void>> rest) {
    return pool.<Boolean>withTransaction(
            connection ->
                connection
                    .preparedQuery(change)
                    .execute(row)
                    .compose(
                        found ->
                            found.rowCount() == 1
                                ? rest.apply(connection).map(true)
                                : Future.succeededFuture(false)))
        .map(done -> Objects.requireNonNull(done));
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
