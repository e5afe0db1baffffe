package havn.seal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Reads an age file that is written as text. Strict, as C2SP `age.md`, "ASCII armor", asks for:
/// lines of 64 columns ended by LF or CRLF, canonical base 64, and nothing around it but white
/// space.
final class AgeArmorReader extends InputStream {

  /// Most white space before and after.
  private static final int MAX_SPACE = 1024;

  /// A full line of base 64; the first and the last line of the text are shorter.
  private static final int COLUMNS = 64;

  private static final String MARK = "-----";

  private final BufferedInputStream in;
  private byte[] line = {};
  private int at;
  private boolean begun;
  private boolean lastLine;
  private boolean ended;

  AgeArmorReader(BufferedInputStream in) {
    this.in = in;
  }

  /// The text departs from the grammar.
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Whether this looks like armor; reads nothing.
  static boolean begins(BufferedInputStream in) throws IOException {
    int window = MAX_SPACE + MARK.length();
    in.mark(window);
    String start = new String(in.readNBytes(window), StandardCharsets.ISO_8859_1);
    in.reset();
    return start.stripLeading().startsWith(MARK);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (at == line.length && !ended) {
      nextLine();
    }
    if (at == line.length) {
      return -1;
    }
    int taken = Math.min(length, line.length - at);
    System.arraycopy(line, at, bytes, offset, taken);
    at += taken;
    return taken;
  }

  private void nextLine() throws IOException {
    if (!begun) {
      begun = true;
      skipSpace(in);
      require(readLine().equals(AgeArmorWriter.BEGIN));
    }
    String text = readLine();
    if (text.equals(AgeArmorWriter.END)) {
      skipSpace(in);
      require(in.read() < 0);
      ended = true;
      return;
    }
    require(!lastLine && !text.isEmpty() && text.length() % 4 == 0);
    line = decode(text);
    at = 0;
    lastLine = line.length < AgeArmorWriter.LINE;
  }

  private String readLine() throws IOException {
    StringBuilder text = new StringBuilder();
    int one;
    while ((one = in.read()) >= 0 && one != '\n') {
      text.append((char) one);
      require(text.length() <= COLUMNS + 1);
    }
    if (one == '\n' && !text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    require(text.length() <= COLUMNS);
    return text.toString();
  }

  private static byte[] decode(String text) throws Broken {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      require(Base64.getEncoder().encodeToString(bytes).equals(text));
      return bytes;
    } catch (IllegalArgumentException notBase64) {
      throw new Broken();
    }
  }

  /// Skips at most 1,024 characters of white space.
  private static void skipSpace(BufferedInputStream in) throws IOException {
    for (int skipped = 0; skipped < MAX_SPACE; skipped++) {
      in.mark(1);
      int one = in.read();
      if (one != ' ' && one != '\t' && one != '\r' && one != '\n') {
        in.reset();
        return;
      }
    }
  }

  private static void require(boolean holds) throws Broken {
    if (!holds) {
      throw new Broken();
    }
  }
}
