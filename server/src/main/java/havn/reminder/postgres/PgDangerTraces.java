package havn.reminder.postgres;

import havn.reminder.DangerTraces;
import havn.reminder.Kind;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Rows of `alarm` and `outbox` about calls for help.
record PgDangerTraces(Pool pool) implements DangerTraces {

  private static final String ALARMS =
      "DELETE FROM alarm WHERE at <= $1 AND (cause LIKE 'called/%' OR cause LIKE 'unanswered/%')";
  private static final String TEXTS = "DELETE FROM outbox WHERE made <= $1 AND kind IN ($2, $3)";

  @Override
  public Future<Integer> sweep(Instant now) {
    OffsetDateTime then = now.minus(LIFE).atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(ALARMS)
        .execute(Tuple.of(then))
        .compose(
            alarms ->
                pool.preparedQuery(TEXTS)
                    .execute(Tuple.of(then, Kind.CALLED.printed(), Kind.UNANSWERED.printed()))
                    .map(texts -> alarms.rowCount() + texts.rowCount()));
  }
}
