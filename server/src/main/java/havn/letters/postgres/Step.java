package havn.letters.postgres;

import havn.letters.Keeping;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.Objects;
import java.util.function.Function;

/// One transaction that is kept only when all of it came out well.
final class Step {

  private Step() {}

  /// Commits when `work` answers `KEPT`; takes everything back otherwise, and when it fails.
  static Future<Keeping> of(Pool pool, Function<SqlConnection, Future<Keeping>> work) {
    return pool.withConnection(
            connection ->
                connection
                    .begin()
                    .compose(
                        transaction ->
                            work.apply(connection)
                                .compose(keeping -> end(transaction, keeping))
                                .recover(failure -> undone(transaction, failure))))
        .map(keeping -> Objects.requireNonNull(keeping));
  }

  private static Future<Keeping> end(Transaction transaction, Keeping keeping) {
    return keeping == Keeping.KEPT
        ? transaction.commit().map(keeping)
        : transaction.rollback().map(keeping);
  }

  private static Future<Keeping> undone(Transaction transaction, Throwable failure) {
    return transaction.rollback().transform(done -> Future.failedFuture(failure));
  }
}
