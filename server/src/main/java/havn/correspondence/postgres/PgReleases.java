package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.instant;
import static havn.correspondence.postgres.Columns.occasion;
import static havn.correspondence.postgres.Columns.utc;

import havn.channel.Handed;
import havn.channel.Outbox;
import havn.channel.PhoneTags;
import havn.correspondence.Carried;
import havn.correspondence.MemoryKey;
import havn.correspondence.Release;
import havn.courtesy.Manners;
import havn.courtesy.Window;
import havn.courtesy.Yes;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The outbox in the table `release`. A process takes what it sealed itself, and, to bring it to an
/// end, what a process sealed that lives no more.
final class PgReleases implements Outbox<Release> {

  private static final String ORPHAN =
      "NOT EXISTS (SELECT FROM sealing_process p WHERE p.id = r.process AND p.until > $1)";

  /// The windows of today of every card with a number of the release's card; null where no such
  /// card is left, and the windows of the moment when it was released count.
  private static final String TODAY =
      "CASE WHEN EXISTS (SELECT FROM contact_tag t WHERE t.tag = r.tag) THEN ARRAY(SELECT DISTINCT"
          + " c.win_from * 10000 + c.win_to FROM contact_tag t JOIN contact c ON c.id = t.contact"
          + " WHERE c.win_from IS NOT NULL AND t.tag IN (SELECT r.tag UNION ALL SELECT k.tag FROM"
          + " contact_tag k WHERE k.contact = r.card) LIMIT 100) END AS today";

  /// When they wrote what an answer is to, or since: each word of theirs permits it anew, but for
  /// one from before a stop. A confirmation is of its own word alone.
  private static final String WORD =
      "CASE WHEN r.occasion IN ('answer', 'automatic') THEN greatest(r.answers, (SELECT h.word FROM"
          + " heard h WHERE h.tag = r.tag)) ELSE r.answers END";

  private static final String CLAIM_DUE =
      "WITH due AS (SELECT id, occasion IN ('first', 'reminder') AS patient, next FROM release r"
          + " WHERE (state = 'queued' AND NOT doubt AND "
          + ORPHAN
          + " OR state IN ('queued', 'claimed') AND next <= $1 AND (process = $3 OR "
          + ORPHAN
          + ")) AND (service = ANY($4)) <> $5 AND occasion = ANY($6) ORDER BY patient, next LIMIT "
          + MOST_AT_ONCE
          + " FOR UPDATE SKIP LOCKED), mine AS (UPDATE release r SET state = 'claimed', claim ="
          + " r.claim + 1, next = $2 FROM due WHERE r.id = due.id RETURNING r.id, r.service,"
          + " r.occasion, "
          + WORD
          + " AS answers, r.windows, r.sealed, r.until, r.claim, r.tries, r.doubt,"
          + " due.patient, due.next AS was, "
          + TODAY
          + ") SELECT * FROM mine ORDER BY patient, was";
  private static final String MINE = " WHERE id = $1 AND claim = $2 AND state = 'claimed'";

  private static final String LATELY =
      "EXISTS (SELECT FROM heard_over w WHERE w.tag = r.tag AND w.provider = $6 AND w.word > $5)";

  /// The rule of [havn.courtesy.Yes#holds] once more, for what changed while the text waited.
  private static final String CONSENTED =
      "EXISTS (SELECT FROM contact c WHERE c.id = r.card AND c.consent_day >="
          + " ($3::timestamptz AT TIME ZONE 'Europe/Oslo')::date - make_interval(months => "
          + Yes.MONTHS
          + ") AND NOT EXISTS (SELECT FROM heard h WHERE h.tag = r.tag"
          + " AND (h.changed AT TIME ZONE 'Europe/Oslo')::date >= c.consent_day))";

  /// Of what we begin: whether they wrote since it was released, from any number of the card.
  private static final String WROTE_MEANWHILE =
      "r.occasion IN ('first', 'reminder') AND EXISTS (SELECT FROM heard h WHERE h.word > r.made"
          + " AND h.tag IN (SELECT r.tag UNION ALL SELECT k.tag FROM contact_tag k"
          + " WHERE k.contact = r.card))";

  /// Whoever said stop is answered for 24 hours after they wrote again, and not otherwise. A stop
  /// at one number of a card stops what is begun with all its numbers. Nobody is written to whose
  /// number went to somebody else since; nobody first, or reminded, who wrote since; and where a
  /// provider asks for consent and takes free text for 24 hours only, nobody is written to first
  /// who has not said yes, and nobody is answered later.
  private static final String BEGIN =
      "UPDATE release r SET doubt = true, next = $4"
          + MINE
          + " AND next > $3 AND (occasion IN ('opt-out', 'undo') OR NOT EXISTS (SELECT FROM opt_out"
          + " o WHERE o.stop = r.stop AND o.service IN ('', r.service) AND NOT coalesce(r.occasion"
          + " IN ('answer', 'automatic') AND r.answers > greatest(o.said, $5), false)) AND NOT"
          + " EXISTS (SELECT FROM contact_tag t JOIN opt_out o ON o.stop = t.stop WHERE t.contact ="
          + " r.card AND o.service IN ('', r.service))) AND NOT EXISTS (SELECT FROM heard h WHERE"
          + " h.tag = r.tag AND h.changed > r.made) AND NOT ("
          + WROTE_MEANWHILE
          + ")"
          + " AND (NOT $7 OR CASE WHEN occasion IN ('first', 'reminder') THEN "
          + CONSENTED
          + " ELSE "
          + LATELY
          + " END) RETURNING "
          + LATELY
          + " AS lately";
  private static final String STILL_MINE = "SELECT FROM release" + MINE + " AND next > $3";

  /// What never left is no contact, whom it should have answered waits again, and what should have
  /// been said by itself is said with their next text an hour later. Campaigns that left its card
  /// out take it up, its own one only when no provider was asked; when they wrote meanwhile it
  /// counts there as refused. It is shown as stopped where somebody said stop since, as answered
  /// where they wrote, else as what may be released again.
  private static final String END =
      "WITH ended AS (UPDATE release r SET state = $3, ended = $4, sealed = NULL, doubt = false,"
          + " provider = $6"
          + MINE
          + " RETURNING id, stop, card, campaign, answers, "
          + WROTE_MEANWHILE
          + " AS wrote), cards AS (UPDATE campaign_card k SET"
          + " state = CASE WHEN ended.wrote THEN 'refused' ELSE 'open' END FROM ended"
          + " WHERE k.release = ended.id AND k.state = 'sent' AND ($3 ="
          + " 'dropped' OR $3 = 'failed' AND k.campaign IS DISTINCT FROM ended.campaign)), said AS"
          + " (UPDATE message m SET state = CASE WHEN $5 IN ('again', 'stopped') THEN CASE WHEN"
          + " EXISTS (SELECT FROM opt_out o WHERE (o.stop = ended.stop OR o.stop IN (SELECT t.stop"
          + " FROM contact_tag t WHERE t.contact = ended.card)) AND o.since >="
          + " coalesce(ended.answers, '-infinity')) THEN 'stopped' WHEN ended.wrote THEN 'answered'"
          + " ELSE 'again' END ELSE $5 END"
          + " FROM ended WHERE m.id = ended.id AND m.state IN ('queued', 'perhaps') RETURNING m.id,"
          + " m.thread, m.occasion, m.at), open AS (UPDATE thread t SET unanswered = CASE WHEN $5"
          + " <> 'sent' THEN said.id END, "
          + PgCorrespondenceStore.SINCE_THEIR_WORD
          + " FROM said WHERE t.id = said.thread AND CASE WHEN $5 <>"
          + " 'sent' THEN "
          + PgCorrespondenceStore.NEWEST_ANSWER
          + " ELSE t.unanswered = said.id END), silence AS (UPDATE thread t SET automatic = "
          + PgCorrespondenceStore.IN_AN_HOUR
          + " FROM said WHERE t.id = said.thread AND said.occasion = 'automatic' AND t.automatic ="
          + " said.at AND $3 IN ('failed', 'dropped')), nothing AS (DELETE FROM begun b USING ended"
          + " WHERE b.id = ended.id AND $3 IN ('failed', 'dropped')) SELECT count(*) AS ended FROM"
          + " ended";
  private static final String AGAIN =
      "UPDATE release SET state = 'queued', next = $3, tries = tries + $4, doubt = $5" + MINE;
  private static final String FORGET = "DELETE FROM release WHERE ended < $1";
  private static final long A_DAY = 24 * 3_600L;

  private final Pool pool;
  private final MemoryKey memory;
  private final PhoneTags tags;
  private final Carried carried;
  private final Function<ServiceId, Manners> manners;

  PgReleases(
      Pool pool,
      MemoryKey memory,
      PhoneTags tags,
      Carried carried,
      Function<ServiceId, Manners> manners) {
    this.pool = pool;
    this.memory = memory;
    this.tags = tags;
    this.carried = carried;
    this.manners = manners;
  }

  @Override
  public Future<List<Release>> claim(Instant now) {
    return pool.preparedQuery(CLAIM_DUE)
        .execute(
            Tuple.of(utc(now), utc(now.plus(CLAIM)), bytes(memory.id()))
                .addArrayOfString(carried.slugs())
                .addBoolean(carried.except())
                .addArrayOfString(Columns.occasions()))
        .map(
            rows -> {
              List<Release> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(release(row)));
              return all;
            });
  }

  private Release release(Row row) {
    TextId id = TextId.of(bytes(row, "id")).orElseThrow();
    ServiceId service = new ServiceId(row.getString("service"));
    return new Release(
        id,
        service,
        occasion(row.getString("occasion")),
        instant(row, "answers"),
        windows(row),
        manners.apply(service),
        memory.open(id, bytes(row, "sealed")),
        row.getOffsetDateTime("until").toInstant(),
        row.getInteger("claim"),
        row.getInteger("tries"),
        row.getBoolean("doubt"));
  }

  private static List<Window> windows(Row row) {
    Integer[] today = row.getArrayOfIntegers("today");
    return today == null ? Columns.windows(row.getArrayOfShorts("windows")) : Columns.pairs(today);
  }

  @Override
  public Future<Begun> begin(Release text, Instant now) {
    if (text.words().isEmpty()) {
      return Future.succeededFuture(new Unreadable());
    }
    var to = text.words().get().to();
    Instant yesterday = now.minusSeconds(A_DAY);
    return pool.preparedQuery(BEGIN)
        .execute(
            mine(text)
                .addValue(utc(now))
                .addValue(utc(now.plus(CLAIM)))
                .addValue(utc(yesterday))
                .addString(carried.provider())
                .addBoolean(carried.templates()))
        .compose(
            rows -> {
              for (Row row : rows) {
                return Future.succeededFuture(new To(to, row.getBoolean("lately")));
              }
              return notBegun(text, now);
            });
  }

  private Future<Begun> notBegun(Release text, Instant now) {
    return pool.preparedQuery(STILL_MINE)
        .execute(mine(text).addValue(utc(now)))
        .map(rows -> rows.size() == 1 ? new NotWished() : new RanOut());
  }

  @Override
  public Future<Boolean> end(
      Release text, End end, Optional<Handed.Accepted> accepted, Instant now) {
    Optional<byte[]> name = accepted.map(known -> tags.told(known.id()));
    @Nullable Object provider = name.map(Columns::bytes).orElse(null);
    return pool.preparedQuery(END)
        .execute(
            mine(text)
                .addString(end.name().toLowerCase(Locale.ROOT))
                .addValue(utc(now))
                .addString(said(text, end))
                .addValue(provider))
        .compose(
            rows -> {
              boolean mine = rows.iterator().next().getLong("ended") == 1;
              return mine && name.isPresent()
                  ? EarlyReports.tell(pool, name.get(), text.id(), now).map(told -> true)
                  : Future.succeededFuture(mine);
            });
  }

  /// What the thread shows.
  private static String said(Release text, End end) {
    return switch (end) {
      case ACCEPTED -> "sent";
      case FAILED -> "again";
      case PERHAPS -> "perhaps";
      case DROPPED -> text.words().isEmpty() ? "again" : "stopped";
    };
  }

  @Override
  public Future<Void> again(Release text, Instant next, boolean refused, boolean doubt) {
    return pool.preparedQuery(AGAIN)
        .execute(mine(text).addValue(utc(next)).addInteger(refused ? 1 : 0).addBoolean(doubt))
        .mapEmpty();
  }

  @Override
  public Future<Integer> forget(Instant before) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(utc(before))).map(rows -> rows.rowCount());
  }

  private static Tuple mine(Release text) {
    return Tuple.tuple().addBuffer(bytes(text.id().bytes())).addInteger(text.claim());
  }
}
