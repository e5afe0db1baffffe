package havn.journal;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The hourly look at the journal.
class ChecksTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final JournalForTests house = new JournalForTests();
  private final Journal journal = house.journal;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void itSaysWhatTheCommandLineSaysAndOnceAnHourOnly() {
    assertEquals(0, house.look(NOON).stands().lines());
    house.write(3, NOON);
    assertEquals(0, house.look(NOON.plus(HOUR).minusSeconds(1)).stands().lines());
    Checkpoint made = house.look(NOON.plus(HOUR));
    Ledger ledger = new Ledger();
    get(journal.read(1)).forEach(line -> assertTrue(ledger.next(line.printed()).isEmpty()));
    assertEquals(ledger.standing(), made.stands());
    assertEquals(OptionalLong.empty(), made.flawed());
    assertEquals(Optional.of(NOON.plus(HOUR)), made.wholeAt());
  }

  @Test
  void aChangedLineIsNamedUntilItIsAsItWas() {
    house.write(5, NOON);
    house.owner("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 3");
    assertEquals(OptionalLong.of(3), house.look(NOON).flawed());
    assertEquals(OptionalLong.of(3), house.look(NOON.plus(HOUR)).flawed());
    house.owner("UPDATE journal SET line = replace(line, 'read', 'open') WHERE number = 3");
    Checkpoint mended = house.look(NOON.plus(HOUR.multipliedBy(2)));
    assertEquals(OptionalLong.empty(), mended.flawed());
    assertEquals(5, mended.stands().lines());
  }

  @Test
  void aLineThatIsChangedAfterItWasFoundWholeShows() {
    house.write(5, NOON);
    assertEquals(OptionalLong.empty(), house.look(NOON).flawed());
    house.owner("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 2");
    assertEquals(OptionalLong.of(2), house.look(NOON.plus(HOUR)).flawed());
  }

  @Test
  void linesCutOffAtTheEndShowForAsLongAsTheyAreGone() {
    house.write(5, NOON);
    assertEquals(OptionalLong.empty(), house.look(NOON).flawed());
    house.owner("DELETE FROM journal WHERE number > 3");
    assertEquals(OptionalLong.of(5), house.look(NOON.plus(HOUR)).flawed());
    house.write(4, NOON);
    assertEquals(OptionalLong.of(5), house.look(NOON.plus(HOUR).plus(HOUR)).flawed());
  }

  @Test
  void moreLinesThanOneReadingAnswersAreReadToo() {
    house.write(Journal.MOST_READ + 2, NOON);
    assertEquals(Journal.MOST_READ + 2, house.look(NOON).stands().lines());
    assertEquals(Journal.PAGE, get(journal.newest(Long.MAX_VALUE)).size());
    assertEquals(2, get(journal.newest(3)).getFirst().number());
  }

  @Test
  void aLookReadsAPartOnlyAndARoundComesThroughAllOfIt() {
    house.checks = new Checks(journal, 4);
    house.write(10, NOON);
    Checkpoint first = house.look(NOON);
    assertEquals(4, first.stands().lines());
    assertEquals(Optional.empty(), first.wholeAt());
    house.write(2, NOON);
    assertEquals(8, house.look(NOON.plus(HOUR)).round().lines());
    Instant third = NOON.plus(HOUR.multipliedBy(2));
    Checkpoint through = house.look(third);
    assertEquals(12, through.stands().lines());
    assertEquals(Optional.of(third), through.wholeAt());
    Checkpoint again = house.look(third.plus(HOUR));
    assertEquals(4, again.round().lines(), "the next round");
    assertEquals(Optional.of(third), again.wholeAt());
  }

  @Test
  void checkpointsAreKeptForAYear() {
    house.look(NOON);
    house.look(NOON.plus(Duration.ofDays(358)));
    house.look(NOON.plus(Duration.ofDays(364)));
    assertEquals(3, kept());
    house.look(NOON.plus(Duration.ofDays(366)));
    assertEquals(3, kept());
  }

  private long kept() {
    return get(house.pool.query("SELECT count(*) FROM journal_checkpoint").execute())
        .iterator()
        .next()
        .getLong(0);
  }
}
