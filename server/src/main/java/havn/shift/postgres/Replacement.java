package havn.shift.postgres;

import static havn.shift.postgres.Rows.key;

import havn.shift.Seat;
import havn.shift.SeatNews;
import havn.shift.ShiftPlan;
import havn.shift.Shifts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/// A plan in the place of another, inside a transaction that holds the old one.
record Replacement(SqlConnection connection, ShiftPlan old, ShiftPlan next) {

  private static final String SITTING =
      "SELECT "
          + Rows.SEAT
          + " FROM shift_seat s JOIN staff m ON m.id = s.staff"
          + " WHERE s.plan = $1 AND s.day >= $2 ORDER BY s.day, s.seat";
  private static final String EMPTY =
      "DELETE FROM shift_seat WHERE plan = $1 AND day = $2 AND seat = $3";
  private static final String MOVE =
      "UPDATE shift_seat SET plan = $4, confirmed = confirmed AND $5, wanted_plan = NULL,"
          + " wanted_day = NULL, wanted_seat = NULL WHERE plan = $1 AND day = $2 AND seat = $3";

  /// Wishes for a seat of the old plan, and of those who sat there. Before seats move: a move takes
  /// the wish along without a word.
  private static final String FORGET_WISHES =
      News.of(
          "UPDATE shift_seat s SET wanted_plan = NULL, wanted_day = NULL, wanted_seat = NULL"
              + " FROM shift_plan p WHERE p.id = s.plan AND (wanted_plan = $1 AND wanted_day >= $2"
              + " OR s.plan = $1 AND s.day >= $2 AND wanted_plan IS NOT NULL)",
          SeatNews.What.UNASKED);

  Future<Shifts.Replacing> done() {
    return connection
        .preparedQuery(PgShiftStore.ADD)
        .execute(Rows.of(next))
        .compose(
            added ->
                added.rowCount() == 1
                    ? end().compose(ended -> sitting()).compose(this::move)
                    : Future.succeededFuture(new Shifts.NotPlanned(Shifts.Planned.FULL)));
  }

  private Future<?> end() {
    Tuple ended =
        Tuple.tuple()
            .addBuffer(key(old.id()))
            .addLocalDate(old.end(next.first().minusDays(1)).last().orElseThrow())
            .addValue(Rows.exceptions(old.exceptions()));
    return connection.preparedQuery(PgShiftStore.CHANGE).execute(ended);
  }

  private Future<List<Seat>> sitting() {
    return connection
        .preparedQuery(SITTING)
        .execute(Tuple.of(key(old.id()), next.first()))
        .map(rows -> PgShiftStore.all(rows, Rows::seat));
  }

  private Future<Shifts.Replacing> move(List<Seat> sitting) {
    List<Tuple> moved = new ArrayList<>();
    List<Tuple> emptied = new ArrayList<>();
    List<Seat> lost = new ArrayList<>();
    List<Tuple> news = new ArrayList<>();
    for (Seat seat : sitting) {
      if (fits(seat)) {
        boolean same = sameTimes(seat);
        moved.add(at(seat).addBuffer(key(next.id())).addBoolean(same));
        if (!same) {
          news.add(News.row(seat, SeatNews.What.MOVED));
        }
      } else {
        emptied.add(at(seat));
        lost.add(seat);
        news.add(News.row(seat, SeatNews.What.REPLACED));
      }
    }
    return PgShiftStore.each(connection, EMPTY, emptied)
        .compose(
            gone ->
                connection
                    .preparedQuery(FORGET_WISHES)
                    .execute(Tuple.of(key(old.id()), next.first())))
        .compose(forgotten -> PgShiftStore.each(connection, MOVE, moved))
        .compose(there -> PgShiftStore.each(connection, News.ADD, news))
        .map(told -> new Shifts.Replaced(moved.size(), lost));
  }

  private boolean fits(Seat seat) {
    return seat.number() <= next.seats()
        && next.suits(seat.holder())
        && next.on(seat.place().day()).isPresent();
  }

  private boolean sameTimes(Seat seat) {
    var day = seat.place().day();
    return old.on(day)
        .flatMap(
            was ->
                next.on(day)
                    .map(is -> is.start().equals(was.start()) && is.end().equals(was.end())))
        .orElse(false);
  }

  private Tuple at(Seat seat) {
    return Tuple.tuple()
        .addBuffer(key(old.id()))
        .addLocalDate(seat.place().day())
        .addInteger(seat.number());
  }
}
