package havn.shift.postgres;

import static havn.shift.postgres.Rows.key;

import havn.kernel.id.ServiceId;
import havn.shift.Seat;
import havn.shift.SeatAct;
import havn.shift.SeatNews;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/// What others changed in somebody's shifts, written in the transaction that changes it.
final class News {

  static final String LIST =
      "SELECT id, what, service, day FROM seat_news WHERE staff = $1 AND day >= $2 ORDER BY id"
          + " LIMIT "
          + SeatNews.MOST;
  static final String SEEN = "DELETE FROM seat_news WHERE staff = $1 AND id <= $2";

  /// Staff, what, plan and day.
  static final String ADD =
      "INSERT INTO seat_news (staff, what, service, day) SELECT $1, $2, p.service,"
          + " held_on(p.exceptions, $4) FROM shift_plan p WHERE p.id = $3";

  private News() {}

  /// The same change to `shift_seat s` with its `shift_plan p`, telling everybody whose seat it
  /// was, by the date on which the shift is held.
  static String of(String change, SeatNews.What what) {
    return "WITH changed AS ("
        + change
        + " RETURNING s.staff, p.service, held_on(p.exceptions, s.day) AS day)"
        + " INSERT INTO seat_news (staff, what, service, day)"
        + " SELECT staff, '"
        + what.printed()
        + "', service, day FROM changed";
  }

  /// What somebody else's act means for those whose seats they were.
  static List<Tuple> of(SeatAct act, List<Seat> before) {
    return switch (act) {
      case SeatAct.TakeOver a -> List.of(row(before.getFirst(), SeatNews.What.TAKEN_OVER));
      case SeatAct.AcceptSwap a -> List.of(row(before.getLast(), SeatNews.What.SWAPPED));
      case SeatAct.DeclineSwap a -> List.of(row(before.getFirst(), SeatNews.What.DECLINED));
      case SeatAct.SignUp a -> List.of();
      case SeatAct.TakeBack a -> List.of();
      case SeatAct.CannotCome a -> List.of();
      case SeatAct.Confirm a -> List.of();
      case SeatAct.Offer a -> List.of();
      case SeatAct.Keep a -> List.of();
      case SeatAct.AskSwap a -> List.of();
    };
  }

  static Tuple row(Seat seat, SeatNews.What what) {
    return Tuple.of(
        key(seat.holder().id()), what.printed(), key(seat.place().plan()), seat.place().day());
  }

  static SeatNews read(Row row) {
    return new SeatNews(
        row.getLong("id"),
        SeatNews.What.parse(row.getString("what")).orElseThrow(),
        new ServiceId(row.getString("service")),
        row.getLocalDate("day"));
  }
}
