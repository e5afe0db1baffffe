package havn.correspondence.postgres;

import static havn.correspondence.postgres.Columns.bytes;
import static havn.correspondence.postgres.Columns.instant;
import static havn.correspondence.postgres.Columns.utc;

import havn.channel.Tagged;
import havn.correspondence.Standing;
import havn.correspondence.Standings;
import havn.correspondence.ThreadStore;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class PgThreadStore implements ThreadStore {

  private static final Duration SHOWN = Duration.ofDays(30);

  private static final Set<String> LOST = Set.of("failed", "perhaps", "again");

  private static final String WAITS = "(t.waits OR t.unanswered IS NOT NULL)";
  private static final String COLUMNS =
      """
      SELECT t.id, greatest(t.word, t.written) AS at, t.words, t.language, t.tag, t.stop,
        CASE WHEN %s THEN coalesce(t.waits_since, t.word, $2) END AS since, t.unanswered,
        (SELECT c.id FROM contact_tag k JOIN contact c ON c.id = k.contact
          WHERE k.tag = t.tag AND c.service = t.service ORDER BY c.made LIMIT 1) AS card,
        (SELECT m.state FROM message m WHERE m.thread = t.id AND NOT m.inward
          ORDER BY m.at DESC, m.id LIMIT 1) AS newest, s.id AS holder, s.shown_name
      FROM thread t
      LEFT JOIN staff s ON s.id = t.holder AND t.held_until > $2 AND s.gone IS NULL
      WHERE t.service = $1
      """
          .formatted(WAITS);

  /// Whoever said stop and may not be answered waits behind the others.
  private static final String ALL =
      COLUMNS
          + """
          AND greatest(t.word, t.written) > $3
          ORDER BY %s DESC,
            EXISTS (SELECT FROM opt_out o WHERE o.stop = t.stop AND o.service IN ('', t.service)
              AND NOT EXISTS (SELECT FROM heard h
                WHERE h.tag = t.tag AND h.word > greatest(o.said, $4))),
            CASE WHEN %s THEN t.waits_since END, greatest(t.word, t.written) DESC, t.id
          LIMIT %d
          """
              .formatted(WAITS, WAITS, MOST + 1);

  private static final String FIND = COLUMNS + "AND t.id = $3";
  private static final String UNANSWERED =
      "SELECT id, words FROM thread WHERE service = $1 AND tag = ANY($2) AND waits"
          + " AND greatest(word, written) > $3";
  private static final String MESSAGES =
      "SELECT * FROM (SELECT m.id, m.inward, m.at, s.shown_name, m.occasion, m.state, m.file,"
          + " CASE WHEN m.state = 'queued' THEN r.next END AS due FROM message m"
          + " LEFT JOIN staff s ON s.id = m.staff LEFT JOIN release r ON r.id = m.id"
          + " WHERE m.thread = $1 ORDER BY m.at DESC, m.inward, m.id LIMIT "
          + MOST_MESSAGES
          + ") AS newest ORDER BY at, inward DESC, id";
  private static final String MINE = " WHERE service = $1 AND id = $2";
  private static final String FREE =
      " AND (holder IS NULL OR holder = $3 OR held_until IS NULL OR held_until <= $4"
          + " OR EXISTS (SELECT FROM staff s WHERE s.id = holder AND s.gone IS NOT NULL))";
  private static final String TAKE =
      "UPDATE thread SET holder = $3, held_until = $5, held_since = $4" + MINE + FREE;
  /// Not at each look, which comes every 5 s: one that was renewed 20 s ago.
  private static final String RENEW =
      "UPDATE thread SET held_until = $3 WHERE service = $1 AND holder = $2 AND held_since > $4"
          + " AND held_until < $5";
  private static final String GIVE_BACK =
      "UPDATE thread SET holder = NULL, held_until = NULL" + MINE + " AND holder = $3";
  private static final String DONE =
      "UPDATE thread SET waits = waits AND words > $5, unanswered = nullif(unanswered, $6),"
          + " holder = NULL, held_until = NULL"
          + MINE
          + FREE;
  /// What waits goes with it and is no contact; a text that may be out already keeps it.
  private static final String DELETE =
      "WITH waits AS (SELECT r.id, r.doubt FROM release r JOIN message m ON"
          + " m.id = r.id WHERE m.thread = $2 AND r.state IN ('queued', 'claimed') FOR UPDATE OF"
          + " r), gone AS (DELETE FROM thread"
          + MINE
          + FREE
          + " AND words <= $5 AND NOT EXISTS (SELECT FROM waits WHERE doubt)"
          + " RETURNING id), nothing AS (DELETE FROM begun b USING waits, gone"
          + " WHERE b.id = waits.id), open AS (UPDATE campaign_card k SET state = 'open'"
          + " FROM waits, gone WHERE k.release = waits.id)"
          + " SELECT FROM gone";
  private static final String HELD =
      "SELECT thread, tag, stop FROM thread"
          + MINE
          + " AND holder = $3 AND (held_since > $4 OR held_until > $5)";

  private final Pool pool;

  PgThreadStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> renew(ServiceId service, StaffId who, Instant now) {
    return pool.preparedQuery(RENEW)
        .execute(
            Tuple.of(
                service.slug(),
                bytes(who.bytes()),
                utc(now.plus(HELD_WITHOUT_A_SIGN)),
                utc(now.minus(HELD_WITHOUT_AN_ANSWER)),
                utc(now.plus(HELD_WITHOUT_A_SIGN).minusSeconds(20))))
        .mapEmpty();
  }

  @Override
  public Future<List<Shown>> all(ServiceId service, Instant now) {
    return pool.preparedQuery(ALL)
        .execute(
            Tuple.of(
                service.slug(),
                utc(now),
                utc(now.minus(SHOWN)),
                utc(now.minus(Standing.ANSWERED_THOUGH_STOPPED))))
        .map(
            rows -> {
              List<Shown> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(shown(row)));
              return all;
            });
  }

  @Override
  public Future<Optional<Shown>> find(ServiceId service, ThreadId thread, Instant now) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(service.slug(), utc(now), bytes(thread.bytes())))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(shown(row));
              }
              return Optional.empty();
            });
  }

  @Override
  public Future<List<Unanswered>> unanswered(
      ServiceId service, List<Standings.Known> numbers, Instant now) {
    Buffer[] tags = numbers.stream().map(one -> bytes(one.contact())).toArray(Buffer[]::new);
    return pool.preparedQuery(UNANSWERED)
        .execute(
            Tuple.tuple()
                .addString(service.slug())
                .addArrayOfBuffer(tags)
                .addOffsetDateTime(utc(now.minus(SHOWN))))
        .map(
            rows -> {
              List<Unanswered> all = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      all.add(
                          new Unanswered(
                              ThreadId.of(bytes(row, "id")).orElseThrow(),
                              row.getInteger("words"))));
              return all;
            });
  }

  private static Shown shown(Row row) {
    return new Shown(
        ThreadId.of(bytes(row, "id")).orElseThrow(),
        instant(row, "at").orElse(Instant.EPOCH),
        instant(row, "since").map(since -> new Waiting(since, unanswered(row))),
        row.getInteger("words"),
        Optional.ofNullable(row.getBuffer("card")).map(Buffer::getBytes).flatMap(ContactId::of),
        Optional.ofNullable(row.getString("language")),
        Optional.ofNullable(row.getBuffer("holder"))
            .map(Buffer::getBytes)
            .flatMap(StaffId::of)
            .map(id -> new Holder(id, row.getString("shown_name"))),
        new Standings.Known(bytes(row, "tag"), bytes(row, "stop")),
        Optional.ofNullable(row.getString("newest")).filter(LOST::contains));
  }

  private static Optional<TextId> unanswered(Row row) {
    return Optional.ofNullable(row.getBuffer("unanswered"))
        .map(Buffer::getBytes)
        .flatMap(TextId::of);
  }

  @Override
  public Future<List<Message>> messages(ThreadId thread) {
    return pool.preparedQuery(MESSAGES)
        .execute(Tuple.of(bytes(thread.bytes())))
        .map(
            rows -> {
              List<Message> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(message(row)));
              return all;
            });
  }

  private static Message message(Row row) {
    return new Message(
        TextId.of(bytes(row, "id")).orElseThrow(),
        row.getBoolean("inward"),
        row.getOffsetDateTime("at").toInstant(),
        Optional.ofNullable(row.getString("shown_name")),
        Optional.ofNullable(row.getString("occasion")),
        row.getString("state"),
        instant(row, "due"),
        bytes(row, "file"));
  }

  @Override
  public Future<Boolean> act(
      ServiceId service, ThreadId thread, StaffId who, Act act, Instant now) {
    Tuple mine = mine(service, thread, who, now);
    return switch (act) {
      case Take take -> changes(TAKE, mine.addValue(utc(now.plus(HELD_WITHOUT_A_SIGN))));
      case GiveBack back ->
          changes(GIVE_BACK, Tuple.of(service.slug(), bytes(thread.bytes()), bytes(who.bytes())));
      case Done done ->
          changes(
              DONE,
              mine.addInteger(done.seen().words())
                  .addValue(
                      done.seen().unanswered().map(lost -> bytes(lost.bytes())).orElse(null)));
      case Delete delete -> changes(DELETE, mine.addInteger(delete.seen().words()));
    };
  }

  private Future<Boolean> changes(String query, Tuple with) {
    return pool.preparedQuery(query).execute(with).map(changed -> changed.rowCount() == 1);
  }

  @Override
  public Future<Optional<Tagged>> held(
      ServiceId service, ThreadId thread, StaffId who, Instant now) {
    return pool.preparedQuery(HELD)
        .execute(mine(service, thread, who, now.minus(HELD_WITHOUT_AN_ANSWER)).addValue(utc(now)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Tagged(bytes(row, "tag"), bytes(row, "stop"), bytes(row, "thread")));
              }
              return Optional.empty();
            });
  }

  private static Tuple mine(ServiceId service, ThreadId thread, StaffId who, Instant now) {
    return Tuple.of(service.slug(), bytes(thread.bytes()), bytes(who.bytes()), utc(now));
  }
}
