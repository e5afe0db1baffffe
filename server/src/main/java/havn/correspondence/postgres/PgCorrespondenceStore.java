package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.instant;
import static havn.correspondence.postgres.Columns.utc;

import havn.channel.Tagged;
import havn.channel.Told;
import havn.correspondence.CorrespondenceStore;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

final class PgCorrespondenceStore implements CorrespondenceStore {

  static final Duration THREAD_LIFE = Duration.ofDays(90);
  static final Duration MESSAGE_LIFE = Duration.ofDays(30);
  private static final Duration TOLD_LIFE = Duration.ofDays(90);
  private static final Duration OVER_LIFE = Duration.ofDays(2);

  private static final String THREAD =
      "INSERT INTO thread (id, service, thread, tag, stop, language, waits, ends)"
          + " VALUES ($1, $2, $3, $4, $5, coalesce($6, (SELECT c.language FROM contact_tag t"
          + " JOIN contact c ON c.id = t.contact WHERE t.tag = $4 AND c.service = $2 LIMIT 1)),"
          + " false, $7) ON CONFLICT (service, thread) DO UPDATE SET"
          + " ends = greatest(thread.ends, excluded.ends),"
          + " language = coalesce($6, thread.language)"
          + " RETURNING id, language, word, automatic,"
          + " (SELECT max(at) FROM begun WHERE begun.tag = $4 AND begun.service = $2) AS begun";

  private static final String CHANGED =
      "INSERT INTO heard (tag, changed) VALUES ($1, $2) ON CONFLICT (tag)"
          + " DO UPDATE SET changed = greatest(heard.changed, excluded.changed)";

  private static final String QUEUED_BY = Queueing.QUEUED + " AND m.staff = $2 AND NOT m.inward";
  /// Of a message `said`: nobody waits for an answer after which another one was written.
  static final String NEWEST_ANSWER =
      "said.occasion = 'answer' AND NOT EXISTS (SELECT FROM message n WHERE n.thread ="
          + " said.thread AND n.occasion = 'answer' AND n.at > said.at)";

  /// Of a thread `t` whose answer was lost: they have waited since their last word, unless they
  /// waited all the time.
  static final String SINCE_THEIR_WORD =
      "waits_since = CASE WHEN t.waits OR t.unanswered IS NOT NULL THEN t.waits_since ELSE t.word"
          + " END";

  /// When a thread was answered by itself, as far as the next time is concerned: an hour after the
  /// message `said`, which did not arrive. Two machines that answer each other are bound by that.
  static final String IN_AN_HOUR =
      "said.at - make_interval(hours => " + (BETWEEN_AUTOMATIC.toHours() - 1) + ")";

  /// Further is further: a failure may turn out to have arrived, what arrived stays. What did not
  /// arrive is no contact and no answer, other campaigns take its card up, and what is said by
  /// itself is said with their next text an hour later, until it turns out that it did.
  private static final String REPORT =
      "WITH said AS (UPDATE message SET state = $2 WHERE id = $1 AND NOT inward AND state = ANY"
          + " (CASE $2 WHEN 'sent' THEN ARRAY['queued', 'perhaps']"
          + " WHEN 'failed' THEN ARRAY['queued', 'perhaps', 'sent']"
          + " ELSE ARRAY['queued', 'perhaps', 'sent', 'failed'] END)"
          + " RETURNING id, thread, occasion, at),"
          + " open AS (UPDATE thread t SET unanswered = CASE $2 WHEN 'failed' THEN said.id END, "
          + SINCE_THEIR_WORD
          + " FROM said WHERE t.id = said.thread AND CASE $2 WHEN 'failed' THEN "
          + NEWEST_ANSWER
          + " ELSE t.unanswered = said.id END),"
          + " nothing AS (DELETE FROM begun b USING said WHERE b.id = said.id AND $2 = 'failed'),"
          + " silence AS (UPDATE thread t SET automatic = CASE $2 WHEN 'failed' THEN "
          + IN_AN_HOUR
          + " ELSE greatest(t.automatic, said.at) END FROM said WHERE t.id = said.thread"
          + " AND said.occasion = 'automatic' AND ($2 <> 'failed' OR t.automatic = said.at)),"
          + " cards AS (UPDATE campaign_card k SET state = CASE $2 WHEN 'failed' THEN 'open' ELSE"
          + " 'sent' END FROM said JOIN release r ON r.id = said.id WHERE k.release = said.id"
          + " AND k.state <> 'refused' AND k.campaign IS DISTINCT FROM r.campaign),"
          + " contact AS (INSERT INTO begun (id, tag, service, at, what)"
          + " SELECT s.id, t.tag, t.service, s.at, s.occasion FROM said s JOIN thread t"
          + " ON t.id = s.thread WHERE s.occasion IN ('first', 'reminder') AND $2 <> 'failed'"
          + " ON CONFLICT (id) DO NOTHING),"
          + " over AS (UPDATE release r SET state = 'accepted', ended = $3, sealed = NULL,"
          + " doubt = false FROM said WHERE r.id = said.id AND r.state IN ('queued', 'claimed'))"
          + " SELECT count(*) AS said FROM said";

  private static final String ALIVE =
      "INSERT INTO sealing_process (id, until) VALUES ($1, $2)"
          + " ON CONFLICT (id) DO UPDATE SET until = excluded.until";
  private static final List<String> FORGET =
      List.of(
          "DELETE FROM message WHERE ends < $1",
          "DELETE FROM thread WHERE ends < $1",
          "DELETE FROM told WHERE at < $1::timestamptz - make_interval(days => "
              + TOLD_LIFE.toDays()
              + ")",
          "DELETE FROM heard_over WHERE word < $1::timestamptz - make_interval(days => "
              + OVER_LIFE.toDays()
              + ")",
          "DELETE FROM early_report e WHERE at < $1::timestamptz - interval '1 hour'"
              + " AND NOT EXISTS (SELECT FROM release r WHERE r.provider = e.provider)",
          "DELETE FROM sealing_process WHERE until < $1::timestamptz - interval '1 day'");

  private final Pool pool;
  private final Queueing queueing;

  PgCorrespondenceStore(Pool pool, PgStandings standings) {
    this.pool = pool;
    this.queueing = new Queueing(standings);
  }

  @Override
  public Future<Place> thread(
      ServiceId service, Tagged tags, Optional<String> language, Instant now) {
    return pool.preparedQuery(THREAD)
        .execute(
            Tuple.tuple()
                .addBuffer(bytes(ThreadId.fresh().bytes()))
                .addString(service.slug())
                .addBuffer(bytes(tags.thread()))
                .addBuffer(bytes(tags.contact()))
                .addBuffer(bytes(tags.stop()))
                .addString(language.orElse(null))
                .addOffsetDateTime(utc(now.plus(THREAD_LIFE))))
        .map(rows -> place(rows.iterator().next()));
  }

  private static Place place(Row row) {
    return new Place(
        ThreadId.of(bytes(row, "id")).orElseThrow(),
        Optional.ofNullable(row.getString("language")),
        instant(row, "word"),
        instant(row, "automatic"),
        instant(row, "begun"));
  }

  @Override
  public Future<Before> told(byte[] told, Optional<Duration> again, Instant now) {
    return Filing.told(pool, told, again, now);
  }

  @Override
  public Future<Boolean> keep(byte[] told, Instant now) {
    return Filing.keep(pool, told, now);
  }

  @Override
  public Future<Filed> file(Inward message, List<Reply> replies) {
    return pool.<Filed>withTransaction(
            connection ->
                before(connection, replies)
                    .compose(ready -> Filing.file(connection, message))
                    .compose(
                        filed ->
                            filed.fresh() && !replies.isEmpty()
                                ? answered(connection, message, replies, filed)
                                : Future.succeededFuture(filed)))
        .map(Objects::requireNonNull);
  }

  /// Whoever queues for this number meanwhile is waited for before anything else is held.
  private static Future<?> before(SqlConnection connection, List<Reply> replies) {
    return replies.isEmpty()
        ? Future.succeededFuture()
        : PgErrands.oneAtATime(connection, PgErrands.numbers(replies.getFirst().text()));
  }

  private Future<Filed> answered(
      SqlConnection connection, Inward message, List<Reply> replies, Filed filed) {
    return Filing.answer(connection, message, filed)
        .map(wanted -> wanted.flatMap(occasion -> Reply.of(replies, occasion)))
        .compose(
            found ->
                found.isPresent()
                    ? queueing.queue(
                        connection, found.get().text(), found.get().rule(), found.get().now())
                    : Future.succeededFuture())
        .map(queued -> filed);
  }

  @Override
  public Future<Void> changed(byte[] contact, Instant at) {
    return pool.preparedQuery(CHANGED).execute(Tuple.of(bytes(contact), utc(at))).mapEmpty();
  }

  @Override
  public Future<Queued> queue(Outward text, Rule rule, Instant now) {
    return alone(text, connection -> queueing.queue(connection, text, rule, now));
  }

  @Override
  public Future<Queued> would(Outward text, Rule rule, Instant now) {
    return alone(text, connection -> queueing.would(connection, text, rule, now));
  }

  /// In a transaction, while nobody else queues for the numbers of a text.
  private Future<Queued> alone(Outward text, Function<SqlConnection, Future<Queued>> what) {
    return pool.<Queued>withTransaction(
            connection ->
                PgErrands.oneAtATime(connection, PgErrands.numbers(text))
                    .compose(locked -> what.apply(connection)))
        .map(Objects::requireNonNull);
  }

  @Override
  public Future<Optional<Instant>> queued(TextId text, StaffId by) {
    return pool.preparedQuery(QUEUED_BY)
        .execute(Tuple.of(bytes(text.bytes()), bytes(by.bytes())))
        .map(
            rows -> {
              for (Row row : rows) {
                return instant(row, "next");
              }
              return Optional.empty();
            });
  }

  @Override
  public Future<Boolean> report(TextId text, Told.Delivery delivery, Instant now) {
    return report(pool, text, EarlyReports.state(delivery), now);
  }

  static Future<Boolean> report(Pool pool, TextId text, String state, Instant now) {
    return pool.preparedQuery(REPORT)
        .execute(Tuple.of(bytes(text.bytes()), state, utc(now)))
        .map(rows -> rows.iterator().next().getLong("said") == 1);
  }

  @Override
  public Future<Boolean> report(byte[] provider, Told.Delivery delivery, Instant now) {
    return EarlyReports.report(pool, provider, delivery, now);
  }

  @Override
  public Future<Void> alive(byte[] process, Instant until) {
    return pool.preparedQuery(ALIVE).execute(Tuple.of(bytes(process), utc(until))).mapEmpty();
  }

  @Override
  public Future<Integer> forget(Instant now) {
    Future<Integer> sum = EarlyReports.tellWhatWasLeft(pool, now).map(told -> 0);
    for (String query : FORGET) {
      sum =
          sum.compose(
              before ->
                  pool.preparedQuery(query)
                      .execute(Tuple.of(utc(now)))
                      .map(gone -> before + gone.rowCount()));
    }
    return sum;
  }
}
