package havn.task.postgres;

import static havn.task.postgres.Rows.key;
import static havn.task.postgres.Rows.time;

import havn.kernel.id.ServiceId;
import havn.kernel.id.TaskId;
import havn.task.Task;
import havn.task.TaskRules;
import havn.task.TaskStore;
import havn.task.Turn;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

final class PgTaskStore implements TaskStore {

  private static final String BEGIN =
      "INSERT INTO task_turn (service, kind, last) VALUES ($1, $2, '') ON CONFLICT DO NOTHING";
  private static final String LAST =
      "SELECT last FROM task_turn WHERE service = $1 AND kind = $2 FOR UPDATE";
  private static final String TURN =
      "UPDATE task_turn SET last = $3 WHERE service = $1 AND kind = $2";
  private static final String INSERT =
      "INSERT INTO task (id, service, kind, purpose, about, office, skipped, raised_by, raised,"
          + " due) SELECT $1, $2, $3, $4, $5, $6, '[]', $7, $8, $9";

  /// $10: rows of one task, 2 when the others are told. Each that is not done has its room for
  /// telling, also when they were told: it may be skipped yet.
  private static final String ADD =
      INSERT
          + " WHERE (SELECT coalesce(sum(CASE WHEN t.purpose = 'act' THEN $10::int WHEN $10::int ="
          + " 2 AND EXISTS (SELECT FROM task a WHERE a.id = t.about AND a.done IS NULL) THEN 0"
          + " ELSE 1 END), 0) FROM task t WHERE t.service = $2 AND t.kind = $3 AND t.done IS NULL)"
          + " <= $10::int * "
          + (Task.MOST_OPEN - 1)
          + " ON CONFLICT DO NOTHING";
  private static final String BEFORE =
      "SELECT office, due, raised FROM task WHERE id = $1 AND service = $2 AND kind = $3"
          + " AND purpose = 'act' AND raised_by = $4";
  private static final String SEAL =
      "INSERT INTO task_detail (task, file, devices) VALUES ($1, $2, $3)";
  private static final String ALL =
      "SELECT "
          + Rows.TASK
          + " FROM task t WHERE t.service = ANY($1) AND (t.ends IS NULL OR t.ends > $2)"
          + " ORDER BY t.done IS NOT NULL, CASE WHEN t.done IS NULL THEN t.due END, t.done DESC,"
          + " t.id LIMIT "
          + Task.MOST_SHOWN;
  private static final String LATE =
      "SELECT "
          + Rows.TASK
          + " FROM task t WHERE t.id IN (SELECT id FROM (SELECT id, row_number() OVER"
          + " (PARTITION BY service, kind ORDER BY due, id) AS place FROM task"
          + " WHERE service = ANY($1) AND done IS NULL AND due > $2 AND due <= $3) AS late"
          + " WHERE place <= "
          + 2 * Task.MOST_OPEN
          + ") ORDER BY t.due, t.id";
  private static final String TURNS = "SELECT kind, last FROM task_turn WHERE service = $1";
  private static final String WHERE =
      "SELECT service, kind FROM task WHERE id = $1 AND service = ANY($2)";
  private static final String ONE =
      "SELECT " + Rows.TASK + " FROM task t WHERE t.id = $1 FOR UPDATE OF t";
  private static final String KEEP =
      "UPDATE task SET office = $2, skipped = $3, holder = $4, done = $5, ends = $6 WHERE id = $1";
  private static final String FOLLOW =
      "UPDATE task SET office = $2 WHERE about = $1 AND done IS NULL";
  private static final String DETAIL =
      "SELECT d.file FROM task_detail d JOIN task t ON t.id = d.task"
          + " WHERE t.id = $1 AND t.service = ANY($2)";
  private static final String FORGET =
      "DELETE FROM task WHERE ends <= $1 OR id IN (SELECT id FROM (SELECT id, row_number() OVER"
          + " (PARTITION BY service, kind ORDER BY done DESC, id) AS place FROM task"
          + " WHERE done IS NOT NULL) AS old WHERE place > "
          + Task.MOST_DONE
          + ")";

  private final Pool pool;

  PgTaskStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Optional<Placed>> raise(Raising raising) {
    Tuple kind = Tuple.of(raising.service().slug(), raising.kind());
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(BEGIN)
                    .execute(kind)
                    .compose(begun -> connection.preparedQuery(LAST).execute(kind))
                    .map(rows -> rows.iterator().next().getString("last"))
                    .compose(
                        last ->
                            before(connection, raising)
                                .compose(
                                    placed ->
                                        placed.isPresent()
                                            ? Future.succeededFuture(placed)
                                            : raise(connection, raising, last))))
        .map(placed -> Objects.requireNonNull(placed));
  }

  private static Future<Optional<Placed>> before(SqlConnection connection, Raising raising) {
    return connection
        .preparedQuery(BEFORE)
        .execute(
            Tuple.of(
                key(raising.id()), raising.service().slug(), raising.kind(), key(raising.by())))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(already(rows.iterator().next())));
  }

  private static Placed already(Row row) {
    return new Placed(
        row.getString("office"),
        row.getOffsetDateTime("due").toInstant(),
        Optional.of(row.getOffsetDateTime("raised").toInstant()));
  }

  private static Future<Optional<Placed>> raise(
      SqlConnection connection, Raising raising, String last) {
    String office = Turn.next(raising.offices(), last);
    return connection
        .preparedQuery(ADD)
        .execute(
            row(raising, office, raising.id(), Task.Purpose.ACT, raising.due())
                .addInteger(raising.tell().isPresent() ? 2 : 1))
        .compose(
            added ->
                added.rowCount() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : turn(connection, raising.service(), raising.kind(), office)
                        .compose(turned -> seal(connection, raising))
                        .compose(kept -> tell(connection, raising, office))
                        .map(Optional.of(new Placed(office, raising.due(), Optional.empty()))));
  }

  private static Future<Void> turn(
      SqlConnection connection, ServiceId service, String kind, String last) {
    return connection.preparedQuery(TURN).execute(Tuple.of(service.slug(), kind, last)).mapEmpty();
  }

  private static Future<Void> seal(SqlConnection connection, Raising raising) {
    return raising
        .detail()
        .map(
            detail ->
                connection
                    .preparedQuery(SEAL)
                    .execute(
                        Tuple.tuple()
                            .addBuffer(key(raising.id()))
                            .addBuffer(Buffer.buffer(detail.file()))
                            .addArrayOfBuffer(
                                detail.devices().stream()
                                    .map(id -> Buffer.buffer(id.bytes()))
                                    .toArray(Buffer[]::new)))
                    .<Void>mapEmpty())
        .orElseGet(Future::succeededFuture);
  }

  private static Future<Void> tell(SqlConnection connection, Raising raising, String office) {
    return raising
        .tell()
        .map(
            due ->
                connection
                    .preparedQuery(INSERT)
                    .execute(row(raising, office, TaskId.fresh(), Task.Purpose.TELL, due))
                    .<Void>mapEmpty())
        .orElseGet(Future::succeededFuture);
  }

  private static Tuple row(
      Raising raising, String office, TaskId id, Task.Purpose purpose, Instant due) {
    boolean tells = purpose == Task.Purpose.TELL;
    return Tuple.tuple()
        .addBuffer(key(id))
        .addString(raising.service().slug())
        .addString(raising.kind())
        .addString(tells ? "tell" : "act")
        .addBuffer(tells ? key(raising.id()) : null)
        .addString(office)
        .addBuffer(key(raising.by()))
        .addOffsetDateTime(time(raising.at()))
        .addOffsetDateTime(time(due));
  }

  @Override
  public Future<List<Task>> all(Set<ServiceId> services, Instant now) {
    return pool.preparedQuery(ALL)
        .execute(Tuple.of(slugs(services), time(now)))
        .map(PgTaskStore::tasks);
  }

  @Override
  public Future<List<Task>> late(Set<ServiceId> services, Instant from, Instant now) {
    return pool.preparedQuery(LATE)
        .execute(Tuple.of(slugs(services), time(from), time(now)))
        .map(PgTaskStore::tasks);
  }

  private static List<Task> tasks(RowSet<Row> rows) {
    List<Task> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(Rows.task(row)));
    return all;
  }

  @Override
  public Future<Map<String, String>> turns(ServiceId service) {
    return pool.preparedQuery(TURNS)
        .execute(Tuple.of(service.slug()))
        .map(
            rows -> {
              Map<String, String> turns = new HashMap<>();
              rows.forEach(row -> turns.put(row.getString("kind"), row.getString("last")));
              return turns;
            });
  }

  @Override
  public Future<TaskRules.Decision> decide(
      TaskId id, Set<ServiceId> services, Function<TaskRules.Place, TaskRules.Decision> rule) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(WHERE)
                    .execute(mine(id, services))
                    .compose(
                        found ->
                            first(found)
                                .map(row -> decide(connection, id, row, rule))
                                .orElseGet(PgTaskStore::unknown)))
        .map(decision -> Objects.requireNonNull(decision));
  }

  /// The turn first, then the task, as whoever raises one does.
  private static Future<TaskRules.Decision> decide(
      SqlConnection connection,
      TaskId id,
      Row where,
      Function<TaskRules.Place, TaskRules.Decision> rule) {
    return connection
        .preparedQuery(LAST)
        .execute(Tuple.of(where.getString("service"), where.getString("kind")))
        .map(rows -> rows.iterator().next().getString("last"))
        .compose(
            last ->
                connection
                    .preparedQuery(ONE)
                    .execute(Tuple.of(key(id)))
                    .compose(
                        rows ->
                            first(rows)
                                .map(row -> rule.apply(new TaskRules.Place(Rows.task(row), last)))
                                .map(decision -> keep(connection, decision))
                                .orElseGet(PgTaskStore::unknown)));
  }

  private static Future<TaskRules.Decision> unknown() {
    return Future.succeededFuture(new TaskRules.Decision.Refused(TaskRules.Reason.UNKNOWN));
  }

  private static Future<TaskRules.Decision> keep(
      SqlConnection connection, TaskRules.Decision decision) {
    return switch (decision) {
      case TaskRules.Decision.Refused refused -> Future.succeededFuture(refused);
      case TaskRules.Decision.Changed(Task task, String last, Optional<Instant> tell) ->
          connection
              .preparedQuery(KEEP)
              .execute(row(task))
              .compose(kept -> turn(connection, task.service(), task.kind(), last))
              .compose(turned -> follow(connection, task, tell))
              .map(decision);
    };
  }

  /// Offices that were told already are told once more.
  private static Future<Void> follow(SqlConnection connection, Task task, Optional<Instant> tell) {
    return connection
        .preparedQuery(FOLLOW)
        .execute(Tuple.of(key(task.id()), task.office()))
        .compose(
            followed ->
                followed.rowCount() > 0 || tell.isEmpty()
                    ? Future.succeededFuture()
                    : connection
                        .preparedQuery(INSERT)
                        .execute(telling(task, tell.get()))
                        .mapEmpty());
  }

  private static Tuple telling(Task task, Instant due) {
    return Tuple.tuple()
        .addBuffer(key(TaskId.fresh()))
        .addString(task.service().slug())
        .addString(task.kind())
        .addString("tell")
        .addBuffer(key(task.id()))
        .addString(task.office())
        .addBuffer(key(task.raisedBy().id()))
        .addOffsetDateTime(time(task.raised()))
        .addOffsetDateTime(time(due));
  }

  private static Tuple row(Task task) {
    Tuple row =
        Tuple.tuple()
            .addBuffer(key(task.id()))
            .addString(task.office())
            .addValue(Rows.printed(task.skipped()));
    return switch (task.state()) {
      case Task.Open open -> row.addBuffer(null).addOffsetDateTime(null).addOffsetDateTime(null);
      case Task.Taken(Task.Person by) ->
          row.addBuffer(key(by.id())).addOffsetDateTime(null).addOffsetDateTime(null);
      case Task.Done(Task.Person by, Instant at, Instant ends) ->
          row.addBuffer(key(by.id())).addOffsetDateTime(time(at)).addOffsetDateTime(time(ends));
    };
  }

  @Override
  public Future<Optional<byte[]>> detail(TaskId id, Set<ServiceId> services) {
    return pool.preparedQuery(DETAIL)
        .execute(mine(id, services))
        .map(rows -> first(rows).map(row -> row.getBuffer("file").getBytes()));
  }

  @Override
  public Future<Integer> forget(Instant now) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(time(now))).map(RowSet::rowCount);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private static Tuple mine(TaskId id, Set<ServiceId> services) {
    return Tuple.tuple().addBuffer(key(id)).addArrayOfString(slugs(services));
  }

  private static String[] slugs(Set<ServiceId> services) {
    return services.stream().map(ServiceId::slug).toArray(String[]::new);
  }
}
