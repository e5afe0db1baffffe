package havn.journal;

import static havn.Eventually.get;

import havn.journal.postgres.JournalStores;
import havn.kernel.id.StaffId;
import havn.postgres.Postgres;
import havn.postgres.PostgresForTests;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;

/// A journal in a database of its own, and the looks at it.
final class JournalForTests implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  final Pool pool = Postgres.pool(vertx, PostgresForTests.migrated());
  final Journal journal = JournalStores.journal(pool);
  Checks checks = new Checks(journal);

  void write(int lines, Instant at) {
    for (int i = 0; i < lines; i++) {
      get(journal.write(new Act(StaffId.fresh(), Act.Deed.ARCHIVE_OPEN, new byte[16]), at));
    }
  }

  /// Looks, and answers the newest checkpoint then.
  Checkpoint look(Instant now) {
    get(checks.look(now));
    return get(journal.checkpoint(now)).orElseThrow();
  }

  /// Numbers of the lines that stand.
  List<Long> left() {
    return get(journal.read(1)).stream().map(JournalLine::number).toList();
  }

  /// What whoever owns the database can do.
  void owner(String change) {
    for (String sql : List.of("ALTER TABLE journal DISABLE TRIGGER USER", change)) {
      get(pool.query(sql).execute());
    }
  }

  @Override
  public void close() {
    get(pool.close());
    get(vertx.close());
  }
}
