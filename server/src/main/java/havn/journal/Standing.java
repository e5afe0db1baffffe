package havn.journal;

import havn.seal.Hash;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a journal stands after one of its lines.
///
/// @param lines number of that line; 0 before the first
/// @param head its hash, which the next line follows; zeros before the first
public record Standing(long lines, Hash head) {

  /// Before the first line.
  public static final Standing BEGINNING = new Standing(0, Hash.ZEROS);

  private static final Pattern CUT = Pattern.compile("cut\\t([1-9]\\d{0,17})\\t([0-9a-f]{64})");

  private static final Pattern NOTED = Pattern.compile("\\d{1,18}:[0-9a-f]{64}");

  /// The first line of an export whose lines up to here were cut: `cut`, number and hash. A line of
  /// the journal itself says so too, so that nobody can cut more than the server did.
  public String asCut() {
    return "cut\t" + lines + "\t" + HexFormat.of().formatHex(head.bytes());
  }

  /// Reads what [#asCut()] wrote; empty when it is not that.
  static Optional<Standing> ofCut(String printed) {
    Matcher parts = CUT.matcher(printed);
    return parts.matches()
        ? Hash.wrap(HexFormat.of().parseHex(parts.group(2)))
            .map(head -> new Standing(Long.parseLong(parts.group(1)), head))
        : Optional.empty();
  }

  /// Whether the server says in this line that the journal was cut here.
  boolean isCutBy(JournalLine line) {
    return line.read()
        .filter(read -> read.who().equals(Act.SERVER))
        .filter(read -> read.what().equals(Act.Deed.JOURNAL_CUT.printed()))
        .filter(read -> read.pseudonym().equals(HexFormat.of().formatHex(head.first8())))
        .isPresent();
  }

  /// Whether this is further on than what somebody noted.
  ///
  /// @param noted as [#toString()] says it; anything else is not
  public boolean isAfter(@Nullable String noted) {
    return noted != null
        && NOTED.matcher(noted).matches()
        && Long.parseLong(noted.substring(0, noted.indexOf(':'))) < lines;
  }

  /// As `havn journal verify` says it: `412:3f…`.
  @Override
  public String toString() {
    return lines + ":" + HexFormat.of().formatHex(head.bytes());
  }
}
