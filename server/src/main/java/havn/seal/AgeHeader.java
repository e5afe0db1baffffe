package havn.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The textual header of an age v1 file as it was read: stanzas, the bytes the MAC covers, the MAC,
/// and where the payload starts.
///
/// Bounds of an envelope: 32 KiB of header, 9 stanzas; of a file: see [AgeFile].
@SuppressWarnings("ArrayRecordComponent")
record AgeHeader(List<AgeStanza> stanzas, byte[] covered, byte[] mac, int length) {

  static final String VERSION = "age-encryption.org/v1";
  static final int MAX_LENGTH = 32 * 1024;

  private static final Pattern ARGUMENTS = Pattern.compile("-> ([!-~]+(?: [!-~]+)*)");
  private static final Pattern END = Pattern.compile("--- ([A-Za-z0-9+/]{43})");

  /// Empty when the header departs from the grammar in any way.
  static Optional<AgeHeader> parse(byte[] file) {
    return parse(file, MAX_LENGTH, AgeEnvelope.MAX_RECIPIENTS);
  }

  /// The same with other bounds, for whole files.
  static Optional<AgeHeader> parse(byte[] file, int maxLength, int maxStanzas) {
    Lines lines = new Lines(new String(file, 0, Math.min(file.length, maxLength), ISO_8859_1));
    if (!lines.next().equals(VERSION)) {
      return Optional.empty();
    }
    List<AgeStanza> stanzas = new ArrayList<>();
    while (true) {
      int start = lines.at;
      String line = lines.next();
      var end = END.matcher(line);
      if (end.matches() && !stanzas.isEmpty()) {
        byte[] covered = lines.text.substring(0, start + 3).getBytes(ISO_8859_1);
        return AgeBase64.decode(end.group(1))
            .map(mac -> new AgeHeader(List.copyOf(stanzas), covered, mac, lines.at));
      }
      var arguments = ARGUMENTS.matcher(line);
      if (!arguments.matches() || stanzas.size() == maxStanzas) {
        return Optional.empty();
      }
      Optional<byte[]> body = body(lines);
      if (body.isEmpty()) {
        return Optional.empty();
      }
      stanzas.add(new AgeStanza(List.of(arguments.group(1).split(" ")), body.get()));
    }
  }

  /// The header of these stanzas with its MAC, as the file begins.
  static byte[] print(byte[] fileKey, List<AgeStanza> stanzas) {
    StringBuilder header = new StringBuilder(VERSION).append('\n');
    stanzas.forEach(stanza -> header.append(stanza.print()));
    header.append("---");
    String mac = AgeBase64.encode(mac(fileKey, Bytes.ascii(header.toString())));
    return Bytes.ascii(header.append(' ').append(mac).append('\n').toString());
  }

  /// Whether the MAC is the one of this file key.
  boolean fits(byte[] fileKey) {
    return MessageDigest.isEqual(mac(fileKey, covered), mac);
  }

  private static byte[] mac(byte[] fileKey, byte[] covered) {
    return Hmac.sha256(Hkdf.derive(fileKey, new byte[0], Bytes.ascii("header"), 32), covered);
  }

  private static Optional<byte[]> body(Lines lines) {
    StringBuilder text = new StringBuilder();
    String line;
    do {
      line = lines.next();
      if (line.length() > AgeStanza.COLUMNS || lines.ended) {
        return Optional.empty();
      }
      text.append(line);
    } while (line.length() == AgeStanza.COLUMNS);
    return AgeBase64.decode(text.toString());
  }

  /// Reads lines that are ended by a line feed.
  private static final class Lines {
    private final String text;
    private int at;
    private boolean ended;

    private Lines(String text) {
      this.text = text;
    }

    /// An impossible line once the text has no further line feed.
    private String next() {
      int feed = text.indexOf('\n', at);
      if (feed < 0) {
        ended = true;
        return "\0";
      }
      String line = text.substring(at, feed);
      at = feed + 1;
      return line;
    }
  }
}
