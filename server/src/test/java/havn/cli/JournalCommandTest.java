package havn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.journal.Act;
import havn.journal.JournalLine;
import havn.journal.Standing;
import havn.kernel.id.StaffId;
import havn.seal.Hash;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `havn journal verify` on exported files.
class JournalCommandTest {

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
    JournalLine two = JournalLine.parse(lines.get(1)).orElseThrow();
    JournalLine five = JournalLine.parse(lines.get(4)).orElseThrow();
    Standing upTo = new Standing(2, two.hash());
    JournalLine six =
        JournalLine.after(
            five.hash(),
            6,
            Instant.parse("2027-11-20T12:00:00Z"),
            Act.SERVER,
            Act.Deed.JOURNAL_CUT,
            upTo.head().bytes());
    List<String> cut = new ArrayList<>(lines.subList(2, 5));
    cut.addFirst(upTo.asCut());
    assertEquals(1, verify(exported(cut).toString()));
    assertTrue(err.toString().contains("lines up to 2 are gone"), err::toString);
    cut.add(six.printed());
    assertEquals(0, verify("--at", upTo.toString(), exported(cut).toString()), err::toString);
    assertEquals(1, verify("--at", early, exported(cut).toString()));
    assertTrue(err.toString().contains("was cut up to line 2 since"), err::toString);
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
              Instant.parse("2026-11-20T12:00:00Z"),
              StaffId.fresh(),
              Act.Deed.ARCHIVE_OPEN,
              Hash.of(new byte[] {(byte) number}).bytes());
      lines.add(line.printed());
      before = line.hash();
    }
    return lines;
  }
}
