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
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    OptOutLog log = played();
    get(log.stop(stop(), OptOuts.Source.WORD, house.now));
    get(house.pool.query("DELETE FROM opt_out").execute());
    assertEquals(1, get(log().play()));
    assertEquals(1, marks());
  }

  @Test
  void aStoreThatCameFromABackupLearnsWhoTookItBackSince() {
    OptOutLog log = played();
    get(log.stop(stop(), OptOuts.Source.WORD, house.now));
    house.later(Duration.ofHours(1));
    get(log.undone(stop(), house.now));
    get(log().play());
    assertEquals(0, marks());
  }

  @Test
  void whatWasTakenBackBeforeALaterStopStaysStopped() {
    OptOutLog log = played();
    get(log.stop(stop(), OptOuts.Source.WORD, house.now));
    get(house.optOuts.remove(stop(), house.now));
    get(log.stop(stop(), OptOuts.Source.WORKER, house.now.plusSeconds(60)));
    get(log.undone(stop(), house.now));
    get(log().play());
    assertEquals(1, marks());
  }

  @Test
  void aStoreThatWasUsedAndWhoseFileIsGoneIsNotUsed() {
    house.says(PHONE, "a", "Hei");
    assertUnusable();
    assertFalse(Files.exists(file()));
  }

  @Test
  void aFileThatLacksAnOptOutOfTheStoreIsAnOlderOne() throws Exception {
    OptOutLog log = played();
    byte[] older = Files.readAllBytes(file());
    get(log.stop(stop(), OptOuts.Source.WORD, house.now));
    Files.write(file(), older);
    assertUnusable();
  }

  @Test
  void aFileThatIsNoneOfItsOwnIsNotUsed() throws Exception {
    for (String text : List.of("", "havn", "havn opt-outs 1\nstop abc\n")) {
      Files.writeString(file(), text);
      assertUnusable();
    }
  }

  @Test
  void aLineThatALossOfPowerToreIsLeftOutAndTheNextOneIsWhole() throws Exception {
    OptOutLog log = played();
    get(log.stop(stop(), OptOuts.Source.WORD, house.now));
    Files.writeString(file(), "stop 0123", StandardOpenOption.APPEND);
    assertEquals(1, get(log().play()));
    Files.writeString(file(), "undo 4567", StandardOpenOption.APPEND);
    get(log.undone(stop(), house.now));
    get(log().play());
    assertEquals(0, marks());
  }

  @Test
  void whoSaysStopAHundredTimesIsOneLine() throws Exception {
    OptOutLog log = played();
    for (int i = 0; i < 100; i++) {
      get(log.stop(stop(), OptOuts.Source.WORD, house.now.plusSeconds(i)));
    }
    assertEquals(2, Files.readAllLines(file()).size());
    Instant since = get(house.optOuts.all()).values().iterator().next().since();
    assertEquals(house.now.plusSeconds(99), since);
  }

  @Test
  void aLongFileIsWrittenAnewWithOneLineForEach() throws Exception {
    OptOutLog log = played();
    for (int i = 0; i < 501; i++) {
      get(log.stop(stop(), OptOuts.Source.WORD, house.now));
      get(house.optOuts.remove(stop(), house.now));
      get(log.undone(stop(), house.now));
    }
    get(log.stop(stop(), OptOuts.Source.PROVIDER, house.now.plusSeconds(1)));
    assertEquals(1004, Files.readAllLines(file()).size());
    assertEquals(1, get(log().play()));
    assertEquals(2, Files.readAllLines(file()).size());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    get(house.optOuts.remove(stop(), house.now.plusSeconds(1)));
    get(log().play());
    assertEquals(
        OptOuts.Source.PROVIDER, get(house.optOuts.all()).values().iterator().next().source());
  }

  @Test
  void theFileNamesNobody() throws Exception {
    OptOutLog log = played();
    get(log.stop(stop(), OptOuts.Source.WORD, house.now));
    String kept = Files.readString(file());
    assertTrue(kept.contains("stop "), kept);
    assertFalse(kept.contains("41234567"), kept);
  }

  private void assertUnusable() {
    assertInstanceOf(
        OptOutLog.Unusable.class,
        assertThrows(AssertionError.class, () -> get(log().play())).getCause());
  }

  private int marks() {
    return get(house.optOuts.all()).size();
  }

  private byte[] stop() {
    return house.tagged(PHONE).stop();
  }

  private Path file() {
    return dir.resolve("opt-outs");
  }

  private OptOutLog played() {
    OptOutLog log = log();
    assertEquals(0, get(log.play()));
    return log;
  }

  private OptOutLog log() {
    return new OptOutLog(file(), house.optOuts, house.here());
  }
}
