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
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class PgStaffStore implements StaffStore {

  private static final String ADD =
      "INSERT INTO staff (id, shown_name, role, services, created) VALUES ($1, $2, $3, $4, $5)";
  private static final String FIND =
      "SELECT id, shown_name, role, services FROM staff WHERE id = $1";

  private static final String NAMED =
      "SELECT id, shown_name, role, services FROM staff WHERE shown_name = $1"
          + " ORDER BY created, id LIMIT 10";

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
