package havn.reminder.postgres;

import havn.reminder.Kind;
import havn.reminder.VisitTraces;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/// Rows of `alarm` and `outbox` about calls for help, those who wait, and chats that go on.
record PgVisitTraces(Pool pool) implements VisitTraces {

  private static final String[] KINDS =
      Stream.of(
              Kind.OFFER,
              Kind.CALLED,
              Kind.UNANSWERED,
              Kind.LINE,
              Kind.UNTAKEN,
              Kind.OVERTIME,
              Kind.AFTERSHIFT)
          .map(Kind::printed)
          .toArray(String[]::new);
  private static final String ALARMS =
      "DELETE FROM alarm WHERE at <= $1 AND (cause LIKE 'called/%' OR cause LIKE 'unanswered/%'"
          + " OR cause LIKE 'overtime/%' OR cause LIKE 'aftershift/%')";
  private static final String TEXTS = "DELETE FROM outbox WHERE made <= $1 AND kind = ANY($2)";

  @Override
  public Future<Integer> sweep(Instant now) {
    OffsetDateTime then = now.minus(LIFE).atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(ALARMS)
        .execute(Tuple.of(then))
        .compose(
            alarms ->
                pool.preparedQuery(TEXTS)
                    .execute(Tuple.of(then).addArrayOfString(KINDS))
                    .map(texts -> alarms.rowCount() + texts.rowCount()));
  }
}
