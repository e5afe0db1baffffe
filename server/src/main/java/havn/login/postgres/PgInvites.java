package havn.login.postgres;

import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.login.Invites;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

final class PgInvites implements Invites {

  // Links nobody opened are swept when the next one is made.
  private static final String SWEEP = "DELETE FROM invite WHERE expires < $1";
  private static final String ISSUE =
      "INSERT INTO invite (fingerprint, staff, expires) VALUES ($1, $2, $3)";
  private static final String REDEEM =
      "UPDATE invite SET used = $2 WHERE fingerprint = $1 AND used IS NULL AND expires > $2"
          + " RETURNING staff";

  private static final Duration KEPT = Duration.ofDays(30);

  private final Pool pool;
  private final InstantSource clock;

  PgInvites(Pool pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Future<Secret> issue(StaffId staff, Duration life) {
    Secret token = Secret.fresh();
    Instant now = clock.instant();
    Tuple row = Tuple.of(token.fingerprint(), Buffer.buffer(staff.bytes()), utc(now.plus(life)));
    return pool.preparedQuery(SWEEP)
        .execute(Tuple.of(utc(now.minus(KEPT))))
        .compose(swept -> pool.preparedQuery(ISSUE).execute(row))
        .map(token);
  }

  @Override
  public Future<Optional<StaffId>> redeem(Secret token) {
    return pool.preparedQuery(REDEEM)
        .execute(Tuple.of(token.fingerprint(), utc(clock.instant())))
        .map(PgInvites::staff);
  }

  private static Optional<StaffId> staff(RowSet<Row> rows) {
    for (Row row : rows) {
      return StaffId.of(row.getBuffer("staff").getBytes());
    }
    return Optional.empty();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
