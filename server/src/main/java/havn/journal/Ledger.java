package havn.journal;

import havn.seal.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Reads a journal from its first line on and finds the first line that is not as it was written.
public final class Ledger {

  private static final Duration A_DAY = Duration.ofDays(1);

  private Standing stands;
  private Standing cut = Standing.BEGINNING;
  private Optional<JournalLine> cutBy = Optional.empty();
  private Optional<Instant> newest = Optional.empty();

  /// Begins with the first line, or with the one that says up to which line the journal was cut.
  public Ledger() {
    this(Standing.BEGINNING);
  }

  /// Begins after a line that is known.
  Ledger(Standing after) {
    this.stands = after;
  }

  /// Takes the next line; answers what is wrong with it, and then stays where it was.
  public Optional<String> next(String printed) {
    Optional<Standing> begins = lines() == 0 ? Standing.ofCut(printed) : Optional.empty();
    if (begins.isPresent()) {
      cut = begins.get();
      stands = cut;
      return Optional.empty();
    }
    long expected = lines() + 1;
    Optional<JournalLine> line = JournalLine.parse(printed);
    if (line.isEmpty()) {
      return Optional.of("line " + expected + " is no line of a journal");
    }
    if (line.get().number() != expected) {
      return Optional.of(
          "line " + expected + " is missing; line " + line.get().number() + " stands in its place");
    }
    Hash follows = JournalLine.follow(stands.head(), line.get().text());
    if (!follows.equals(line.get().hash())) {
      return Optional.of("line " + expected + " was changed, or the one before it");
    }
    stands = new Standing(expected, follows);
    if (cutBy.isEmpty() && cut.lines() > 0) {
      cutBy = line.filter(cut::isCutBy);
    }
    newest = line.get().at();
    return Optional.empty();
  }

  /// What is wrong after the last line: older ones are gone, and no line says that the server cut
  /// them, or it did so by a clock that was more than a day ahead of the last line, or of `now`.
  public Optional<String> end(Instant now) {
    if (cut.lines() == 0) {
      return Optional.empty();
    }
    if (cutBy.isEmpty()) {
      return Optional.of(
          "lines up to " + cut.lines() + " are gone, and none says that they were cut");
    }
    Instant last = newest.filter(now::isAfter).orElse(now);
    return cutBy
        .filter(by -> by.at().filter(at -> at.isAfter(last.plus(A_DAY))).isPresent())
        .map(
            by ->
                "line "
                    + by.number()
                    + " cut lines up to "
                    + cut.lines()
                    + " by a clock that was ahead; they may have been younger than twelve months");
  }

  /// Where the journal stands now.
  public Standing standing() {
    return stands;
  }

  /// Up to where the journal was cut before its first line.
  public Standing cut() {
    return cut;
  }

  /// The line that says so, of those that were read.
  public Optional<JournalLine> cutBy() {
    return cutBy;
  }

  /// The number of the last line.
  public long lines() {
    return stands.lines();
  }
}
