package havn.reminder.postgres;

import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Texts that somebody waits, in the table `outbox`; one in 3 minutes for one person.
record PgOffers(Pool pool) {

  private static final Duration BETWEEN = Duration.ofMinutes(3);

  /// Somebody who is asked waits so long for an answer.
  private static final Duration LIFE = Duration.ofMinutes(3);

  private static final String QUEUE =
      "INSERT INTO outbox (id, staff, kind, about, state, next, until, made)"
          + " SELECT $1, r.staff, 'offer', $3, 'queued', $4, $5, $4 FROM reminder r"
          + " WHERE r.staff = $2 AND r.confirmed IS NOT NULL AND r.offers AND NOT EXISTS (SELECT"
          + " FROM outbox o WHERE o.staff = r.staff AND o.kind = 'offer' AND o.made > $6)"
          + " ON CONFLICT (staff, about) DO NOTHING";

  private static final String LAST =
      "SELECT max(o.made) AS made FROM outbox o JOIN reminder r ON r.staff = o.staff"
          + " AND r.confirmed IS NOT NULL AND r.offers WHERE o.staff = $1 AND o.kind = 'offer'"
          + " AND o.made > $2";

  Future<Boolean> queue(StaffId staff, Instant now) {
    return pool.preparedQuery(QUEUE)
        .execute(
            Tuple.of(
                Buffer.buffer(TextId.fresh().bytes()),
                Buffer.buffer(staff.bytes()),
                "offer/" + now.getEpochSecond() / BETWEEN.toSeconds(),
                utc(now),
                utc(now.plus(LIFE)),
                utc(now.minus(BETWEEN))))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Optional<Instant>> last(StaffId staff, Instant now) {
    return pool.preparedQuery(LAST)
        .execute(Tuple.of(Buffer.buffer(staff.bytes()), utc(now.minus(BETWEEN))))
        .map(
            rows ->
                Optional.ofNullable(rows.iterator().next().getOffsetDateTime("made"))
                    .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
