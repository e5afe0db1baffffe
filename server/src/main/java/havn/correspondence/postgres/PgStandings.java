package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.instant;
import static havn.correspondence.postgres.Columns.utc;

import havn.correspondence.Standing;
import havn.correspondence.Standings;
import havn.correspondence.Terms;
import havn.courtesy.Past;
import havn.kernel.id.ServiceId;
import havn.postgres.EveryNumber;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

final class PgStandings implements Standings {

  /// How long who was contacted is remembered: 13 months.
  static final Duration REMEMBERED = Duration.ofDays(396);

  private static final String OF =
      """
      SELECT
        ARRAY(SELECT at FROM begun WHERE tag IN (k.contact, EVERY_NUMBER) AND at > $4
              ORDER BY at DESC LIMIT 100) AS begun,
        h.word, h.changed, o.word AS over,
        (SELECT max(said) FROM opt_out WHERE stop = k.stop AND service IN ('', $3)) AS stopped,
        ARRAY(SELECT DISTINCT c.win_from * 10000 + c.win_to FROM contact_tag t JOIN contact c ON c.id = t.contact
              WHERE t.tag = k.contact AND c.win_from IS NOT NULL LIMIT 100) AS windows
      FROM unnest($1::bytea[], $2::bytea[]) WITH ORDINALITY AS k(contact, stop, n)
      LEFT JOIN heard h ON h.tag = k.contact
      LEFT JOIN heard_over o ON o.tag = k.contact AND o.provider = $5
      ORDER BY k.n
      """
          .replace("EVERY_NUMBER", EveryNumber.TAG);

  private final Pool pool;
  private final Function<ServiceId, Terms> terms;

  PgStandings(Pool pool, Function<ServiceId, Terms> terms) {
    this.pool = pool;
    this.terms = terms;
  }

  @Override
  public Terms terms(ServiceId service) {
    return terms.apply(service);
  }

  @Override
  public Future<List<Standing>> of(ServiceId service, List<Known> numbers, Instant now) {
    return of(pool, service, numbers, now);
  }

  /// The same within a transaction.
  Future<List<Standing>> of(SqlClient client, ServiceId service, List<Known> numbers, Instant now) {
    if (numbers.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Terms its = terms(service);
    return client
        .preparedQuery(OF)
        .execute(
            Tuple.tuple()
                .addArrayOfBuffer(all(numbers, Known::contact))
                .addArrayOfBuffer(all(numbers, Known::stop))
                .addString(service.slug())
                .addOffsetDateTime(utc(now.minus(REMEMBERED)))
                .addString(its.provider()))
        .map(rows -> rows.stream().map(row -> standing(row, its)).toList());
  }

  private static Buffer[] all(List<Known> numbers, Function<Known, byte[]> tag) {
    return numbers.stream().map(tag).map(Buffer::buffer).toArray(Buffer[]::new);
  }

  private static Standing standing(Row row, Terms terms) {
    return new Standing(
        new Past(
            Stream.of(row.getArrayOfOffsetDateTimes("begun"))
                .map(OffsetDateTime::toInstant)
                .toList(),
            instant(row, "word"),
            instant(row, "changed")),
        instant(row, "stopped"),
        Columns.pairs(row.getArrayOfIntegers("windows")),
        instant(row, "over"),
        terms);
  }
}
