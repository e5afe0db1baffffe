package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.channel.Outbox;
import havn.channel.PhoneNumber;
import havn.channel.Tagged;
import havn.channel.TestProvider;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of the opt-outs cannot be written for a while: who says stop then is stopped, and the
/// line is written once it can be.
class OwedOptOutsTest {

  private static final PhoneNumber OTHER = number("+4741234568");

  private final Path dir;
  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);
  private final OptOutLog log;

  OwedOptOutsTest(@TempDir Path dir) throws Exception {
    this.dir = dir;
    this.log = log();
  }

  @BeforeEach
  void itCannotBeWritten() throws Exception {
    get(log.play());
    Files.move(file(), aside());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoSaysStopIsStoppedAndItIsToldAgainUntilItIsWritten() throws Exception {
    assertNotWritten(PHONE);
    assertEquals(1, marks());
    house.later(Duration.ofMinutes(1));
    assertNotWritten(PHONE);
    itCanBeWrittenAgain();
    get(stops(PHONE));
    assertWritten(1);
  }

  @Test
  void whatIsOwedOfOneIsWrittenWithTheNext() throws Exception {
    assertNotWritten(PHONE);
    itCanBeWrittenAgain();
    get(stops(OTHER));
    assertWritten(2);
  }

  @Test
  void ofSeveralNumbersEachIsStopped() throws Exception {
    List<byte[]> both = List.of(house.tagged(PHONE).stop(), house.tagged(OTHER).stop());
    OptOuts.When now = OptOuts.When.at(house.now);
    var all = log.stopAll(both, OptOuts.Source.WORKER, now);
    assertThrows(AssertionError.class, () -> get(all));
    assertEquals(2, marks());
    itCanBeWrittenAgain();
    assertEquals(0, get(log.stopAll(both, OptOuts.Source.WORKER, now)));
    assertWritten(2);
  }

  @Test
  void nothingIsBegunMeanwhileAndWhoWaitsIsAnswered() throws Exception {
    house.says(PHONE, "a", "Hei");
    house.answers("Ja.");
    house.begins(house.one, OTHER, "Hei. Gratis hjelp.");
    assertNotWritten(number("+4741234569"));
    sends();
    assertEquals(List.of("+4741234567"), reached());
    itCanBeWrittenAgain();
    house.later(Outbox.CLAIM);
    sends();
    assertEquals(List.of("+4741234567", "+4741234568"), reached());
    assertWritten(1);
  }

  @Test
  void moreThanAThousandAreNotKeptAndNothingIsBegunUntilTheProcessStartsAnew() throws Exception {
    for (int i = 0; i <= OwedLines.MOST; i++) {
      byte[] tag = house.tagged(PHONE).stop();
      tag[0] = (byte) i;
      tag[1] = (byte) (i >> 8);
      assertThrows(AssertionError.class, () -> get(stops(tag)));
    }
    assertEquals(OwedLines.MOST + 1, marks());
    itCanBeWrittenAgain();
    var why = assertThrows(AssertionError.class, () -> get(log.settled()));
    assertInstanceOf(OptOutLog.Unusable.class, why.getCause());
    assertEquals(OwedLines.MOST + 1, Files.readAllLines(file()).size());
  }

  @Test
  void aProcessThatEndsBeforeLeavesAFileThatIsMendedAsTheHandbookSays() throws Exception {
    assertNotWritten(PHONE);
    itCanBeWrittenAgain();
    var why = assertThrows(AssertionError.class, () -> get(log().play()));
    assertInstanceOf(OptOutLog.Unusable.class, why.getCause());
    String book = Files.readString(Path.of("../docs/handbook/backup.md"));
    String query = book.substring(book.indexOf("SELECT 'stop '"), book.indexOf("\" havn >>"));
    for (Row row : get(house.pool.query(query.replace("\\\"", "\"")).execute())) {
      Files.writeString(file(), row.getString(0) + "\n", StandardOpenOption.APPEND);
    }
    assertWritten(1);
  }

  private void sends() {
    get(house.one.sender(provider, new LoggedReleases(house.one.outbox, log)).round());
  }

  private List<String> reached() {
    return provider.arrived.stream().map(text -> text.split(" ")[0]).distinct().sorted().toList();
  }

  private void assertNotWritten(PhoneNumber who) {
    var why = assertThrows(AssertionError.class, () -> get(stops(who)));
    assertInstanceOf(NoSuchFileException.class, why.getCause());
  }

  /// A store that has them all, and one that came from a backup, find them in it.
  private void assertWritten(int numbers) {
    assertEquals(numbers, get(log().play()));
    get(house.pool.query("DELETE FROM opt_out").execute());
    get(log().play());
    assertEquals(numbers, marks());
  }

  private Future<Boolean> stops(PhoneNumber who) {
    Tagged tagged = house.tagged(who);
    return stops(tagged.stop());
  }

  private Future<Boolean> stops(byte[] stop) {
    return log.stop(stop, OptOuts.Source.WORD, house.now);
  }

  private int marks() {
    return get(house.optOuts.all()).size();
  }

  private void itCanBeWrittenAgain() throws Exception {
    Files.move(aside(), file());
  }

  private Path file() {
    return dir.resolve("opt-outs");
  }

  private Path aside() {
    return dir.resolve("aside");
  }

  private OptOutLog log() {
    return new OptOutLog(file(), house.optOuts, house.here());
  }
}
