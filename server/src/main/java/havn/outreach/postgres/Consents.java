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
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Who said yes, on their cards, and who took it back, by the tags of their numbers.
final class Consents {

  /// Whether the yes of a card that comes in stands: none of its numbers took one back on that day
  /// or later. The tags are `$17`.
  static final String STANDS =
      "NOT EXISTS (SELECT FROM withdrawn w WHERE w.service = $2 AND w.tag = ANY($17::bytea[])"
          + " AND w.day >= $14::date)";

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
          + " AND NOT EXISTS (SELECT FROM withdrawn w JOIN contact_tag t ON t.tag = w.tag"
          + " WHERE t.contact = $1 AND w.service = $2 AND w.day > $6)";

  /// On every card of the service that has one of the card's numbers: it is the same person.
  private static final String WITHDRAW =
      "WITH back AS (UPDATE contact SET consent_day = NULL, consent_how = NULL, consent_by = NULL"
          + " WHERE service = $2 AND ends > $3 AND consent_day IS NOT NULL AND id IN"
          + " (SELECT other.contact FROM contact c JOIN contact_tag mine ON mine.contact = c.id"
          + " JOIN contact_tag other ON other.tag = mine.tag"
          + " WHERE c.id = $1 AND c.service = $2 AND c.ends > $3) RETURNING id)"
          + " INSERT INTO withdrawn (service, tag, day)"
          + " SELECT DISTINCT $2::text, t.tag, $3::date FROM contact_tag t, back"
          + " WHERE t.contact IN (back.id, $1)"
          + " ON CONFLICT (service, tag) DO UPDATE SET day = excluded.day";

  private static final String WHO =
      "SELECT tag, day FROM withdrawn WHERE service = $1 AND tag = ANY($2::bytea[])";

  private final Pool pool;

  Consents(Pool pool) {
    this.pool = pool;
  }

  Future<Boolean> give(CardStore.Held held, Consent.Given given, Instant now) {
    return pool.preparedQuery(GIVE)
        .execute(held(held, now).addLocalDate(given.day()).addString(given.how().printed()))
        .map(Columns::one);
  }

  /// While no list of the service comes in, which would not see it.
  Future<Boolean> withdraw(ServiceId service, ContactId card, Instant now) {
    return pool.<Boolean>withTransaction(
            connection ->
                connection
                    .preparedQuery(PgCardStore.HOLD)
                    .execute(Tuple.of(service.slug()))
                    .compose(
                        held ->
                            connection
                                .preparedQuery(WITHDRAW)
                                .execute(Tuple.of(key(card), service.slug(), day(now))))
                    .map(withdrawn -> withdrawn.rowCount() > 0))
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
