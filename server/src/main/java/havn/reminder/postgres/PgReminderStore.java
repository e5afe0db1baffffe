package havn.reminder.postgres;

import havn.alarm.Alarm;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.reminder.Kind;
import havn.reminder.NotDelivered;
import havn.reminder.Reminder;
import havn.reminder.ReminderStore;
import havn.reminder.Reminders;
import havn.staff.Role;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

final class PgReminderStore implements ReminderStore {

  private static final Duration A_DAY = Duration.ofHours(24);
  private static final Duration BETWEEN_CHANGES = Duration.ofHours(1);

  private static final String FIND =
      "SELECT confirmed, shifts, offers, alarms FROM reminder WHERE staff = $1";
  private static final String NUMBER = "SELECT number FROM reminder WHERE staff = $1";
  private static final String LOCK =
      "SELECT FROM staff WHERE id = $1 AND gone IS NULL FOR NO KEY UPDATE";
  private static final String CODES =
      "SELECT count(*) AS codes FROM outbox WHERE staff = $1 AND kind = 'code' AND made > $2";
  private static final String PROVE =
      "INSERT INTO reminder (staff, number, shifts, offers, alarms, code, code_until, code_tries)"
          + " VALUES ($1, $2, true, false, true, $3, $4, 0) ON CONFLICT (staff) DO UPDATE SET"
          + " number = excluded.number, confirmed = NULL, code = excluded.code, code_until ="
          + " excluded.code_until, code_tries = 0";

  /// What was perhaps sent stays that.
  private static final String DROP =
      "UPDATE outbox SET state = CASE WHEN doubt THEN 'perhaps' ELSE 'dropped' END, ended = $2,"
          + " text = NULL WHERE staff = $1 AND state IN ('queued', 'claimed')";
  private static final String DROP_CODES = DROP + " AND kind = 'code'";
  private static final String QUEUE_CODE =
      "INSERT INTO outbox (id, staff, kind, about, text, state, next, until, made)"
          + " VALUES ($1, $2, 'code', $3, $4, 'queued', $5, $6, $5)";
  private static final String CONFIRM =
      "UPDATE reminder SET confirmed = $2, code = NULL, code_until = NULL, code_tries = 0"
          + " WHERE staff = $1 AND code = $3";
  private static final String TRIED =
      "UPDATE reminder SET code_tries = code_tries + 1 WHERE staff = $1 AND code_until > $2"
          + " AND code_tries < "
          + Reminders.MOST_TRIES
          + " RETURNING code";
  private static final String WISH =
      "UPDATE reminder SET shifts = $2, offers = $3, alarms = $4 WHERE staff = $1"
          + " AND confirmed IS NOT NULL";
  private static final String FORGET = "DELETE FROM reminder WHERE staff = $1";
  private static final String NOT_DELIVERED =
      "SELECT kind, ended, state FROM outbox WHERE staff = $1 AND ended > $2"
          + " AND state IN ('failed', 'perhaps') ORDER BY ended DESC LIMIT 20";

  /// All that is due. A text that was not needed any more gives its name back: it was never sent.
  private static final String QUEUE_SHIFTS =
      "INSERT INTO outbox (id, staff, kind, about, starts, state, next, until, made) SELECT d.id,"
          + " r.staff, 'shift', d.about, d.starts, 'queued', d.next, d.starts, $6 FROM"
          + " unnest($1::bytea[], $2::bytea[], $3::text[], $4::timestamptz[], $5::timestamptz[]) AS"
          + " d (id, staff, about, starts, next) JOIN reminder r ON r.staff = d.staff AND"
          + " r.confirmed IS NOT NULL AND r.shifts ORDER BY r.staff, d.starts ON CONFLICT (staff,"
          + " about) DO UPDATE SET state = 'queued', next = excluded.next, until = excluded.until,"
          + " ended = NULL, tries = 0 WHERE outbox.state = 'dropped' AND NOT outbox.doubt";

  /// The text about changes that waits to go out speaks of what changes until then.
  private static final String WAITS =
      "(SELECT FROM outbox o WHERE o.staff = n.staff AND o.kind = 'change'"
          + " AND o.state = 'queued' AND NOT o.doubt)";

  /// One that is on its way, or of the last hour, lets the next wait.
  private static final String LATELY =
      "(SELECT FROM outbox o WHERE o.staff = n.staff AND o.kind = 'change'"
          + " AND (o.state IN ('queued', 'claimed') OR o.made > $1 OR o.ended > $1))";

  /// Those for whom something can be done now, at most [ReminderStore#MOST_TOLD] at a time. Two
  /// processes that look at once look one after the other, person by person.
  private static final String TO_TELL =
      "SELECT n.staff FROM reminder n WHERE n.confirmed IS NOT NULL AND n.shifts AND EXISTS"
          + " (SELECT FROM seat_news s WHERE s.staff = n.staff AND NOT s.told) AND (EXISTS "
          + WAITS
          + " OR NOT EXISTS "
          + LATELY
          + ") ORDER BY n.staff LIMIT "
          + MOST_TOLD
          + " FOR UPDATE";
  private static final String TOLD_BY_WHAT_WAITS =
      "UPDATE seat_news n SET told = true WHERE n.staff = ANY($1) AND NOT n.told AND EXISTS "
          + WAITS;
  private static final String TELL =
      "UPDATE seat_news n SET told = true WHERE n.staff = ANY($2) AND NOT n.told AND NOT EXISTS "
          + LATELY
          + " RETURNING n.staff, n.id";
  private static final String QUEUE =
      "INSERT INTO outbox (id, staff, kind, about, state, next, until, made)"
          + " VALUES ($1, $2, $3, $4, 'queued', $5, $6, $7) ON CONFLICT (staff, about) DO NOTHING";
  private final Pool pool;
  private final PgAlarms alarms;
  private final PgOffers offers;

  PgReminderStore(Pool pool) {
    this.pool = pool;
    this.alarms = new PgAlarms(pool);
    this.offers = new PgOffers(pool);
  }

  @Override
  public Future<Optional<Reminder>> find(StaffId staff) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(key(staff)))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(read(first(rows))));
  }

  @Override
  public Future<Optional<byte[]>> number(StaffId staff) {
    return pool.preparedQuery(NUMBER)
        .execute(Tuple.of(key(staff)))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(first(rows).getBuffer("number").getBytes()));
  }

  private static Reminder read(Row row) {
    return new Reminder(
        Optional.ofNullable(row.getOffsetDateTime("confirmed")).map(OffsetDateTime::toInstant),
        row.getBoolean("shifts"),
        row.getBoolean("offers"),
        row.getBoolean("alarms"));
  }

  @Override
  public Future<Boolean> prove(Proving proving) {
    return pool.withTransaction(connection -> prove(connection, proving))
        .map(done -> Objects.requireNonNull(done));
  }

  private static Future<Boolean> prove(SqlConnection connection, Proving proving) {
    Buffer who = key(proving.staff());
    Instant now = proving.now();
    Instant until = now.plus(Reminders.CODE_LIFE);
    TextId id = TextId.fresh();
    Tuple code =
        Tuple.of(
            key(id), who, "code/" + id.hex(), Buffer.buffer(proving.text()), utc(now), utc(until));
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(who))
        .compose(
            mine -> mine.size() == 0 ? Future.succeededFuture(false) : mayAsk(connection, who, now))
        .compose(
            may ->
                !may
                    ? Future.succeededFuture(false)
                    : connection
                        .preparedQuery(DROP_CODES)
                        .execute(Tuple.of(who, utc(now)))
                        .compose(
                            dropped ->
                                connection
                                    .preparedQuery(PROVE)
                                    .execute(
                                        Tuple.of(
                                            who,
                                            Buffer.buffer(proving.number()),
                                            Buffer.buffer(proving.tag()),
                                            utc(until))))
                        .compose(kept -> connection.preparedQuery(QUEUE_CODE).execute(code))
                        .map(true));
  }

  private static Future<Boolean> mayAsk(SqlConnection connection, Buffer who, Instant now) {
    return connection
        .preparedQuery(CODES)
        .execute(Tuple.of(who, utc(now.minus(A_DAY))))
        .map(rows -> first(rows).getInteger("codes") < Reminders.MOST_CODES_A_DAY);
  }

  @Override
  public Future<Optional<byte[]>> tried(StaffId staff, Instant now) {
    return pool.preparedQuery(TRIED)
        .execute(Tuple.of(key(staff), utc(now)))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(first(rows).getBuffer("code").getBytes()));
  }

  @Override
  public Future<Boolean> confirm(StaffId staff, byte[] tag, Instant now) {
    return pool.preparedQuery(CONFIRM)
        .execute(Tuple.of(key(staff), utc(now), Buffer.buffer(tag)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Boolean> wish(StaffId staff, Wishes wishes) {
    return pool.preparedQuery(WISH)
        .execute(Tuple.of(key(staff), wishes.shifts(), wishes.offers(), wishes.alarms()))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> forget(StaffId staff, Instant now) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(FORGET)
                    .execute(Tuple.of(key(staff)))
                    .compose(
                        gone ->
                            connection.preparedQuery(DROP).execute(Tuple.of(key(staff), utc(now)))))
        .mapEmpty();
  }

  @Override
  public Future<List<NotDelivered>> notDelivered(StaffId staff, Instant since) {
    return pool.preparedQuery(NOT_DELIVERED)
        .execute(Tuple.of(key(staff), utc(since)))
        .map(
            rows -> {
              List<NotDelivered> all = new ArrayList<>(rows.size());
              for (Row row : rows) {
                Instant ended = row.getOffsetDateTime("ended").toInstant();
                boolean perhaps = row.getString("state").equals("perhaps");
                Kind.parse(row.getString("kind"))
                    .ifPresent(kind -> all.add(new NotDelivered(kind, ended, perhaps)));
              }
              return all;
            });
  }

  @Override
  public Future<Integer> queueShifts(List<Due> due, Instant now) {
    List<Due> each = due.stream().distinct().toList(); // somebody may have two seats at that time
    if (each.isEmpty()) {
      return Future.succeededFuture(0);
    }
    Tuple rows =
        Tuple.tuple()
            .addArrayOfBuffer(all(each, one -> key(TextId.fresh()), Buffer[]::new))
            .addArrayOfBuffer(all(each, one -> key(one.staff()), Buffer[]::new))
            .addArrayOfString(
                all(each, one -> "shift/" + one.starts().getEpochSecond(), String[]::new))
            .addArrayOfOffsetDateTime(all(each, one -> utc(one.starts()), OffsetDateTime[]::new))
            .addArrayOfOffsetDateTime(all(each, one -> utc(one.next()), OffsetDateTime[]::new))
            .addOffsetDateTime(utc(now));
    return pool.preparedQuery(QUEUE_SHIFTS).execute(rows).map(RowSet::rowCount);
  }

  private static <T> T[] all(List<Due> due, Function<Due, T> part, IntFunction<T[]> array) {
    return due.stream().map(part).toArray(array);
  }

  @Override
  public Future<Integer> queueChanges(Instant now, Instant next) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(TO_TELL)
                    .execute(Tuple.of(utc(now.minus(BETWEEN_CHANGES))))
                    .map(PgReminderStore::people)
                    .compose(
                        who ->
                            who.length == 0
                                ? Future.succeededFuture(0)
                                : tell(connection, who, now, next)))
        .map(done -> Objects.requireNonNull(done));
  }

  private static Buffer[] people(RowSet<Row> rows) {
    List<Buffer> people = new ArrayList<>(rows.size());
    rows.forEach(row -> people.add(row.getBuffer("staff")));
    return people.toArray(Buffer[]::new);
  }

  private static Future<Integer> tell(
      SqlConnection connection, Buffer[] who, Instant now, Instant next) {
    Tuple since =
        Tuple.tuple().addOffsetDateTime(utc(now.minus(BETWEEN_CHANGES))).addArrayOfBuffer(who);
    return connection
        .preparedQuery(TOLD_BY_WHAT_WAITS)
        .execute(Tuple.tuple().addArrayOfBuffer(who))
        .compose(covered -> connection.preparedQuery(TELL).execute(since))
        .compose(told -> tell(connection, told, now, next));
  }

  /// One text for each person, named after the newest change it tells of.
  private static Future<Integer> tell(
      SqlConnection connection, RowSet<Row> told, Instant now, Instant next) {
    Map<Buffer, Long> newest = new HashMap<>();
    told.forEach(row -> newest.merge(row.getBuffer("staff"), row.getLong("id"), Math::max));
    List<Tuple> texts = new ArrayList<>();
    newest.forEach(
        (who, id) ->
            texts.add(
                Tuple.of(
                    key(TextId.fresh()),
                    who,
                    Kind.CHANGE.printed(),
                    "change/" + id,
                    utc(next),
                    utc(next.plus(A_DAY)),
                    utc(now))));
    return texts.isEmpty()
        ? Future.succeededFuture(0)
        : connection.preparedQuery(QUEUE).executeBatch(texts).map(texts.size());
  }

  @Override
  public Future<Boolean> queueOffer(StaffId staff, Instant now) {
    return offers.queue(staff, now);
  }

  @Override
  public Future<Optional<Instant>> lastOffer(StaffId staff, Instant now) {
    return offers.last(staff, now);
  }

  @Override
  public Future<Integer> queueAlarms(Kind kind, List<Alarm> found, Instant now, Instant next) {
    return alarms.queue(kind, found, now, next);
  }

  @Override
  public Future<Set<String>> causes(TextId text) {
    return alarms.causes(text);
  }

  @Override
  public Future<Set<Kind>> usedUp(StaffId staff, Instant since) {
    return alarms.usedUp(staff, since);
  }

  @Override
  public Future<Set<ServiceId>> unheard(Set<ServiceId> services, Set<Role> roles) {
    return alarms.unheard(services, roles);
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  private static Buffer key(StaffId id) {
    return Buffer.buffer(id.bytes());
  }

  private static Buffer key(TextId id) {
    return Buffer.buffer(id.bytes());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
