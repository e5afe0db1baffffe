package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.TestProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptOutLogTest {

  @TempDir private Path dir;
  private final CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider());

  OptOutLogTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aStoreThatCameFromABackupLearnsWhoSaidStopSince() {
    OptOutLog log = log();
    assertEquals(0, get(log.play(0)));
    byte[] stop = house.tagged(PHONE).stop();
    get(log.stop(stop, OptOuts.Source.WORD, house.now));
    get(house.pool.query("DELETE FROM opt_out").execute());
    assertEquals(0L, get(log.count()));
    assertEquals(1, get(log().play(0)));
    assertEquals(1L, get(log.count()));
    get(log.undo(stop));
    assertEquals(1, get(log().play(1)));
    assertEquals(0L, get(log.count()));
  }

  @Test
  void aStoreWithOptOutsWhoseFileIsGoneIsNotUsed() {
    assertInstanceOf(
        OptOutLog.Unusable.class,
        assertThrows(AssertionError.class, () -> get(log().play(1))).getCause());
    assertFalse(Files.exists(dir.resolve("opt-outs")));
  }

  @Test
  void aFileThatIsNoneOfItsOwnIsNotUsed() throws Exception {
    Files.writeString(dir.resolve("opt-outs"), "havn opt-outs 1\nstop abc\n");
    assertThrows(AssertionError.class, () -> get(log().play(0)));
  }

  @Test
  void theFileNamesNobody() throws Exception {
    OptOutLog log = log();
    get(log.play(0));
    get(log.stop(house.tagged(PHONE).stop(), OptOuts.Source.WORD, house.now));
    String kept = Files.readString(dir.resolve("opt-outs"));
    assertTrue(kept.contains("stop "), kept);
    assertFalse(kept.contains("41234567"), kept);
  }

  private OptOutLog log() {
    return new OptOutLog(dir.resolve("opt-outs"), house.optOuts, house.here());
  }
}
