package havn.journal;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.journal.postgres.JournalStores;
import havn.kernel.id.StaffId;
import havn.postgres.Postgres;
import havn.postgres.PostgresForTests;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The hourly look at the journal.
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
    assertEquals(0, look(NOON).stands().lines());
    write(3, NOON);
    assertEquals(0, look(NOON.plus(HOUR).minusSeconds(1)).stands().lines());
    Checkpoint made = look(NOON.plus(HOUR));
    Ledger ledger = new Ledger();
    get(journal.read(1)).forEach(line -> assertTrue(ledger.next(line.printed()).isEmpty()));
    assertEquals(ledger.standing(), made.stands());
    assertEquals(OptionalLong.empty(), made.flawed());
    assertEquals(Optional.of(NOON.plus(HOUR)), made.wholeAt());
  }

  @Test
  void aChangedLineIsNamedUntilItIsAsItWas() {
    write(5, NOON);
    owner("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 3");
    assertEquals(OptionalLong.of(3), look(NOON).flawed());
    assertEquals(OptionalLong.of(3), look(NOON.plus(HOUR)).flawed());
    owner("UPDATE journal SET line = replace(line, 'read', 'open') WHERE number = 3");
    Checkpoint mended = look(NOON.plus(HOUR.multipliedBy(2)));
    assertEquals(OptionalLong.empty(), mended.flawed());
    assertEquals(5, mended.stands().lines());
  }

  @Test
  void aLineThatIsChangedAfterItWasFoundWholeShows() {
    write(5, NOON);
    assertEquals(OptionalLong.empty(), look(NOON).flawed());
    owner("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 2");
    assertEquals(OptionalLong.of(2), look(NOON.plus(HOUR)).flawed());
  }

  @Test
  void linesCutOffAtTheEndShowForAsLongAsTheyAreGone() {
    write(5, NOON);
    assertEquals(OptionalLong.empty(), look(NOON).flawed());
    owner("DELETE FROM journal WHERE number > 3");
    assertEquals(OptionalLong.of(5), look(NOON.plus(HOUR)).flawed());
    write(4, NOON);
    assertEquals(OptionalLong.of(5), look(NOON.plus(HOUR).plus(HOUR)).flawed());
  }

  @Test
  void moreLinesThanOneReadingAnswersAreReadToo() {
    write(Journal.MOST_READ + 2, NOON);
    assertEquals(Journal.MOST_READ + 2, look(NOON).stands().lines());
    assertEquals(Journal.PAGE, get(journal.newest(Long.MAX_VALUE)).size());
    assertEquals(2, get(journal.newest(3)).getFirst().number());
  }

  @Test
  void aLookReadsAPartOnlyAndARoundComesThroughAllOfIt() {
    checks = new Checks(journal, 4);
    write(10, NOON);
    Checkpoint first = look(NOON);
    assertEquals(4, first.stands().lines());
    assertEquals(Optional.empty(), first.wholeAt());
    write(2, NOON);
    assertEquals(8, look(NOON.plus(HOUR)).round().lines());
    Instant third = NOON.plus(HOUR.multipliedBy(2));
    Checkpoint through = look(third);
    assertEquals(12, through.stands().lines());
    assertEquals(Optional.of(third), through.wholeAt());
    Checkpoint again = look(third.plus(HOUR));
    assertEquals(4, again.round().lines(), "the next round");
    assertEquals(Optional.of(third), again.wholeAt());
  }

  @Test
  void checkpointsAreKeptForAYear() {
    look(NOON);
    look(NOON.plus(Duration.ofDays(364)));
    assertEquals(2, kept());
    look(NOON.plus(Duration.ofDays(366)));
    assertEquals(2, kept());
  }

  private Checkpoint look(Instant now) {
    get(checks.look(now));
    return get(journal.checkpoint()).orElseThrow();
  }

  private long kept() {
    return get(pool.query("SELECT count(*) FROM journal_checkpoint").execute())
        .iterator()
        .next()
        .getLong(0);
  }

  private void write(int lines, Instant at) {
    for (int i = 0; i < lines; i++) {
      get(journal.write(new Act(StaffId.fresh(), Act.Deed.ARCHIVE_OPEN, new byte[16]), at));
    }
  }

  /// What whoever owns the database can do.
  private void owner(String change) {
    for (String sql : List.of("ALTER TABLE journal DISABLE TRIGGER USER", change)) {
      get(pool.query(sql).execute());
    }
  }
}
