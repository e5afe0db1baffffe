package havn.outreach.postgres;

import static havn.outreach.postgres.Columns.bytes;
import static havn.outreach.postgres.Columns.key;
import static havn.outreach.postgres.Columns.keys;
import static havn.outreach.postgres.Columns.utc;

import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.outreach.Campaign;
import havn.outreach.CampaignStore;
import havn.outreach.Card;
import havn.seal.Hash;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

final class PgCampaignStore implements CampaignStore {

  /// 13 months.
  private static final Duration LIFE = Duration.ofDays(396);

  private static final String MINE =
      "SELECT id FROM contact WHERE id = ANY($1) AND service = $2 AND ends > $3 FOR SHARE";
  private static final String PROPOSE =
      "INSERT INTO campaign (id, service, by_staff, at, state, ends)"
          + " SELECT $1, $2, $3, $4, 'proposed', $5"
          + " WHERE (SELECT count(*) FROM campaign WHERE service = $2) < "
          + MOST_CAMPAIGNS
          + " ON CONFLICT (id) DO NOTHING";
  private static final String KNOWN =
      "SELECT FROM campaign WHERE id = $1 AND service = $2 AND by_staff = $3";
  private static final String LANGUAGES =
      "SELECT c.language, count(*) AS cards FROM campaign k JOIN campaign_card m ON m.campaign ="
          + " k.id JOIN contact c ON c.id = m.contact WHERE k.id = $1 AND k.service = $2"
          + " AND k.ends > $3 GROUP BY c.language ORDER BY cards DESC, c.language";
  private static final String PUT =
      "INSERT INTO campaign_card (campaign, contact, state)"
          + " SELECT $1, c, 'open' FROM unnest($2::bytea[]) AS c";
  private static final String LIST =
      """
      SELECT c.id, c.at, c.state, c.by_staff, b.shown_name AS by_name,
        c.approved, a.shown_name AS approved_name, k.cards, k.sent, k.refused, k.open,
        k.without,
        f.delivered, f.lost, f.perhaps
      FROM campaign c
      LEFT JOIN staff b ON b.id = c.by_staff
      LEFT JOIN staff a ON a.id = c.approved
      CROSS JOIN LATERAL (SELECT count(*) AS cards, count(*) FILTER (WHERE state = 'open' AND spoken) AS open,
        count(*) FILTER (WHERE state = 'open' AND NOT spoken) AS without,
        count(*) FILTER (WHERE state = 'sent') AS sent,
        count(*) FILTER (WHERE state = 'refused') AS refused
        FROM (SELECT m.state, c.languages IS NULL OR o.language = ANY(c.languages) AS spoken
          FROM campaign_card m JOIN contact o ON o.id = m.contact WHERE m.campaign = c.id) its) k
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'delivered') AS delivered,
        count(*) FILTER (WHERE state IN ('failed', 'again')) AS lost,
        count(*) FILTER (WHERE state = 'perhaps') AS perhaps
        FROM (SELECT DISTINCT ON (s.contact) m.state FROM campaign_card s
          JOIN contact_tag t ON t.contact = s.contact
          JOIN thread h ON h.tag = t.tag AND h.service = c.service
          JOIN message m ON m.thread = h.id AND m.at >= c.at
            AND m.occasion IN ('first', 'reminder')
          WHERE s.campaign = c.id AND s.state = 'sent'
            AND c.at > $2::timestamptz - interval '30 days'
          ORDER BY s.contact, m.at DESC) newest) f
      WHERE c.service = $1 AND c.ends > $2 ORDER BY c.at DESC, c.id LIMIT $3
      """;
  private static final String THIS = " WHERE id = $1 AND service = $2 AND ends > $3";
  private static final String WAITS_FOR =
      " AND state = 'proposed' AND by_staff IS DISTINCT FROM $4";
  private static final String STANDS = " AND state <> 'stopped'";
  private static final String APPROVE =
      "UPDATE campaign SET state = 'approved', approved = $4, texts = $5, languages = $6"
          + THIS
          + WAITS_FOR;
  private static final String STOP = "UPDATE campaign SET state = 'stopped'" + THIS + STANDS;

  private static final String APPROVED = "SELECT FROM campaign" + THIS + " AND state = 'approved'";
  private static final String TEXTS =
      "SELECT c.texts, c.languages FROM campaign_card k JOIN campaign c ON c.id = k.campaign"
          + " WHERE c.id = $1 AND k.contact = $2 AND k.state = 'open' AND c.service = $3"
          + " AND c.state = 'approved' AND c.languages IS NOT NULL";
  private static final String REFUSE =
      "UPDATE campaign_card SET state = 'refused'"
          + " WHERE campaign = $1 AND contact = ANY($2) AND state = 'open'";

  private final Pool pool;

  PgCampaignStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Proposed> propose(Proposal proposal, Instant now) {
    return pool.<Proposed>withTransaction(
            connection ->
                connection
                    .preparedQuery(PgCardStore.HOLD)
                    .execute(Tuple.of(proposal.service().slug()))
                    .compose(held -> known(connection, proposal))
                    .compose(
                        known ->
                            known
                                ? Future.succeededFuture(Proposed.KEPT)
                                : propose(connection, proposal, now)))
        .map(Objects::requireNonNull);
  }

  private static Future<Boolean> known(SqlConnection connection, Proposal proposal) {
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(key(proposal.id()), proposal.service().slug(), key(proposal.by())))
        .map(rows -> rows.size() == 1);
  }

  @Override
  public Future<List<InLanguage>> languages(ServiceId service, CampaignId id, Instant now) {
    return pool.preparedQuery(LANGUAGES)
        .execute(campaign(service, id, now))
        .map(
            rows -> {
              List<InLanguage> all = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      all.add(new InLanguage(row.getString("language"), row.getInteger("cards"))));
              return all;
            });
  }

  private static Future<Proposed> propose(
      SqlConnection connection, Proposal proposal, Instant now) {
    Tuple cards =
        Tuple.tuple()
            .addArrayOfBuffer(keys(proposal.cards()))
            .addString(proposal.service().slug())
            .addLocalDate(Columns.day(now));
    return connection
        .preparedQuery(MINE)
        .execute(cards)
        .compose(
            mine ->
                mine.size() == proposal.cards().size()
                    ? add(connection, proposal, now)
                    : Future.succeededFuture(Proposed.NO_CARD));
  }

  private static Future<Proposed> add(SqlConnection connection, Proposal proposal, Instant now) {
    return connection
        .preparedQuery(PROPOSE)
        .execute(
            Tuple.of(
                key(proposal.id()),
                proposal.service().slug(),
                key(proposal.by()),
                utc(now),
                utc(now.plus(LIFE))))
        .compose(
            added ->
                Columns.one(added)
                    ? connection
                        .preparedQuery(PUT)
                        .execute(
                            Tuple.tuple()
                                .addBuffer(key(proposal.id()))
                                .addArrayOfBuffer(keys(proposal.cards())))
                        .map(Proposed.KEPT)
                    : Future.succeededFuture(Proposed.FULL));
  }

  @Override
  public Future<List<Campaign>> list(ServiceId service, Instant now) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(service.slug(), utc(now), MOST_SHOWN))
        .map(
            rows -> {
              List<Campaign> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(campaign(row)));
              return all;
            });
  }

  private static Campaign campaign(Row row) {
    return new Campaign(
        CampaignId.of(bytes(row, "id")).orElseThrow(),
        somebody(row, "by_staff", "by_name"),
        somebody(row, "approved", "approved_name"),
        row.getOffsetDateTime("at").toInstant(),
        state(row),
        row.getInteger("cards"),
        row.getInteger("sent"),
        row.getInteger("refused"),
        row.getInteger("without"),
        new Campaign.Fate(
            row.getInteger("delivered"), row.getInteger("lost"), row.getInteger("perhaps")));
  }

  private static Campaign.State state(Row row) {
    var state = Campaign.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    boolean over = row.getInteger("open") == 0;
    return state == Campaign.State.APPROVED && over ? Campaign.State.DONE : state;
  }

  private static Optional<Card.Holder> somebody(Row row, String id, String name) {
    return Optional.ofNullable(row.getBuffer(id))
        .flatMap(bytes -> StaffId.of(bytes.getBytes()))
        .map(staff -> new Card.Holder(staff, row.getString(name)));
  }

  @Override
  public Future<Boolean> waitsFor(ServiceId service, CampaignId id, StaffId who, Instant now) {
    return pool.preparedQuery("SELECT FROM campaign" + THIS + WAITS_FOR)
        .execute(campaign(service, id, now).addBuffer(key(who)))
        .map(Columns::one);
  }

  @Override
  public Future<Boolean> stands(ServiceId service, CampaignId id, Instant now) {
    return pool.preparedQuery("SELECT FROM campaign" + THIS + STANDS)
        .execute(campaign(service, id, now))
        .map(Columns::one);
  }

  @Override
  public Future<Boolean> approve(
      ServiceId service, CampaignId id, StaffId who, Approved approved, Instant now) {
    return pool.preparedQuery(APPROVE)
        .execute(
            campaign(service, id, now)
                .addBuffer(key(who))
                .addBuffer(Buffer.buffer(approved.texts().bytes()))
                .addArrayOfString(approved.languages().toArray(String[]::new)))
        .map(Columns::one);
  }

  @Override
  public Future<Boolean> stop(ServiceId service, CampaignId id, Instant now) {
    return pool.<Boolean>withTransaction(
            connection ->
                connection
                    .preparedQuery(STOP)
                    .execute(campaign(service, id, now))
                    .compose(
                        stopped ->
                            Columns.one(stopped)
                                ? connection
                                    .preparedQuery(Dropping.OF_A_CAMPAIGN)
                                    .execute(Tuple.of(key(id), utc(now)))
                                    .map(true)
                                : Future.succeededFuture(false)))
        .map(Objects::requireNonNull);
  }

  @Override
  public Future<Boolean> isApproved(ServiceId service, CampaignId id, Instant now) {
    return pool.preparedQuery(APPROVED)
        .execute(campaign(service, id, now))
        .map(rows -> rows.size() == 1);
  }

  private static Tuple campaign(ServiceId service, CampaignId id, Instant now) {
    return Tuple.of(key(id), service.slug(), utc(now));
  }

  @Override
  public Future<Optional<Approved>> approved(ServiceId service, CampaignId id, ContactId card) {
    return pool.preparedQuery(TEXTS)
        .execute(Tuple.of(key(id), key(card), service.slug()))
        .map(
            rows -> {
              for (Row row : rows) {
                Set<String> languages = Set.of(row.getArrayOfStrings("languages"));
                return Hash.wrap(bytes(row, "texts")).map(texts -> new Approved(texts, languages));
              }
              return Optional.empty();
            });
  }

  @Override
  public Future<Void> refuse(CampaignId id, List<ContactId> cards) {
    return cards.isEmpty()
        ? Future.succeededFuture()
        : pool.preparedQuery(REFUSE)
            .execute(Tuple.tuple().addBuffer(key(id)).addArrayOfBuffer(keys(cards)))
            .mapEmpty();
  }
}
