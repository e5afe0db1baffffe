package havn.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.StaffId;
import havn.seal.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final int LINES = 12;

  @Test
  void aJournalAsItWasWrittenStands() {
    Ledger ledger = new Ledger();
    List<JournalLine> lines = written();
    lines.forEach(line -> assertEquals(Optional.empty(), ledger.next(line.printed())));
    assertEquals(LINES, ledger.lines());
    assertTrue(ledger.standing().toString().startsWith(LINES + ":"));
  }

  @Property(tries = 200)
  void aChangedCharacterShows(
      @ForAll @IntRange(max = LINES - 1) int line, @ForAll @IntRange(max = 300) int place) {
    List<String> printed = printed();
    StringBuilder changed = new StringBuilder(printed.get(line));
    int at = place % changed.length();
    changed.setCharAt(at, changed.charAt(at) == '7' ? '8' : '7');
    printed.set(line, changed.toString());
    assertTrue(firstFlaw(printed).isPresent());
  }

  @Property(tries = 100)
  void aLineThatWasTakenOutShows(@ForAll @IntRange(max = LINES - 2) int line) {
    List<String> printed = printed();
    printed.remove(line);
    assertEquals(
        Optional.of(
            "line " + (line + 1) + " is missing; line " + (line + 2) + " stands in its place"),
        firstFlaw(printed));
  }

  @Test
  void linesInAnotherOrderShow() {
    List<String> printed = printed();
    printed.add(3, printed.remove(7));
    assertTrue(firstFlaw(printed).isPresent());
  }

  @Test
  void aLineOfAnotherJournalDoesNotFit() {
    List<String> printed = printed();
    printed.set(5, printed().get(5));
    assertEquals(Optional.of("line 6 was changed, or the one before it"), firstFlaw(printed));
  }

  @Test
  void whatIsNoLineIsSaid() {
    for (String odd : List.of("", "x", "1\t2", "one\tof\tten", "1\ta\tzz")) {
      assertEquals(Optional.of("line 1 is no line of a journal"), new Ledger().next(odd));
    }
  }

  private static Optional<String> firstFlaw(List<String> printed) {
    Ledger ledger = new Ledger();
    return printed.stream().flatMap(line -> ledger.next(line).stream()).findFirst();
  }

  private static List<String> printed() {
    return new ArrayList<>(written().stream().map(JournalLine::printed).toList());
  }

  private static List<JournalLine> written() {
    List<JournalLine> lines = new ArrayList<>();
    Hash before = Hash.ZEROS;
    for (int number = 1; number <= LINES; number++) {
      JournalLine line =
          JournalLine.after(
              before,
              number,
              Instant.parse("2026-11-20T12:00:00Z").plusSeconds(number),
              StaffId.fresh(),
              Act.Deed.ARCHIVE_OPEN,
              Hash.of(new byte[] {(byte) number}).bytes());
      lines.add(line);
      before = line.hash();
    }
    return lines;
  }
}
