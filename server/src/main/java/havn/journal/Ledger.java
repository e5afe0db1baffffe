package havn.journal;

import havn.seal.Hash;
import java.util.HexFormat;
import java.util.Optional;

/// Reads a journal from its first line on and finds the first line that is not as it was written.
public final class Ledger {

  private long lines;
  private Hash head = Hash.ZEROS;

  /// Takes the next line; answers what is wrong with it, and then stays where it was.
  public Optional<String> next(String printed) {
    long expected = lines + 1;
    Optional<JournalLine> line = JournalLine.parse(printed);
    if (line.isEmpty()) {
      return Optional.of("line " + expected + " is no line of a journal");
    }
    if (line.get().number() != expected) {
      return Optional.of(
          "line " + expected + " is missing; line " + line.get().number() + " stands in its place");
    }
    Hash follows = JournalLine.follow(head, line.get().text());
    if (!follows.equals(line.get().hash())) {
      return Optional.of("line " + expected + " was changed, or the one before it");
    }
    lines = expected;
    head = follows;
    return Optional.empty();
  }

  /// How many lines stand, and the newest one's hash: `412:3f…`, zeros when there is none.
  public String standing() {
    return lines + ":" + HexFormat.of().formatHex(head.bytes());
  }

  public long lines() {
    return lines;
  }

  Hash head() {
    return head;
  }
}
