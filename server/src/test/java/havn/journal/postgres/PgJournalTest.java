package havn.journal.postgres;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.journal.Act;
import havn.journal.Journal;
import havn.journal.JournalLine;
import havn.journal.Ledger;
import havn.kernel.id.StaffId;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgJournalTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final StaffId KARI = StaffId.fresh();

  private final Vertx vertx = Vertx.vertx();
  private Pool pool;
  private Journal journal;

  @BeforeEach
  void open() {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    journal = JournalStores.journal(pool);
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void manyWhoWriteAtOnceMakeOneChain() {
    get(
        Future.all(
            IntStream.range(0, 40).mapToObj(i -> journal.write(act("a" + i), NOON)).toList()));
    Ledger ledger = new Ledger();
    get(journal.read(1)).forEach(line -> assertTrue(ledger.next(line.printed()).isEmpty()));
    assertEquals(40, ledger.lines());
    assertEquals(10, get(journal.read(31)).size());
  }

  @Test
  void theDatabaseRefusesToChangeOrRemoveALine() {
    get(journal.write(act("thing"), NOON));
    for (String change :
        List.of("UPDATE journal SET line = 'x'", "DELETE FROM journal", "TRUNCATE journal")) {
      assertThrows(RuntimeException.class, () -> get(pool.query(change).execute()), change);
    }
    assertEquals(1, get(journal.read(1)).size());
  }

  @Test
  void aLineChangedByTheOwnerOfTheDatabaseShows() {
    for (int i = 0; i < 5; i++) {
      get(journal.write(act("a" + i), NOON));
    }
    get(pool.query("ALTER TABLE journal DISABLE TRIGGER journal_is_never_changed").execute());
    get(
        pool.query("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 3")
            .execute());
    Ledger ledger = new Ledger();
    List<String> flaws =
        get(journal.read(1)).stream().flatMap(l -> ledger.next(l.printed()).stream()).toList();
    assertEquals("line 3 was changed, or the one before it", flaws.getFirst());
  }

  @Test
  void aThingHasOnePseudonymADayAndNeverItsName() {
    get(journal.write(act("thing"), NOON));
    get(journal.write(act("thing"), NOON.plusSeconds(60)));
    get(journal.write(act("other"), NOON));
    get(journal.write(act("thing"), NOON.plus(Duration.ofDays(1))));
    List<String> pseudonyms = get(journal.read(1)).stream().map(PgJournalTest::pseudonym).toList();
    assertEquals(pseudonyms.get(0), pseudonyms.get(1));
    assertNotEquals(pseudonyms.get(0), pseudonyms.get(2));
    assertNotEquals(pseudonyms.get(0), pseudonyms.get(3));
    String name = HexFormat.of().formatHex("thing".getBytes(StandardCharsets.UTF_8));
    assertFalse(pseudonyms.get(0).contains(name));
  }

  @Test
  void keysOfPseudonymsAreDestroyedAfterThirtyDays() {
    get(journal.write(act("thing"), NOON));
    get(journal.write(act("thing"), NOON.plus(Duration.ofDays(1))));
    assertEquals(0, get(journal.forgetPseudonyms(NOON.plus(Duration.ofDays(30)))));
    assertEquals(1, get(journal.forgetPseudonyms(NOON.plus(Duration.ofDays(31)))));
    assertEquals(2, get(journal.read(1)).size());
  }

  private static Act act(String thing) {
    return new Act(KARI, Act.Deed.ARCHIVE_OPEN, thing.getBytes(StandardCharsets.UTF_8));
  }

  private static String pseudonym(JournalLine line) {
    return line.text().split("\t", -1)[4];
  }
}
