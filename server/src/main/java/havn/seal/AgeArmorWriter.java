package havn.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/// Writes an age file as text: strict PEM (RFC 7468, section 3) in lines of 64 columns. Nothing is
/// whole before [#finish()].
final class AgeArmorWriter extends OutputStream {

  static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
  static final String END = "-----END AGE ENCRYPTED FILE-----";

  /// Bytes of a full line.
  static final int LINE = 48;

  private final OutputStream out;
  private final byte[] line = new byte[LINE];
  private int filled;
  private boolean begun;

  AgeArmorWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) throws IOException {
    line[filled++] = (byte) one;
    if (filled == LINE) {
      writeLine();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int at = 0; at < length; at++) {
      write(bytes[offset + at]);
    }
  }

  void finish() throws IOException {
    if (filled > 0) {
      writeLine();
    }
    writeText(END);
  }

  private void writeLine() throws IOException {
    if (!begun) {
      begun = true;
      writeText(BEGIN);
    }
    writeText(Base64.getEncoder().encodeToString(Arrays.copyOf(line, filled)));
    filled = 0;
  }

  private void writeText(String text) throws IOException {
    out.write(Bytes.ascii(text));
    out.write('\n');
  }
}
