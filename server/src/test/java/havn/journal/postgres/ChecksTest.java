package havn.journal.postgres;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.journal.Act;
import havn.journal.Checkpoint;
import havn.journal.Checks;
import havn.journal.Journal;
import havn.journal.Ledger;
import havn.kernel.id.StaffId;
import havn.postgres.Postgres;
import havn.postgres.PostgresForTests;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The hourly look at the whole journal.
class ChecksTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Vertx vertx = Vertx.vertx();
  private Pool pool;
  private Journal journal;
  private Checks checks;

  @BeforeEach
  void open() {
    pool = Postgres.pool(vertx, PostgresForTests.migrated());
    journal = JournalStores.journal(pool);
    checks = new Checks(journal);
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void itSaysWhatTheCommandLineSaysAndOnceAnHourOnly() {
    assertEquals(0, get(checks.current(NOON)).lines());
    write(3);
    assertEquals(0, get(checks.current(NOON.plus(HOUR).minusSeconds(1))).lines());
    Checkpoint made = get(checks.current(NOON.plus(HOUR)));
    Ledger ledger = new Ledger();
    get(journal.read(1)).forEach(line -> assertTrue(ledger.next(line.printed()).isEmpty()));
    assertEquals(ledger.standing(), made.standing());
    assertEquals(OptionalLong.empty(), made.flawed());
  }

  @Test
  void aChangedLineIsNamed() {
    write(5);
    owner("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 3");
    assertEquals(OptionalLong.of(3), get(checks.current(NOON)).flawed());
  }

  @Test
  void linesCutOffAtTheEndShowForAsLongAsTheyAreGone() {
    write(5);
    assertEquals(OptionalLong.empty(), get(checks.current(NOON)).flawed());
    owner("DELETE FROM journal WHERE number > 3");
    assertEquals(OptionalLong.of(5), get(checks.current(NOON.plus(HOUR))).flawed());
    write(4);
    assertEquals(OptionalLong.of(5), get(checks.current(NOON.plus(HOUR).plus(HOUR))).flawed());
  }

  @Test
  void moreLinesThanOneReadingAnswersAreReadToo() {
    write(Journal.MOST_READ + 2);
    assertEquals(Journal.MOST_READ + 2, get(checks.current(NOON)).lines());
    assertEquals(Journal.PAGE, get(journal.newest(Long.MAX_VALUE)).size());
    assertEquals(2, get(journal.newest(3)).getFirst().number());
  }

  @Test
  void checkpointsAreKeptForAYear() {
    get(checks.current(NOON));
    get(checks.current(NOON.plus(Duration.ofDays(364))));
    assertEquals(2, kept());
    get(checks.current(NOON.plus(Duration.ofDays(366))));
    assertEquals(2, kept());
  }

  private long kept() {
    return get(pool.query("SELECT count(*) FROM journal_checkpoint").execute())
        .iterator()
        .next()
        .getLong(0);
  }

  private void write(int lines) {
    for (int i = 0; i < lines; i++) {
      get(journal.write(new Act(StaffId.fresh(), Act.Deed.ARCHIVE_OPEN, new byte[16]), NOON));
    }
  }

  /// What whoever owns the database can do.
  private void owner(String change) {
    for (String sql :
        List.of("ALTER TABLE journal DISABLE TRIGGER journal_is_never_changed", change)) {
      get(pool.query(sql).execute());
    }
  }
}
