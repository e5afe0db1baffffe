package havn.boot;

import havn.config.Settings;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// One piece of work on PostgreSQL for a command that then ends.
final class PostgresVisit {

  private static final long SECONDS = 30;

  private PostgresVisit() {}

  /// Brings the schema up to date, does the work and closes everything. Blocks for at most 30 s.
  static <T> T doing(Settings settings, Function<Pool, Future<T>> work) throws Refusal {
    PostgresAddress at = Platform.postgresAddress(settings);
    migrate(at);
    Vertx vertx = Vertx.vertx();
    try {
      return done(work.apply(Postgres.pool(vertx, at)));
    } finally {
      done(vertx.close().map(true));
    }
  }

  private static void migrate(PostgresAddress at) throws Refusal {
    try {
      Postgres.migrate(at);
    } catch (RuntimeException failure) {
      throw new Refusal(
          "PostgreSQL does not answer at "
              + at
              + ", or its schema is not ours; check postgres.* in the settings");
    }
  }

  private static <T> T done(Future<T> future) throws Refusal {
    try {
      return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw new Refusal(String.valueOf(cause.getMessage()));
    } catch (TimeoutException late) {
      throw new Refusal("PostgreSQL did not answer within " + SECONDS + " s");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted");
    }
  }
}
