package havn.journal;

import havn.kernel.id.StaffId;
import havn.seal.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// One line as it is kept and printed: number, time, staff id, act and the thing's pseudonym, with
/// a tab between each.
///
/// @param hash SHA-256 of the hash of the line before, 32 zeros for the first, and of `text` in
/// UTF-8
public record JournalLine(long number, String text, Hash hash) {

  private static final int PSEUDONYM_BYTES = 8;
  private static final int PARTS = 5;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /// The line that follows one with this hash.
  ///
  /// @param pseudonym at least 8 bytes, of which 8 are printed
  public static JournalLine after(
      Hash before, long number, Instant at, StaffId who, Act.Deed what, byte[] pseudonym) {
    String text =
        String.join(
            "\t",
            Long.toString(number),
            at.truncatedTo(ChronoUnit.SECONDS).toString(),
            who.hex(),
            what.printed(),
            HexFormat.of().formatHex(pseudonym, 0, PSEUDONYM_BYTES));
    return new JournalLine(number, text, follow(before, text));
  }

  static Hash follow(Hash before, String text) {
    return Hash.of(before.bytes(), text.getBytes(StandardCharsets.UTF_8));
  }

  /// What a line says.
  ///
  /// @param what as [Act.Deed#printed()] has it; one of an earlier server may be unknown here
  public record Read(Instant at, StaffId who, String what, String pseudonym) {}

  /// Empty when it is no line that [#after] made: somebody wrote it past the server.
  public Optional<Read> read() {
    String[] parts = parts();
    Optional<Instant> at = at();
    return parts.length == PARTS && at.isPresent() && ID.matcher(parts[2]).matches()
        ? Optional.of(new Read(at.get(), new StaffId(parts[2]), parts[3], parts[4]))
        : Optional.empty();
  }

  /// When it was written, where its second part is a time; also of a line that says nothing else.
  public Optional<Instant> at() {
    String[] parts = parts();
    try {
      return parts.length < 2 ? Optional.empty() : Optional.of(Instant.parse(parts[1]));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  private String[] parts() {
    return text.split("\t", -1);
  }

  /// The text, a tab and the hash in 64 hexadecimal digits.
  public String printed() {
    return text + "\t" + HexFormat.of().formatHex(hash.bytes());
  }

  /// Reads what [#printed()] wrote; empty when it is not that.
  public static Optional<JournalLine> parse(String printed) {
    int cut = printed.lastIndexOf('\t');
    int end = printed.indexOf('\t');
    if (cut <= end) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(printed.substring(0, end));
      String text = printed.substring(0, cut);
      return Hash.wrap(HexFormat.of().parseHex(printed, cut + 1, printed.length()))
          .map(hash -> new JournalLine(number, text, hash));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
