package havn.field.postgres;

import havn.field.Round;
import havn.field.RoundCode;
import havn.field.RoundPlace;
import havn.field.RoundStore;
import havn.field.Telling;
import havn.kernel.id.RoundId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

final class PgRoundStore implements RoundStore {

  /// Rounds of one service are told one after another.
  private static final String HOLD = "SELECT FROM service WHERE id = $1 FOR NO KEY UPDATE";

  private static final String KEPT =
      "SELECT id, service, day, place, people, first, places, estimated, revision"
          + " FROM field_round WHERE id = $1";
  private static final String OTHERS =
      "SELECT (SELECT count(*) FROM field_round WHERE service = $1 AND day = $2 AND id <> $3)"
          + " + (SELECT count(*) FROM struck_round WHERE service = $1 AND day = $2)";
  private static final String WAS_STRUCK = "SELECT FROM struck_round WHERE id = $1";
  private static final String FIND =
      "SELECT 'STANDS' AS found FROM field_round WHERE service = $1 AND day >= $2"
          + " AND left(encode(id, 'hex'), 12) = $3 UNION ALL SELECT 'STRUCK' FROM struck_round"
          + " WHERE service = $1 AND day >= $2 AND left(encode(id, 'hex'), 12) = $3"
          + " ORDER BY found LIMIT 1";
  private static final String STRIKE =
      "WITH gone AS (DELETE FROM field_round WHERE service = $1 AND day >= $2"
          + " AND left(encode(id, 'hex'), 12) = $3 RETURNING id, service, day),"
          + " struck AS (INSERT INTO struck_round SELECT id, service, day FROM gone RETURNING id)"
          + " SELECT FROM struck UNION ALL SELECT FROM struck_round WHERE service = $1"
          + " AND day >= $2 AND left(encode(id, 'hex'), 12) = $3";

  /// Two services that draw the same id at once do not see each other's row.
  private static final String WRITE =
      "INSERT INTO field_round AS r"
          + " (id, service, day, place, people, first, places, estimated, revision)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
          + " ON CONFLICT (id) DO UPDATE SET day = excluded.day, place = excluded.place,"
          + " people = excluded.people, first = excluded.first, places = excluded.places,"
          + " estimated = excluded.estimated, revision = excluded.revision"
          + " WHERE r.service = excluded.service";
  private static final String SINCE =
      "SELECT service, date_trunc('month', day)::date AS month, place, estimated,"
          + " count(*) AS rounds, sum(people)::bigint AS people, sum(first)::bigint AS first,"
          + " sum(places)::bigint AS places, min(people) AS least, max(people) AS most"
          + " FROM field_round WHERE service = ANY($1) AND day >= $2"
          + " GROUP BY service, month, place, estimated"
          + " ORDER BY month DESC, service, place DESC, estimated";
  private static final String FORGET_STRUCK =
      "DELETE FROM struck_round WHERE id IN"
          + " (SELECT id FROM struck_round WHERE day < $1 LIMIT 1000)";
  private static final String FORGET =
      "DELETE FROM field_round WHERE id IN"
          + " (SELECT id FROM field_round WHERE day < $1 LIMIT 1000)";

  private static final Telling STRUCK = new Telling.Refused(Telling.Reason.STRUCK);

  private final Pool pool;

  PgRoundStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Telling> tell(Round told, Rule rule) {
    return pool.<Telling>withTransaction(
            connection ->
                hold(connection, told.service())
                    .compose(held -> wasStruck(connection, told.id()))
                    .compose(
                        struck ->
                            struck
                                ? Future.succeededFuture(STRUCK)
                                : decide(connection, told, rule)))
        .map(Objects::requireNonNull);
  }

  private static Future<Void> hold(SqlConnection connection, ServiceId service) {
    return connection.preparedQuery(HOLD).execute(Tuple.of(service.slug())).mapEmpty();
  }

  private static Future<Boolean> wasStruck(SqlConnection connection, RoundId id) {
    return connection
        .preparedQuery(WAS_STRUCK)
        .execute(Tuple.of(bytes(id)))
        .map(rows -> rows.size() > 0);
  }

  private static Future<Telling> decide(SqlConnection connection, Round told, Rule rule) {
    return kept(connection, told.id())
        .compose(
            kept ->
                others(connection, told)
                    .compose(others -> carryOut(connection, rule.decide(kept, others))));
  }

  @Override
  public Future<Found> find(ServiceId service, RoundCode code, LocalDate first) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(service.slug(), first, code.hex()))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> Found.valueOf(row.getString("found")))
                    .orElse(Found.NONE));
  }

  @Override
  public Future<Boolean> strike(ServiceId service, RoundCode code, LocalDate first) {
    return pool.<Boolean>withTransaction(
            connection ->
                hold(connection, service)
                    .compose(
                        held ->
                            connection
                                .preparedQuery(STRIKE)
                                .execute(Tuple.of(service.slug(), first, code.hex())))
                    .map(rows -> rows.size() > 0))
        .map(Objects::requireNonNull);
  }

  private static Future<Optional<Round>> kept(SqlConnection connection, RoundId id) {
    return connection
        .preparedQuery(KEPT)
        .execute(Tuple.of(bytes(id)))
        .map(rows -> rows.stream().findFirst().map(PgRoundStore::round));
  }

  private static Future<Integer> others(SqlConnection connection, Round told) {
    return connection
        .preparedQuery(OTHERS)
        .execute(Tuple.of(told.service().slug(), told.day(), bytes(told.id())))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private static Future<Telling> carryOut(SqlConnection connection, Telling decided) {
    return switch (decided) {
      case Telling.Written(Round round) ->
          connection
              .preparedQuery(WRITE)
              .execute(row(round))
              .map(
                  written ->
                      written.rowCount() == 1
                          ? decided
                          : new Telling.Refused(Telling.Reason.ANOTHER_SERVICE));
      case Telling.Stands stands -> Future.succeededFuture(stands);
      case Telling.Refused refused -> Future.succeededFuture(refused);
    };
  }

  @Override
  public Future<List<Gathered>> since(YearMonth first, Set<ServiceId> services) {
    String[] slugs = services.stream().map(ServiceId::slug).toArray(String[]::new);
    return pool.preparedQuery(SINCE)
        .execute(Tuple.of(slugs, first.atDay(1)))
        .map(
            rows -> {
              List<Gathered> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(gathered(row)));
              return all;
            });
  }

  @Override
  public Future<Integer> forgetBefore(LocalDate day) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(day)).map(RowSet::rowCount);
  }

  @Override
  public Future<Integer> forgetStruckBefore(LocalDate day) {
    return pool.preparedQuery(FORGET_STRUCK).execute(Tuple.of(day)).map(RowSet::rowCount);
  }

  private static Tuple row(Round round) {
    Round.Counts counts = round.counts();
    return Tuple.tuple()
        .addBuffer(bytes(round.id()))
        .addString(round.service().slug())
        .addLocalDate(round.day())
        .addString(round.place().printed())
        .addInteger(counts.people())
        .addInteger(counts.first())
        .addInteger(counts.places())
        .addBoolean(round.estimated())
        .addInteger(round.revision());
  }

  private static Round round(Row row) {
    return new Round(
        RoundId.of(row.getBuffer("id").getBytes()).orElseThrow(),
        new ServiceId(row.getString("service")),
        row.getLocalDate("day"),
        RoundPlace.parse(row.getString("place")).orElseThrow(),
        new Round.Counts(
            row.getInteger("people"), row.getInteger("first"), row.getInteger("places")),
        row.getBoolean("estimated"),
        row.getInteger("revision"));
  }

  private static Gathered gathered(Row row) {
    return new Gathered(
        new ServiceId(row.getString("service")),
        YearMonth.from(row.getLocalDate("month")),
        RoundPlace.parse(row.getString("place")).orElseThrow(),
        row.getBoolean("estimated"),
        row.getLong("rounds"),
        new Sums(row.getLong("people"), row.getLong("first"), row.getLong("places")),
        row.getInteger("least"),
        row.getInteger("most"));
  }

  private static Buffer bytes(RoundId id) {
    return Buffer.buffer(id.bytes());
  }
}
