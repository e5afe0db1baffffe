package havn.figures.postgres;

import havn.figures.Counted;
import havn.figures.FigureStore;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class PgFigureStore implements FigureStore {

  private static final String ADD =
      "INSERT INTO service_count AS c (service, day, what, number) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT (service, day, what) DO UPDATE SET number = c.number + excluded.number";
  private static final String SINCE =
      "SELECT service, date_trunc('month', day)::date AS month, what, sum(number)::bigint AS number"
          + " FROM service_count WHERE service = ANY($1) AND day >= $2"
          + " GROUP BY service, month, what ORDER BY month DESC, service";
  private static final String FORGET = "DELETE FROM service_count WHERE day < $1";

  /// Two processes that add at once take the rows in the same order.
  private static final Comparator<Map.Entry<Cell, Long>> IN_ORDER =
      Comparator.comparing(
          entry ->
              entry.getKey().service().slug()
                  + " "
                  + entry.getKey().day()
                  + " "
                  + entry.getKey().what());

  private final Pool pool;

  PgFigureStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> add(Map<Cell, Long> numbers) {
    List<Tuple> rows =
        numbers.entrySet().stream()
            .sorted(IN_ORDER)
            .map(
                entry ->
                    Tuple.of(
                        entry.getKey().service().slug(),
                        entry.getKey().day(),
                        entry.getKey().what().printed(),
                        entry.getValue()))
            .toList();
    return pool.<Boolean>withTransaction(
            connection -> connection.preparedQuery(ADD).executeBatch(rows).map(true))
        .mapEmpty();
  }

  @Override
  public Future<List<Month>> since(YearMonth first, Set<ServiceId> services) {
    String[] slugs = services.stream().map(ServiceId::slug).toArray(String[]::new);
    return pool.preparedQuery(SINCE)
        .execute(Tuple.of(slugs, first.atDay(1)))
        .map(PgFigureStore::months);
  }

  private static List<Month> months(RowSet<Row> rows) {
    record Place(ServiceId service, YearMonth month) {}
    Map<Place, Map<Counted, Long>> all = new LinkedHashMap<>();
    for (Row row : rows) {
      Place place =
          new Place(
              new ServiceId(row.getString("service")), YearMonth.from(row.getLocalDate("month")));
      all.computeIfAbsent(place, fresh -> new EnumMap<>(Counted.class))
          .put(Counted.parse(row.getString("what")).orElseThrow(), row.getLong("number"));
    }
    List<Month> months = new ArrayList<>();
    all.forEach((place, counts) -> months.add(new Month(place.service(), place.month(), counts)));
    return months;
  }

  @Override
  public Future<Void> forgetBefore(LocalDate day) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(day)).mapEmpty();
  }
}
