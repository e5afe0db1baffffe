package havn.login.postgres;

import havn.kernel.id.DeviceId;
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
  private static final String ISSUE_FROM =
      "WITH maker AS MATERIALIZED (SELECT state FROM device WHERE id = $4 FOR SHARE)"
          + " INSERT INTO invite (fingerprint, staff, expires) SELECT $1, $2, $3"
          + " WHERE NOT EXISTS (SELECT FROM roster)"
          + " OR EXISTS (SELECT FROM maker WHERE state = 'rostered')";
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
    return swept()
        .compose(swept -> pool.preparedQuery(ISSUE).execute(row(token, staff, life)))
        .map(token);
  }

  @Override
  public Future<Optional<Secret>> issueFrom(
      Optional<DeviceId> maker, StaffId staff, Duration life) {
    Secret token = Secret.fresh();
    Tuple row =
        row(token, staff, life)
            .addBuffer(maker.map(DeviceId::bytes).map(Buffer::buffer).orElse(null));
    return swept()
        .compose(swept -> pool.preparedQuery(ISSUE_FROM).execute(row))
        .map(made -> made.rowCount() == 1 ? Optional.of(token) : Optional.empty());
  }

  private Future<Void> swept() {
    return pool.preparedQuery(SWEEP).execute(Tuple.of(utc(clock.instant().minus(KEPT)))).mapEmpty();
  }

  private Tuple row(Secret token, StaffId staff, Duration life) {
    return Tuple.of(
        token.fingerprint(), Buffer.buffer(staff.bytes()), utc(clock.instant().plus(life)));
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
