package havn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.journal.Act;
import havn.journal.JournalLine;
import havn.journal.Standing;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.seal.Hash;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `havn journal verify` on exported files.
class JournalCommandTest {

  private static final Instant DAY = Instant.parse("2020-11-20T12:00:00Z");

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aJournalAsItWasWrittenPassesAndSaysWhereItStands() throws IOException {
    Path file = exported(lines());
    assertEquals(0, verify(file.toString()), err::toString);
    assertTrue(out.toString().contains("it stands at 5:"), out::toString);
  }

  @Test
  void aChangedLineIsNamed() throws IOException {
    List<String> lines = lines();
    lines.set(2, lines.get(2).replace("open", "read"));
    assertEquals(1, verify(exported(lines).toString()));
    assertTrue(err.toString().contains("line 3 was changed"), err::toString);
  }

  @Test
  void linesCutOffAtTheEndShowToWhoeverNotedWhereItStood() throws IOException {
    List<String> lines = lines();
    assertEquals(0, verify(exported(lines).toString()));
    String stood = out.toString().strip().replaceFirst("^.*stands at ", "");
    assertEquals(0, verify("--at", stood, exported(lines).toString()), err::toString);
    lines.removeLast();
    assertEquals(1, verify("--at", stood, exported(lines).toString()));
    assertTrue(err.toString().contains("lines were cut off"), err::toString);
  }

  @Test
  void aJournalThatTheServerCutPassesAndSaysWhatCannotBeToldAnyMore() throws IOException {
    List<String> lines = new ArrayList<>(lines());
    assertEquals(0, verify(exported(lines.subList(0, 1)).toString()));
    String early = out.toString().strip().replaceFirst("^.*stands at ", "");
    Standing upTo = upTo(lines);
    List<String> cut = new ArrayList<>(lines.subList(2, 5));
    cut.addFirst(upTo.asCut());
    assertEquals(1, verify(exported(cut).toString()));
    assertTrue(err.toString().contains("lines up to 2 are gone"), err::toString);
    cut.add(cutBy(Act.SERVER, lines, DAY.plus(Duration.ofDays(366))).printed());
    assertEquals(0, verify("--at", upTo.toString(), exported(cut).toString()), err::toString);
    String says =
        "lines up to 2 were cut after twelve months, as line 6 of 2021-11-21T12:00:00Z says";
    assertTrue(out.toString().contains(says), out::toString);
    assertEquals(1, verify("--at", early, exported(cut).toString()));
    assertTrue(err.toString().contains("was cut up to line 2 since"), err::toString);
  }

  @Test
  void aCutThatSomebodyOfStaffMadeIsNone() throws IOException {
    List<String> lines = lines();
    assertEquals(1, verifyCut(lines, cutBy(StaffId.fresh(), lines, DAY)));
    assertTrue(err.toString().contains("none says that they were cut"), err::toString);
  }

  @Test
  void aCutByAClockThatWasAheadIsSaid() throws IOException {
    List<String> lines = lines();
    JournalLine six = cutBy(Act.SERVER, lines, DAY.plus(Duration.ofDays(366)));
    JournalLine seven =
        JournalLine.after(six.hash(), 7, DAY, StaffId.fresh(), Act.Deed.ARCHIVE_OPEN, new byte[8]);
    assertEquals(1, verifyCut(lines, six, seven));
    assertTrue(err.toString().contains("line 6 cut lines up to 2 by a clock"), err::toString);
    Instant tomorrow = SystemTime.wall().instant().plus(Duration.ofDays(2));
    assertEquals(1, verifyCut(lines, cutBy(Act.SERVER, lines, tomorrow)));
  }

  private int verifyCut(List<String> lines, JournalLine... more) throws IOException {
    List<String> cut = new ArrayList<>(lines.subList(2, 5));
    cut.addFirst(upTo(lines).asCut());
    for (JournalLine line : more) {
      cut.add(line.printed());
    }
    return verify(exported(cut).toString());
  }

  private static Standing upTo(List<String> lines) {
    return new Standing(2, JournalLine.parse(lines.get(1)).orElseThrow().hash());
  }

  /// The line that says that the first two lines were cut.
  private static JournalLine cutBy(StaffId who, List<String> lines, Instant at) {
    Hash five = JournalLine.parse(lines.get(4)).orElseThrow().hash();
    byte[] head = upTo(lines).head().bytes();
    return JournalLine.after(five, 6, at, who, Act.Deed.JOURNAL_CUT, head);
  }

  @Test
  void aFileThatCannotBeReadIsSaid() {
    assertEquals(1, verify(dir.resolve("none").toString()));
    assertTrue(err.toString().contains("cannot be read"), err::toString);
  }

  private int verify(String... arguments) {
    List<String> line = new ArrayList<>(List.of("journal", "verify"));
    line.addAll(List.of(arguments));
    return Havn.run(
        new PrintWriter(out, true), new PrintWriter(err, true), line.toArray(String[]::new));
  }

  private Path exported(List<String> lines) throws IOException {
    return Files.write(dir.resolve("journal.txt"), lines);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    Hash before = Hash.ZEROS;
    for (int number = 1; number <= 5; number++) {
      JournalLine line =
          JournalLine.after(
              before,
              number,
              DAY,
              StaffId.fresh(),
              Act.Deed.ARCHIVE_OPEN,
              Hash.of(new byte[] {(byte) number}).bytes());
      lines.add(line.printed());
      before = line.hash();
    }
    return lines;
  }
}
