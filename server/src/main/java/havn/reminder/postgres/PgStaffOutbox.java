package havn.reminder.postgres;

import havn.channel.Handed;
import havn.channel.Outbox;
import havn.channel.PhoneNumber;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.reminder.Kind;
import havn.reminder.SealedFor;
import havn.reminder.StaffText;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Texts to staff, in the table `outbox`; claims skip rows that others hold.
final class PgStaffOutbox implements Outbox<StaffText> {

  private static final String[] KNOWN = printed(kind -> true);
  private static final String[] URGENT = printed(Kind::anyHour);

  private static final String CLAIM_DUE =
      "WITH due AS (SELECT id, NOT kind = ANY($4) AS patient, next FROM outbox"
          + " WHERE state IN ('queued', 'claimed') AND next <= $1 AND kind = ANY($3)"
          + " ORDER BY patient, next LIMIT "
          + MOST_AT_ONCE
          + " FOR UPDATE SKIP LOCKED), mine AS (UPDATE outbox o SET state = 'claimed',"
          + " claim = o.claim + 1, next = $2 FROM due WHERE o.id = due.id RETURNING o.id, o.staff,"
          + " o.kind, o.text, o.starts, o.until, o.claim, o.tries, o.doubt, due.patient,"
          + " due.next AS was) SELECT * FROM mine ORDER BY patient, was";
  private static final String MINE = " WHERE id = $1 AND claim = $2 AND state = 'claimed'";

  /// Of what a text tells, something must still be so; the rest of what that takes is looked at a
  /// moment before, where the text is worded.
  private static final String STILL_LATE =
      " EXISTS (SELECT FROM alarm a JOIN task t ON a.text = o.id AND t.done IS NULL"
          + " AND t.id = CASE WHEN a.cause LIKE 'task/%' THEN"
          + " decode(split_part(a.cause, '/', 2), 'hex') END)";
  private static final String STILL_EMPTY =
      " EXISTS (SELECT FROM alarm a JOIN shift_plan p ON a.text = o.id"
          + " AND p.id = CASE WHEN a.cause LIKE 'gap/%' THEN"
          + " decode(split_part(a.cause, '/', 2), 'hex') END AND p.seats > (SELECT count(*)"
          + " FROM shift_seat s WHERE s.plan = p.id AND s.day = CASE WHEN a.cause LIKE 'gap/%'"
          + " THEN split_part(a.cause, '/', 3)::date END))";
  private static final String BEGIN =
      "UPDATE outbox o SET doubt = true, next = $4 FROM reminder r WHERE o.id = $1"
          + " AND o.claim = $2 AND o.state = 'claimed' AND o.next > $3 AND r.staff = o.staff"
          + " AND (o.kind = 'code'"
          + " AND r.confirmed IS NULL OR r.confirmed IS NOT NULL AND CASE o.kind"
          + " WHEN 'offer' THEN r.offers WHEN 'code' THEN false"
          + " WHEN 'called' THEN r.offers WHEN 'unanswered' THEN r.alarms"
          + " WHEN 'line' THEN r.offers WHEN 'untaken' THEN r.alarms"
          + " WHEN 'late' THEN r.alarms WHEN 'lane' THEN r.alarms"
          + " WHEN 'overtime' THEN r.alarms WHEN 'aftershift' THEN r.alarms"
          + " WHEN 'gap' THEN r.alarms AND"
          + STILL_EMPTY
          + " WHEN 'task' THEN r.alarms AND"
          + STILL_LATE
          + " WHEN 'urgent' THEN r.alarms AND"
          + STILL_LATE
          + " ELSE r.shifts END)"
          + " RETURNING r.number";
  private static final String STILL_MINE = "SELECT FROM outbox" + MINE + " AND next > $3";
  private static final String END =
      "UPDATE outbox SET state = $3, ended = $4, text = NULL, doubt = false" + MINE;
  private static final String AGAIN =
      "UPDATE outbox SET state = 'queued', next = $3, tries = tries + $4, doubt = $5" + MINE;
  private static final String FORGET = "DELETE FROM outbox WHERE ended < $1";
  private static final String FORGET_ALARMS = "DELETE FROM alarm WHERE at < $1";

  private final Pool pool;
  private final SealedFor sealed;

  PgStaffOutbox(Pool pool, SealedFor sealed) {
    this.pool = pool;
    this.sealed = sealed;
  }

  @Override
  public Future<List<StaffText>> claim(Instant now) {
    return pool.preparedQuery(CLAIM_DUE)
        .execute(
            Tuple.of(utc(now), utc(now.plus(CLAIM)))
                .addArrayOfString(KNOWN)
                .addArrayOfString(URGENT))
        .map(
            rows -> {
              List<StaffText> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(waiting(row)));
              return all;
            });
  }

  private static StaffText waiting(Row row) {
    return new StaffText(
        TextId.of(row.getBuffer("id").getBytes()).orElseThrow(),
        StaffId.of(row.getBuffer("staff").getBytes()).orElseThrow(),
        Kind.parse(row.getString("kind")).orElseThrow(),
        Optional.ofNullable(row.getBuffer("text")).map(Buffer::getBytes),
        Optional.ofNullable(row.getOffsetDateTime("starts")).map(OffsetDateTime::toInstant),
        row.getOffsetDateTime("until").toInstant(),
        row.getInteger("claim"),
        row.getInteger("tries"),
        row.getBoolean("doubt"));
  }

  @Override
  public Future<Begun> begin(StaffText text, Instant now) {
    return pool.preparedQuery(BEGIN)
        .execute(mine(text).addValue(utc(now)).addValue(utc(now.plus(CLAIM))))
        .compose(
            rows -> {
              for (Row row : rows) {
                return Future.succeededFuture(to(text, row.getBuffer("number").getBytes()));
              }
              return notBegun(text, now);
            });
  }

  private Begun to(StaffText text, byte[] number) {
    Optional<PhoneNumber> opened = sealed.number(text.staff(), number);
    return opened.isPresent() ? new To(opened.get(), false) : new Unreadable();
  }

  private Future<Begun> notBegun(StaffText text, Instant now) {
    return pool.preparedQuery(STILL_MINE)
        .execute(mine(text).addValue(utc(now)))
        .map(rows -> rows.size() == 1 ? new NotWished() : new RanOut());
  }

  @Override
  public Future<Boolean> end(
      StaffText text, End end, Optional<Handed.Accepted> accepted, Instant now) {
    return pool.preparedQuery(END)
        .execute(mine(text).addString(end.name().toLowerCase(Locale.ROOT)).addValue(utc(now)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> again(StaffText text, Instant next, boolean refused, boolean doubt) {
    return pool.preparedQuery(AGAIN)
        .execute(mine(text).addValue(utc(next)).addInteger(refused ? 1 : 0).addBoolean(doubt))
        .mapEmpty();
  }

  @Override
  public Future<Integer> forget(Instant before) {
    Tuple then = Tuple.of(utc(before));
    return pool.preparedQuery(FORGET_ALARMS)
        .execute(then)
        .compose(alarms -> pool.preparedQuery(FORGET).execute(then))
        .map(rows -> rows.rowCount());
  }

  private static String[] printed(Predicate<Kind> which) {
    return Arrays.stream(Kind.values()).filter(which).map(Kind::printed).toArray(String[]::new);
  }

  private static Tuple mine(StaffText text) {
    return Tuple.tuple().addBuffer(Buffer.buffer(text.id().bytes())).addInteger(text.claim());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
