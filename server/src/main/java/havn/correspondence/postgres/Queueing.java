package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.utc;

import havn.correspondence.CorrespondenceStore;
import havn.correspondence.CorrespondenceStore.At;
import havn.correspondence.CorrespondenceStore.Decision;
import havn.correspondence.CorrespondenceStore.From;
import havn.correspondence.CorrespondenceStore.Known;
import havn.correspondence.CorrespondenceStore.No;
import havn.correspondence.CorrespondenceStore.Not;
import havn.correspondence.CorrespondenceStore.Outward;
import havn.correspondence.CorrespondenceStore.Queued;
import havn.correspondence.CorrespondenceStore.Rule;
import havn.correspondence.Release;
import havn.correspondence.Releasing;
import havn.correspondence.Standing;
import havn.correspondence.ThreadStore;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/// Queues a text within a transaction whose caller lets nobody else queue for its numbers.
final class Queueing {

  static final String QUEUED =
      "SELECT coalesce((SELECT next FROM release WHERE id = $1), m.at) AS next"
          + " FROM message m WHERE m.id = $1";
  private static final String ANSWERED_BY_ITSELF =
      "SELECT FROM thread WHERE id = $1 AND automatic > $2";
  private static final String ADD_OUTWARD =
      "INSERT INTO message (id, thread, inward, at, file, staff, occasion, state, ends)"
          + " VALUES ($1, $2, false, $3, $4, $5, $6, 'queued', $7)";
  private static final String ADD_RELEASE =
      "INSERT INTO release (id, service, process, sealed, tag, stop, occasion, answers, windows,"
          + " state, next, until, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', $10,"
          + " $11, $12)";
  private static final String ADD_BEGUN =
      "INSERT INTO begun (id, tag, service, at, what) VALUES ($1, $2, $3, $4, $5)";
  /// Who wrote once more than was answered has waited since the first text behind those; of what
  /// nobody could read, as long as before.
  private static final String WRITTEN =
      "UPDATE thread SET written = $2, ends = $3, automatic = CASE WHEN $4 = 'automatic' THEN $2"
          + " ELSE automatic END, waits = waits AND NOT ($4 = 'answer' AND words <= $7),"
          + " waits_since = CASE WHEN $4 = 'answer' AND $7 > 0 AND words > $7 THEN coalesce((SELECT"
          + " m.at FROM message m WHERE m.thread = $1 AND m.inward ORDER BY m.at DESC, m.id OFFSET"
          + " words - $7 - 1 LIMIT 1), waits_since) ELSE waits_since END, unanswered = CASE WHEN $4"
          + " = 'answer' THEN NULL ELSE unanswered END, held_since = CASE WHEN $4 = 'answer' AND"
          + " holder = $5 THEN $2 ELSE held_since END, held_until = CASE WHEN $4 = 'answer' AND"
          + " holder = $5 THEN $6 ELSE held_until END WHERE id = $1";

  private static final Decision NO_CONSENT =
      new No(new Releasing.Forbidden(Permission.Why.NO_CONSENT));

  private final PgStandings standings;

  Queueing(PgStandings standings) {
    this.standings = standings;
  }

  Future<Queued> queue(SqlConnection connection, Outward text, Rule rule, Instant now) {
    return decided(
        connection,
        text,
        rule,
        now,
        (number, person, from) -> add(connection, text, number, person, from, now));
  }

  /// What [#queue] would answer; nothing is queued.
  Future<Queued> would(SqlConnection connection, Outward text, Rule rule, Instant now) {
    return decided(connection, text, rule, now, (number, person, from) -> Future.succeededFuture());
  }

  /// What is done with a text that may go out.
  private interface Then {
    Future<?> go(Standing number, Standing person, From from);
  }

  private Future<Queued> decided(
      SqlConnection connection, Outward text, Rule rule, Instant now, Then then) {
    return known(connection, text, now)
        .compose(
            known ->
                known.isPresent()
                    ? Future.<Queued>succeededFuture(known.get())
                    : decidedIfItStands(connection, text, rule, now, then));
  }

  private Future<Queued> decidedIfItStands(
      SqlConnection connection, Outward text, Rule rule, Instant now, Then then) {
    return PgErrands.hindered(connection, text, now)
        .compose(
            why ->
                why.isPresent()
                    ? Future.succeededFuture(new Not(why.get()))
                    : decidedByRule(connection, text, rule, now, then));
  }

  /// That it was queued, or is said by itself and was said in the last 30 days.
  private static Future<Optional<Known>> known(
      SqlConnection connection, Outward text, Instant now) {
    return connection
        .preparedQuery(QUEUED)
        .execute(Tuple.of(bytes(text.id().bytes())))
        .compose(
            rows -> {
              for (Row row : rows) {
                Instant next = row.getOffsetDateTime("next").toInstant();
                return Future.succeededFuture(Optional.of(new Known(next)));
              }
              return text.occasion() == Occasion.AUTOMATIC
                  ? connection
                      .preparedQuery(ANSWERED_BY_ITSELF)
                      .execute(
                          Tuple.of(
                              bytes(text.thread().bytes()),
                              utc(now.minus(CorrespondenceStore.BETWEEN_AUTOMATIC))))
                      .map(
                          said ->
                              said.size() > 0
                                  ? Optional.of(new Known(now))
                                  : Optional.<Known>empty())
                  : Future.succeededFuture(Optional.empty());
            });
  }

  private Future<Queued> decidedByRule(
      SqlConnection connection, Outward text, Rule rule, Instant now, Then then) {
    return standings
        .of(connection, text.service(), PgErrands.numbers(text), now)
        .compose(
            known -> {
              Standing number = known.getFirst();
              Standing person = Standing.together(known);
              return consents(connection, text, number, now)
                  .compose(
                      consents ->
                          switch (consents ? rule.decide(number, person) : NO_CONSENT) {
                            case No no -> Future.succeededFuture(new Not(no.why()));
                            case From from ->
                                then.go(number, person, from).map(done -> new At(from.next()));
                          });
            });
  }

  /// Whether what we begin has the person's yes, where the provider asks for that.
  private static Future<Boolean> consents(
      SqlConnection connection, Outward text, Standing number, Instant now) {
    return begins(text.occasion()) && number.terms().templates()
        ? PgErrands.yes(connection, text)
            .map(yes -> yes.filter(one -> one.holds(number.past(), now)).isPresent())
        : Future.succeededFuture(true);
  }

  private static Future<?> add(
      SqlConnection connection,
      Outward text,
      Standing number,
      Standing person,
      From from,
      Instant now) {
    Buffer id = bytes(text.id().bytes());
    Buffer by = text.by().map(StaffId::bytes).map(Buffer::buffer).orElse(null);
    String occasion = Release.printed(text.occasion());
    return connection
        .preparedQuery(ADD_OUTWARD)
        .execute(
            Tuple.tuple()
                .addBuffer(id)
                .addBuffer(bytes(text.thread().bytes()))
                .addOffsetDateTime(utc(now))
                .addBuffer(bytes(text.file()))
                .addBuffer(by)
                .addString(occasion)
                .addOffsetDateTime(utc(now.plus(PgCorrespondenceStore.MESSAGE_LIFE))))
        .compose(
            added ->
                connection
                    .preparedQuery(ADD_RELEASE)
                    .execute(
                        Tuple.tuple()
                            .addBuffer(id)
                            .addString(text.service().slug())
                            .addBuffer(bytes(text.process()))
                            .addBuffer(bytes(text.sealed()))
                            .addBuffer(bytes(text.tags().contact()))
                            .addBuffer(bytes(text.tags().stop()))
                            .addString(occasion)
                            .addOffsetDateTime(number.past().word().map(Columns::utc).orElse(null))
                            .addArrayOfShort(Columns.windows(person.windows()))
                            .addOffsetDateTime(utc(from.next()))
                            .addOffsetDateTime(utc(from.until()))
                            .addOffsetDateTime(utc(now))))
        .compose(
            added ->
                connection
                    .preparedQuery(WRITTEN)
                    .execute(
                        Tuple.tuple()
                            .addBuffer(bytes(text.thread().bytes()))
                            .addOffsetDateTime(utc(now))
                            .addOffsetDateTime(utc(now.plus(PgCorrespondenceStore.THREAD_LIFE)))
                            .addString(occasion)
                            .addBuffer(by)
                            .addOffsetDateTime(utc(now.plus(ThreadStore.HELD_WITHOUT_A_SIGN)))
                            .addInteger(text.seen())))
        .compose(
            written ->
                begins(text.occasion())
                    ? connection
                        .preparedQuery(ADD_BEGUN)
                        .execute(
                            Tuple.of(
                                id,
                                bytes(text.tags().contact()),
                                text.service().slug(),
                                utc(now),
                                occasion))
                    : Future.succeededFuture())
        .compose(
            begun ->
                text.errand().isPresent()
                    ? PgErrands.note(connection, text, text.errand().get(), from.next())
                    : Future.succeededFuture());
  }

  private static boolean begins(Occasion occasion) {
    return switch (occasion) {
      case FIRST, REMINDER -> true;
      case ANSWER, AUTOMATIC, OPT_OUT, UNDO -> false;
    };
  }
}
