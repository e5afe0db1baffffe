package havn.reminder.postgres;

import havn.alarm.Alarm;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.reminder.Kind;
import havn.staff.Role;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Who was told of which alarm, in the table `alarm`; the texts stand in `outbox`.
final class PgAlarms {

  private static final Duration A_DAY = Duration.ofHours(24);

  /// Of what was dropped nobody was told.
  private static final String UNTOLD =
      "SELECT d.staff, d.cause, d.until FROM unnest($1::bytea[], $2::text[], $3::timestamptz[]) AS"
          + " d (staff, cause, until) JOIN reminder r ON r.staff = d.staff AND r.confirmed IS NOT"
          + " NULL AND CASE WHEN $5 THEN r.offers ELSE r.alarms END WHERE d.until > $4 AND NOT"
          + " EXISTS (SELECT FROM alarm a LEFT JOIN outbox o ON o.id = a.text WHERE a.staff ="
          + " d.staff AND a.cause = d.cause AND (o.id IS NULL OR o.state <> 'dropped'))";

  /// Two processes look one after the other at one person.
  private static final String LOCK =
      "SELECT staff FROM reminder WHERE staff = ANY($1) ORDER BY staff FOR UPDATE";
  private static final String WAITS =
      "SELECT staff, id FROM outbox WHERE staff = ANY($1) AND kind = $2 AND state = 'queued'"
          + " AND NOT doubt ORDER BY staff, made FOR UPDATE";
  private static final String HAD_ENOUGH =
      "SELECT staff FROM outbox WHERE staff = ANY($1) AND kind = $2 AND made > $3 AND state <>"
          + " 'dropped' GROUP BY staff HAVING count(*) >= $4";
  private static final String COUNTS =
      "SELECT kind, count(*) AS texts FROM outbox WHERE staff = $1 AND made > $2 AND state <>"
          + " 'dropped' GROUP BY kind";
  private static final String QUEUE =
      "INSERT INTO outbox (id, staff, kind, about, state, next, until, made)"
          + " VALUES ($1, $2, $3, $4, 'queued', $5, $6, $7)";

  /// What comes waits for no pause that was meant for what was refused before.
  private static final String LASTS =
      "UPDATE outbox SET until = greatest(until, $2), next = least(next, $3) WHERE id = $1";
  private static final String TELL =
      "INSERT INTO alarm (staff, cause, text, at) VALUES ($1, $2, $3, $4)"
          + " ON CONFLICT (staff, cause) DO UPDATE SET text = excluded.text, at = excluded.at";
  private static final String CAUSES =
      "SELECT cause FROM alarm WHERE text = $1 ORDER BY at, cause LIMIT 50";
  private static final String UNHEARD =
      "SELECT s.id FROM unnest($1::text[]) AS s (id) WHERE NOT EXISTS (SELECT FROM staff m"
          + " JOIN reminder r ON r.staff = m.id AND r.confirmed IS NOT NULL AND r.alarms"
          + " WHERE m.gone IS NULL AND m.role = ANY($2) AND s.id = ANY(m.services))";

  private final Pool pool;

  PgAlarms(Pool pool) {
    this.pool = pool;
  }

  /// Somebody who was not told of something.
  private record Untold(Buffer staff, String cause, Instant until) {}

  Future<Integer> queue(Kind kind, List<Alarm> alarms, Instant now, Instant next) {
    Tuple each = each(alarms, next).addBoolean(kind.onDuty());
    return untold(pool, each)
        .compose(
            untold ->
                untold.isEmpty()
                    ? Future.succeededFuture(0)
                    : pool.withTransaction(
                            connection -> queue(connection, kind, untold, each, now, next))
                        .map(told -> Objects.requireNonNull(told)));
  }

  private static Tuple each(List<Alarm> alarms, Instant next) {
    List<Buffer> staff = new ArrayList<>();
    List<String> causes = new ArrayList<>();
    List<OffsetDateTime> until = new ArrayList<>();
    for (Alarm alarm : alarms) {
      for (StaffId who : alarm.whom()) {
        staff.add(Buffer.buffer(who.bytes()));
        causes.add(alarm.cause().name());
        until.add(utc(alarm.until()));
      }
    }
    return Tuple.tuple()
        .addArrayOfBuffer(staff.toArray(Buffer[]::new))
        .addArrayOfString(causes.toArray(String[]::new))
        .addArrayOfOffsetDateTime(until.toArray(OffsetDateTime[]::new))
        .addOffsetDateTime(utc(next));
  }

  private static Future<List<Untold>> untold(SqlClient client, Tuple each) {
    return client
        .preparedQuery(UNTOLD)
        .execute(each)
        .map(
            rows -> {
              List<Untold> all = new ArrayList<>(rows.size());
              for (Row row : rows) {
                Instant until = row.getOffsetDateTime("until").toInstant();
                all.add(new Untold(row.getBuffer("staff"), row.getString("cause"), until));
              }
              return all;
            });
  }

  private static Future<Integer> queue(
      SqlConnection connection,
      Kind kind,
      List<Untold> seen,
      Tuple each,
      Instant now,
      Instant next) {
    Buffer[] who = seen.stream().map(Untold::staff).distinct().toArray(Buffer[]::new);
    Tuple ofKind = Tuple.tuple().addArrayOfBuffer(who).addString(kind.printed());
    Tuple lately = Tuple.tuple().addArrayOfBuffer(who).addString(kind.printed());
    Future<RowSet<Row>> locked =
        connection.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfBuffer(who));
    Future<List<Untold>> untold = locked.compose(mine -> untold(connection, each));
    Future<RowSet<Row>> waits =
        untold.compose(left -> connection.preparedQuery(WAITS).execute(ofKind));
    Future<RowSet<Row>> enough =
        waits.compose(
            rows ->
                connection
                    .preparedQuery(HAD_ENOUGH)
                    .execute(
                        lately
                            .addOffsetDateTime(utc(now.minus(A_DAY)))
                            .addLong((long) kind.most())));
    return enough.compose(
        rows -> {
          Map<Buffer, Buffer> texts = new HashMap<>();
          waits.result().forEach(row -> texts.put(row.getBuffer("staff"), row.getBuffer("id")));
          Set<Buffer> full = new HashSet<>();
          rows.forEach(row -> full.add(row.getBuffer("staff")));
          return tell(
              connection, new Texts(kind, texts, full, now, next), List.of(who), untold.result());
        });
  }

  /// @param waiting person → the text that waits for them
  /// @param full who had so many that they get no other
  private record Texts(
      Kind kind, Map<Buffer, Buffer> waiting, Set<Buffer> full, Instant now, Instant next) {}

  private static Future<Integer> tell(
      SqlConnection connection, Texts texts, List<Buffer> locked, List<Untold> untold) {
    Map<Buffer, Buffer> ids = new HashMap<>(texts.waiting());
    List<Tuple> fresh = new ArrayList<>();
    List<Tuple> last = new ArrayList<>();
    List<Tuple> told = new ArrayList<>();
    Set<Buffer> people = new HashSet<>();
    for (Untold one : untold) {
      Buffer id = ids.get(one.staff());
      if (!locked.contains(one.staff()) || id == null && texts.full().contains(one.staff())) {
        continue;
      }
      if (id == null) {
        TextId text = TextId.fresh();
        id = Buffer.buffer(text.bytes());
        ids.put(one.staff(), id);
        fresh.add(
            Tuple.of(
                id,
                one.staff(),
                texts.kind().printed(),
                "alarm/" + text.hex(),
                utc(texts.next()),
                utc(one.until()),
                utc(texts.now())));
      } else {
        last.add(Tuple.of(id, utc(one.until()), utc(texts.next())));
      }
      people.add(one.staff());
      told.add(Tuple.of(one.staff(), one.cause(), id, utc(texts.now())));
    }
    return batch(connection, QUEUE, fresh)
        .compose(queued -> batch(connection, LASTS, last))
        .compose(lasting -> batch(connection, TELL, told))
        .map(people.size());
  }

  private static Future<Void> batch(SqlConnection connection, String query, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(query).executeBatch(rows).mapEmpty();
  }

  Future<Set<String>> causes(TextId text) {
    return pool.preparedQuery(CAUSES)
        .execute(Tuple.of(Buffer.buffer(text.bytes())))
        .map(
            rows -> {
              Set<String> all = new HashSet<>();
              rows.forEach(row -> all.add(row.getString("cause")));
              return all;
            });
  }

  Future<Set<Kind>> usedUp(StaffId staff, Instant since) {
    return pool.preparedQuery(COUNTS)
        .execute(Tuple.of(Buffer.buffer(staff.bytes()), utc(since)))
        .map(
            rows -> {
              Set<Kind> all = EnumSet.noneOf(Kind.class);
              for (Row row : rows) {
                Kind.parse(row.getString("kind"))
                    .filter(kind -> kind.tellsOfAlarms() && row.getLong("texts") >= kind.most())
                    .ifPresent(all::add);
              }
              return all;
            });
  }

  Future<Set<ServiceId>> unheard(Set<ServiceId> services, Set<Role> roles) {
    String[] slugs = services.stream().map(ServiceId::slug).toArray(String[]::new);
    String[] printed = roles.stream().map(Role::printed).toArray(String[]::new);
    return pool.preparedQuery(UNHEARD)
        .execute(Tuple.tuple().addArrayOfString(slugs).addArrayOfString(printed))
        .map(
            rows -> {
              Set<ServiceId> all = new HashSet<>();
              rows.forEach(row -> all.add(new ServiceId(row.getString("id"))));
              return all;
            });
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
