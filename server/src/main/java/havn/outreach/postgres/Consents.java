package havn.outreach.postgres;

import static havn.outreach.postgres.Columns.buffers;
import static havn.outreach.postgres.Columns.bytes;
import static havn.outreach.postgres.Columns.day;
import static havn.outreach.postgres.Columns.held;
import static havn.outreach.postgres.Columns.key;

import havn.courtesy.Yes;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.outreach.CardStore;
import havn.outreach.Consent;
import havn.postgres.EveryNumber;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Who said yes, on their cards, and who took it back, by the tags of their numbers. Nobody knows
/// after a restore who took one back since the backup: everybody counts as having done so that day.
final class Consents {

  /// Whether the yes of a card that comes in stands: none of its numbers took one back on that day
  /// or later. The tags are `$17`.
  static final String STANDS =
      "NOT EXISTS (SELECT FROM withdrawn w WHERE w.service = $2 AND (w.tag = ANY($17::bytea[])"
          + " OR w.tag = "
          + EveryNumber.TAG
          + ") AND w.day >= $14::date)";

  /// No yes of that day is taken from a list for so long.
  static final String FORGET =
      "DELETE FROM withdrawn WHERE (service, tag) IN (SELECT service, tag FROM withdrawn"
          + " WHERE day < $1::date - interval '"
          + Yes.MONTHS
          + " months' LIMIT 1000)";

  /// Somebody who holds the card heard it: also on the day on which it was taken back before.
  private static final String GIVE =
      PgCardStore.UNTIL
          + ", consent_day = $6, consent_how = $7, consent_by = $3"
          + PgCardStore.MINE
          + PgCardStore.I_HOLD
          + " AND NOT EXISTS (SELECT FROM withdrawn w JOIN contact_tag t ON w.tag IN (t.tag, "
          + EveryNumber.TAG
          + ") WHERE t.contact = $1 AND w.service = $2 AND w.day > $6) RETURNING id";

  /// The person is known by the card's numbers, and by those of each card that shares one. All
  /// these are noted, also where nobody had said yes, and no card of the service with one of them
  /// keeps a yes. Answers the card; again, also when all that was so already.
  private static final String WITHDRAW =
      "WITH mine AS (SELECT c.id FROM contact c WHERE c.id = $1 AND c.service = $2 AND c.ends >"
          + " $3), noted AS (SELECT t.tag FROM contact_tag t JOIN mine ON mine.id = t.contact UNION"
          + " SELECT t.tag FROM mine JOIN contact_tag its ON its.contact = mine.id JOIN contact_tag"
          + " shared ON shared.tag = its.tag JOIN contact o ON o.id = shared.contact AND o.service"
          + " = $2 AND o.ends > $3 JOIN contact_tag t ON t.contact ="
          + " o.id), back AS (UPDATE contact SET consent_day = NULL, consent_how = NULL, consent_by"
          + " = NULL WHERE service = $2 AND ends > $3 AND consent_day IS NOT NULL AND id IN (SELECT"
          + " t.contact FROM contact_tag t JOIN noted USING (tag)) ), fresh"
          + " AS (INSERT INTO withdrawn AS w (service, tag, day) SELECT $2::text, tag, $3::date"
          + " FROM noted ON CONFLICT (service, tag) DO UPDATE SET day = excluded.day"
          + " WHERE w.day < excluded.day)"
          + " SELECT id FROM mine";

  private static final String WHO =
      "SELECT t.tag, max(w.day) AS day FROM unnest($2::bytea[]) AS t (tag)"
          + " JOIN withdrawn w ON w.tag IN (t.tag, "
          + EveryNumber.TAG
          + ") WHERE w.service = $1 GROUP BY t.tag";

  private final Pool pool;

  Consents(Pool pool) {
    this.pool = pool;
  }

  /// Before or after somebody takes one back, not meanwhile.
  Future<Boolean> give(CardStore.Held held, Consent.Given given, Instant now) {
    Tuple row = held(held, now).addLocalDate(given.day()).addString(given.how().printed());
    return alone(held.service(), GIVE, row);
  }

  /// While no list of the service comes in, which would not see it.
  Future<Boolean> withdraw(ServiceId service, ContactId card, Instant now) {
    return alone(service, WITHDRAW, Tuple.of(key(card), service.slug(), day(now)));
  }

  /// While nothing else holds the service; whether anything came of it.
  private Future<Boolean> alone(ServiceId service, String query, Tuple values) {
    return pool.<Boolean>withTransaction(
            connection ->
                connection
                    .preparedQuery(PgCardStore.HOLD)
                    .execute(Tuple.of(service.slug()))
                    .compose(held -> connection.preparedQuery(query).execute(values))
                    .map(rows -> rows.size() > 0))
        .map(Objects::requireNonNull);
  }

  Future<List<CardStore.Withdrawn>> of(ServiceId service, List<byte[]> contacts) {
    return pool.preparedQuery(WHO)
        .execute(Tuple.tuple().addString(service.slug()).addArrayOfBuffer(buffers(contacts)))
        .map(
            rows -> {
              List<CardStore.Withdrawn> all = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      all.add(new CardStore.Withdrawn(bytes(row, "tag"), row.getLocalDate("day"))));
              return all;
            });
  }
}
