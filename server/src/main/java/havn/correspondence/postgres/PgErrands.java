package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.utc;

import havn.correspondence.CorrespondenceStore.Outward;
import havn.correspondence.Errand;
import havn.correspondence.Releasing;
import havn.correspondence.Standings.Known;
import havn.courtesy.Yes;
import havn.kernel.id.CampaignId;
import havn.kernel.time.SystemTime;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a beginning has to do with its card, its campaign and its codes, in the transaction that
/// queues it. A card that is being deleted and a campaign that is being stopped wait for that, or
/// are over before it.
final class PgErrands {

  /// How long a code answers from the day when its text goes out.
  private static final Duration ANSWERED = Duration.ofDays(14);

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtextextended(encode(tag, 'hex'), 0)) FROM"
          + " (SELECT DISTINCT tag FROM unnest($1::bytea[]) AS tag ORDER BY tag) AS all_of_them";
  private static final String CARD = "SELECT FROM contact WHERE id = $1 AND service = $2 FOR SHARE";
  private static final String YES =
      "SELECT consent_day FROM contact WHERE id = $1 AND consent_day IS NOT NULL";
  private static final String CAMPAIGN =
      "SELECT FROM campaign c JOIN campaign_card k ON k.campaign = c.id WHERE c.id = $1"
          + " AND k.contact = $2 AND c.service = $3 AND c.state = 'approved' AND k.state = 'open'"
          + " FOR SHARE OF c";
  private static final String DRAFTED =
      "SELECT FROM proof WHERE tag = ANY($1) AND service = $2 AND card = $3 AND until > $4"
          + " AND day IS NULL FOR UPDATE";
  private static final String BELONGS = "UPDATE release SET card = $2, campaign = $3 WHERE id = $1";
  private static final String SENT =
      "UPDATE campaign_card k SET state = 'sent', release = $3 FROM campaign c"
          + " WHERE c.id = k.campaign AND k.contact = $1 AND k.state = 'open' AND c.service = $2"
          + " AND c.state = 'approved'";
  private static final String CODES =
      "UPDATE proof SET day = $3, until = $4, card = NULL"
          + " WHERE tag = ANY($1) AND service = $2 AND day IS NULL";

  private static final Optional<Releasing.Why> GONE = Optional.of(new Releasing.Gone());
  private static final Optional<Releasing.Why> OLD = Optional.of(new Releasing.OldCode());

  private PgErrands() {}

  /// The number of a text, and behind it the others of the person.
  static List<Known> numbers(Outward text) {
    List<Known> numbers = new ArrayList<>();
    numbers.add(Known.of(text.tags()));
    text.errand().ifPresent(errand -> numbers.addAll(errand.others()));
    return numbers;
  }

  /// Waits until nobody else queues something for one of these numbers.
  static Future<?> oneAtATime(SqlConnection connection, List<Known> numbers) {
    Buffer[] tags = numbers.stream().map(one -> bytes(one.contact())).toArray(Buffer[]::new);
    return connection.preparedQuery(ONE_AT_A_TIME).execute(Tuple.tuple().addArrayOfBuffer(tags));
  }

  /// Why its card, its campaign or its codes do not let it go; they stay so until the end of the
  /// transaction. Empty when its card is there, its campaign is still to be sent, and each code in
  /// it is that of a draft for this card, of the last day.
  static Future<Optional<Releasing.Why>> hindered(
      SqlConnection connection, Outward text, Instant now) {
    if (text.errand().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Errand errand = text.errand().get();
    Buffer card = bytes(errand.card().bytes());
    String service = text.service().slug();
    return connection
        .preparedQuery(CARD)
        .execute(Tuple.of(card, service))
        .compose(
            found -> {
              if (found.size() == 0) {
                return Future.succeededFuture(GONE);
              }
              return errand.campaign().isEmpty()
                  ? outdated(connection, service, errand, now)
                  : connection
                      .preparedQuery(CAMPAIGN)
                      .execute(Tuple.of(key(errand.campaign().get()), card, service))
                      .compose(
                          open ->
                              open.size() == 1
                                  ? outdated(connection, service, errand, now)
                                  : Future.succeededFuture(GONE));
            });
  }

  /// The yes of the person, as their card has it; a card that is there stays as it is until the end
  /// of the transaction.
  static Future<Optional<Yes>> yes(SqlConnection connection, Outward text) {
    return text.errand().isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : connection
            .preparedQuery(YES)
            .execute(Tuple.of(bytes(text.errand().get().card().bytes())))
            .map(
                rows -> {
                  for (Row row : rows) {
                    return Optional.of(new Yes(row.getLocalDate("consent_day")));
                  }
                  return Optional.empty();
                });
  }

  private static Future<Optional<Releasing.Why>> outdated(
      SqlConnection connection, String service, Errand errand, Instant now) {
    return errand.codes().isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : connection
            .preparedQuery(DRAFTED)
            .execute(
                Tuple.tuple()
                    .addArrayOfBuffer(tags(errand))
                    .addString(service)
                    .addBuffer(bytes(errand.card().bytes()))
                    .addOffsetDateTime(utc(now)))
            .map(drafted -> drafted.size() == errand.codes().size() ? Optional.empty() : OLD);
  }

  private static Buffer[] tags(Errand errand) {
    return errand.codes().stream().map(Columns::bytes).toArray(Buffer[]::new);
  }

  /// Notes whose text it is, that the card was written to, and the day of its codes.
  ///
  /// @param next when it goes out at the earliest
  static Future<?> note(SqlConnection connection, Outward text, Errand errand, Instant next) {
    Buffer id = bytes(text.id().bytes());
    Buffer card = bytes(errand.card().bytes());
    String service = text.service().slug();
    return connection
        .preparedQuery(BELONGS)
        .execute(
            Tuple.tuple()
                .addBuffer(id)
                .addBuffer(card)
                .addBuffer(errand.campaign().map(PgErrands::key).orElse(null)))
        .compose(noted -> connection.preparedQuery(SENT).execute(Tuple.of(card, service, id)))
        .compose(
            sent ->
                connection
                    .preparedQuery(CODES)
                    .execute(
                        Tuple.tuple()
                            .addArrayOfBuffer(tags(errand))
                            .addString(service)
                            .addLocalDate(LocalDate.ofInstant(next, SystemTime.OSLO))
                            .addOffsetDateTime(utc(next.plus(ANSWERED)))));
  }

  private static Buffer key(CampaignId campaign) {
    return bytes(campaign.bytes());
  }
}
