package havn.journal;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lines go after twelve months. The days lie far back, for a database that knows today.
class CutTest {

  private static final Instant NOW = Instant.parse("2022-11-20T12:00:00Z");
  private static final Instant OLD = Instant.parse("2021-11-19T23:59:59Z");
  private static final Instant KEPT = Instant.parse("2021-11-20T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final JournalForTests house = new JournalForTests();
  private final Journal journal = house.journal;

  @AfterEach
  void close() {
    house.close();
  }

  /// The clock has run for a week before it.
  private Checkpoint look(Instant now) {
    house.look(now.minus(Journal.BELIEVED));
    return house.look(now);
  }

  @Test
  void wholeDaysOfMoreThanTwelveMonthsGoAndALineSaysSo() {
    house.write(3, OLD);
    house.write(2, KEPT);
    look(NOW);
    List<JournalLine> left = get(journal.read(1));
    assertEquals(List.of(4L, 5L, 6L), left.stream().map(JournalLine::number).toList());
    JournalLine.Read said = left.getLast().read().orElseThrow();
    assertEquals("journal.cut", said.what());
    assertEquals(Act.SERVER, said.who());
    assertEquals(6, get(journal.cut()).orElseThrow().said());
    assertEquals(Optional.empty(), flaw(exported()));
    house.look(NOW.plus(HOUR));
    assertEquals(3, get(journal.read(1)).size(), "nothing more was due");
  }

  @Test
  void whatWasCutIsWholeAtTheNextLook() {
    house.write(3, OLD);
    house.write(2, KEPT);
    look(NOW);
    Checkpoint after = house.look(NOW.plus(HOUR));
    assertEquals(OptionalLong.empty(), after.flawed());
    assertEquals(6, after.stands().lines());
    assertEquals(Optional.of(NOW.plus(HOUR)), after.wholeAt());
  }

  @Test
  void aJournalOfOldLinesOnlyGoesOnFromItsLastOne() {
    house.write(2, OLD);
    look(NOW);
    house.write(1, NOW);
    List<JournalLine> left = get(journal.read(1));
    assertEquals(List.of(3L, 4L), left.stream().map(JournalLine::number).toList());
    assertEquals(Optional.empty(), flaw(exported()));
  }

  @Test
  void aLineWithAWrongTimeGoesWithTheLinesAroundIt() {
    house.write(1, OLD);
    house.write(1, Instant.parse("2099-01-01T00:00:00Z"));
    house.write(1, OLD);
    house.write(1, KEPT);
    house.write(1, OLD);
    look(NOW);
    assertEquals(4, get(journal.read(1)).getFirst().number());
  }

  @Test
  void aFlawedJournalIsNotCut() {
    house.write(3, OLD);
    house.owner("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 2");
    assertEquals(OptionalLong.of(2), look(NOW).flawed());
    assertEquals(3, get(journal.read(1)).size());
    assertEquals(Optional.empty(), get(journal.cut()));
  }

  @Test
  void whoCutsMoreThanTheServerDidIsFoundOut() {
    house.write(3, OLD);
    house.write(4, KEPT);
    look(NOW);
    List<String> more = new ArrayList<>(exported().subList(2, exported().size()));
    JournalLine four = get(journal.read(4)).getFirst();
    more.addFirst(new Standing(4, four.hash()).asCut());
    assertEquals(
        Optional.of("lines up to 4 are gone, and none says that they were cut"), flaw(more));
    house.owner("DELETE FROM journal WHERE number = 4");
    assertEquals(OptionalLong.of(4), house.look(NOW.plus(HOUR)).flawed());
    get(
        house
            .pool
            .preparedQuery("UPDATE journal_cut SET number = 4, hash = $1")
            .execute(Tuple.of(Buffer.buffer(four.hash().bytes()))));
    assertEquals(OptionalLong.of(5), house.look(NOW.plus(HOUR.multipliedBy(2))).flawed());
  }

  @Test
  void theDatabaseKeepsWhatIsNewWhateverAProgramSays() {
    house.write(2, OLD);
    get(
        house
            .pool
            .query(
                "INSERT INTO journal_cut (number, hash, said)"
                    + " VALUES (1, decode(repeat('00', 32), 'hex'), 9)")
            .execute());
    refused("DELETE FROM journal WHERE number = 2");
    get(house.pool.query("DELETE FROM journal WHERE number = 1").execute());
    get(
        house
            .pool
            .query(
                "INSERT INTO journal SELECT 0 + 3, E'3\\t' || to_char(now(), 'YYYY-MM-DD'),"
                    + " hash FROM journal WHERE number = 2")
            .execute());
    get(house.pool.query("UPDATE journal_cut SET number = 3").execute());
    refused("DELETE FROM journal WHERE number = 3");
    refused("UPDATE journal SET line = 'x'");
    refused("TRUNCATE journal");
    assertEquals(2, get(journal.read(1)).size());
  }

  private void refused(String sql) {
    assertThrows(RuntimeException.class, () -> get(house.pool.query(sql).execute()), sql);
  }

  /// As the server and the command line print it.
  private List<String> exported() {
    List<String> lines = new ArrayList<>();
    get(journal.cut()).ifPresent(cut -> lines.add(cut.upTo().asCut()));
    get(journal.read(1)).forEach(line -> lines.add(line.printed()));
    assertTrue(lines.getFirst().startsWith("cut\t"), lines.getFirst());
    return lines;
  }

  private static Optional<String> flaw(List<String> exported) {
    Ledger ledger = new Ledger();
    return exported.stream()
        .flatMap(line -> ledger.next(line).stream())
        .findFirst()
        .or(() -> ledger.end(NOW.plus(HOUR)));
  }
}
