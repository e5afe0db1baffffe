package havn.shift.postgres;

import static havn.shift.postgres.Rows.key;

import havn.kernel.id.PlanId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.shift.Place;
import havn.shift.Seat;
import havn.shift.SeatAct;
import havn.shift.SeatNews;
import havn.shift.SeatRules;
import havn.shift.ShiftPlan;
import havn.shift.ShiftStore;
import havn.shift.Shifts;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

final class PgShiftStore implements ShiftStore {

  static final String ADD =
      "INSERT INTO shift_plan (id, service, lane, first_day, last_day, starts, ends, zone, rule,"
          + " exceptions, seats, roles, languages)"
          + " SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13"
          + " WHERE (SELECT count(*) FROM shift_plan) < "
          + ShiftPlan.MOST;
  private static final String PLANS =
      "SELECT " + Rows.PLAN + " FROM shift_plan p WHERE p.service = ANY($1) ORDER BY p.id";
  private static final String SEATS =
      "SELECT "
          + Rows.SEAT
          + " FROM shift_seat s JOIN shift_plan p ON p.id = s.plan JOIN staff m ON m.id = s.staff"
          + " WHERE p.service = ANY($1) AND s.day BETWEEN $2 AND $3 ORDER BY s.day, s.plan, s.seat";
  private static final String HELD =
      "SELECT "
          + Rows.PLAN
          + ", "
          + Rows.SEAT
          + " FROM shift_seat s JOIN shift_plan p ON p.id = s.plan JOIN staff m ON m.id = s.staff"
          + " WHERE s.staff = $1 AND s.day BETWEEN $2 AND $3 ORDER BY s.day, s.plan LIMIT "
          + ShiftPlan.MOST_OCCURRENCES;
  private static final String MINE =
      "SELECT " + Rows.PLAN + " FROM shift_plan p WHERE p.id = ANY($1) ORDER BY p.id FOR UPDATE";
  private static final String SITTING =
      "SELECT "
          + Rows.SEAT
          + " FROM shift_seat s JOIN staff m ON m.id = s.staff WHERE s.plan = $1 AND s.day = $2";
  private static final String EMPTY =
      "DELETE FROM shift_seat WHERE plan = $1 AND day = $2 AND seat = $3";
  private static final String SIT =
      "INSERT INTO shift_seat (plan, day, seat, staff, confirmed, offered, wanted_plan, wanted_day,"
          + " wanted_seat) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
  static final String CHANGE = "UPDATE shift_plan SET last_day = $2, exceptions = $3 WHERE id = $1";
  private static final String DAYS = "SELECT DISTINCT day FROM shift_seat WHERE plan = $1";
  private static final String EMPTY_DAY =
      News.of(
          "DELETE FROM shift_seat s USING shift_plan p WHERE p.id = s.plan AND s.plan = $1"
              + " AND s.day = $2",
          SeatNews.What.REMOVED);
  private static final String UNCONFIRM =
      News.of(
          "UPDATE shift_seat s SET confirmed = false FROM shift_plan p WHERE p.id = s.plan"
              + " AND s.plan = $1 AND s.day = $2",
          SeatNews.What.MOVED);
  private static final String FEED =
      "INSERT INTO shift_feed (staff, fingerprint) VALUES ($1, $2)"
          + " ON CONFLICT (staff) DO UPDATE SET fingerprint = excluded.fingerprint";
  private static final String FED = "SELECT staff FROM shift_feed WHERE fingerprint = $1";
  private static final String FORGET = "DELETE FROM shift_seat WHERE day < $1";
  private static final String FORGET_NEWS = "DELETE FROM seat_news WHERE day < $1";
  private static final String FORGET_PLANS = "DELETE FROM shift_plan WHERE last_day < $1";

  private final Pool pool;

  PgShiftStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Boolean> add(ShiftPlan plan) {
    return pool.preparedQuery(ADD).execute(Rows.of(plan)).map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<List<ShiftPlan>> plans(Set<ServiceId> services) {
    return pool.preparedQuery(PLANS)
        .execute(Tuple.of(slugs(services)))
        .map(rows -> all(rows, Rows::plan));
  }

  @Override
  public Future<List<Seat>> seats(Set<ServiceId> services, LocalDate from, LocalDate to) {
    return pool.preparedQuery(SEATS)
        .execute(Tuple.of(slugs(services), from, to))
        .map(rows -> all(rows, Rows::seat));
  }

  @Override
  public Future<List<Held>> heldBy(StaffId who, LocalDate from, LocalDate to) {
    return pool.preparedQuery(HELD)
        .execute(Tuple.of(key(who), from, to))
        .map(rows -> all(rows, row -> new Held(Rows.plan(row), Rows.seat(row))));
  }

  @Override
  public Future<SeatRules.Decision> decide(
      SeatAct act, BiFunction<List<ShiftPlan>, List<Seat>, SeatRules.Decision> rule) {
    return pool.withTransaction(connection -> decide(connection, act, rule))
        .map(decision -> Objects.requireNonNull(decision));
  }

  private static Future<SeatRules.Decision> decide(
      SqlConnection connection,
      SeatAct act,
      BiFunction<List<ShiftPlan>, List<Seat>, SeatRules.Decision> rule) {
    Buffer[] ids = act.plans().stream().map(Rows::key).toArray(Buffer[]::new);
    return connection
        .preparedQuery(MINE)
        .execute(Tuple.of(ids))
        .map(rows -> all(rows, Rows::plan))
        .compose(
            plans ->
                sitting(connection, act.places())
                    .map(seats -> rule.apply(plans, seats))
                    .compose(decision -> keep(connection, act, decision)));
  }

  private static Future<List<Seat>> sitting(SqlConnection connection, Set<Place> places) {
    List<Seat> seats = new ArrayList<>();
    Future<Void> read = Future.succeededFuture();
    for (Place place : places) {
      read =
          read.compose(
              before ->
                  connection
                      .preparedQuery(SITTING)
                      .execute(Tuple.of(key(place.plan()), place.day()))
                      .onSuccess(rows -> seats.addAll(all(rows, Rows::seat)))
                      .mapEmpty());
    }
    return read.map(all -> seats);
  }

  private static Future<SeatRules.Decision> keep(
      SqlConnection connection, SeatAct act, SeatRules.Decision decision) {
    return switch (decision) {
      case SeatRules.Decision.Refused refused -> Future.succeededFuture(refused);
      case SeatRules.Decision.Changed changed ->
          each(connection, EMPTY, changed.before().stream().map(PgShiftStore::number).toList())
              .compose(
                  emptied -> each(connection, SIT, changed.after().stream().map(Rows::of).toList()))
              .compose(sitting -> each(connection, News.ADD, News.of(act, changed.before())))
              .map(changed);
    };
  }

  private static Tuple number(Seat seat) {
    return Tuple.of(key(seat.place().plan()), seat.place().day(), seat.number());
  }

  static Future<Void> each(SqlConnection connection, String query, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(query).executeBatch(rows).mapEmpty();
  }

  @Override
  public Future<Boolean> change(PlanId id, Function<ShiftPlan, Optional<ShiftPlan>> change) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(MINE)
                    .execute(Tuple.of(new Buffer[] {key(id)}))
                    .map(rows -> all(rows, Rows::plan).stream().findFirst())
                    .compose(found -> change(connection, found, found.flatMap(change))))
        .map(done -> Objects.requireNonNull(done));
  }

  private static Future<Boolean> change(
      SqlConnection connection, Optional<ShiftPlan> before, Optional<ShiftPlan> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return Future.succeededFuture(false);
    }
    ShiftPlan plan = after.get();
    Tuple row =
        Tuple.tuple()
            .addBuffer(key(plan.id()))
            .addLocalDate(plan.last().orElse(null))
            .addValue(Rows.exceptions(plan.exceptions()));
    return connection
        .preparedQuery(DAYS)
        .execute(Tuple.of(key(plan.id())))
        .map(rows -> all(rows, day -> day.getLocalDate("day")))
        .compose(
            days -> {
              List<Tuple> gone = new ArrayList<>();
              List<Tuple> moved = new ArrayList<>();
              for (LocalDate day : days) {
                if (plan.on(day).isEmpty()) {
                  gone.add(Tuple.of(key(plan.id()), day));
                } else if (!plan.on(day).equals(before.get().on(day))) {
                  moved.add(Tuple.of(key(plan.id()), day));
                }
              }
              return each(connection, EMPTY_DAY, gone)
                  .compose(emptied -> each(connection, UNCONFIRM, moved));
            })
        // Last: what is told of a shift names the date that people know.
        .compose(told -> connection.preparedQuery(CHANGE).execute(row))
        .map(true);
  }

  @Override
  public Future<Shifts.Replacing> replace(
      PlanId old, ShiftPlan next, Predicate<ShiftPlan> allowed) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(MINE)
                    .execute(Tuple.of(new Buffer[] {key(old)}))
                    .map(rows -> all(rows, Rows::plan).stream().filter(allowed).findFirst())
                    .compose(
                        found ->
                            found
                                .map(plan -> new Replacement(connection, plan, next).done())
                                .orElseGet(() -> Future.succeededFuture(new Shifts.NoPlan()))))
        .map(done -> Objects.requireNonNull(done));
  }

  @Override
  public Future<Void> feed(StaffId who, String fingerprint) {
    return pool.preparedQuery(FEED).execute(Tuple.of(key(who), fingerprint)).mapEmpty();
  }

  @Override
  public Future<Optional<StaffId>> fed(String fingerprint) {
    return pool.preparedQuery(FED)
        .execute(Tuple.of(fingerprint))
        .map(
            rows ->
                all(rows, row -> row.getBuffer("staff")).stream()
                    .findFirst()
                    .flatMap(bytes -> StaffId.of(bytes.getBytes())));
  }

  @Override
  public Future<List<SeatNews>> news(StaffId who, LocalDate from) {
    return pool.preparedQuery(News.LIST)
        .execute(Tuple.of(key(who), from))
        .map(rows -> all(rows, News::read));
  }

  @Override
  public Future<Void> seen(StaffId who, long number) {
    return pool.preparedQuery(News.SEEN).execute(Tuple.of(key(who), number)).mapEmpty();
  }

  @Override
  public Future<Integer> forget(LocalDate day) {
    return pool.preparedQuery(FORGET_NEWS)
        .execute(Tuple.of(day))
        .compose(news -> pool.preparedQuery(FORGET).execute(Tuple.of(day)))
        .compose(
            seats -> pool.preparedQuery(FORGET_PLANS).execute(Tuple.of(day)).map(seats.rowCount()));
  }

  static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    List<T> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(read.apply(row)));
    return all;
  }

  private static String[] slugs(Set<ServiceId> services) {
    return services.stream().map(ServiceId::slug).sorted().toArray(String[]::new);
  }
}
