package havn.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One short message of a text of ours.
///
/// @param coding 0 for GSM 03.38, 8 for UCS-2
/// @param headed whether `bytes` begin with a user data header
record Part(byte coding, boolean headed, byte[] bytes) {

  static final byte GSM = 0;
  static final byte UCS2 = 8;

  /// Cuts a text; no pair of septets or of UTF-16 units is halved.
  ///
  /// @param reference the same for every part
  static List<Part> of(String text, byte reference) {
    Optional<byte[]> septets = Gsm7.write(text);
    return septets.isPresent()
        ? of(GSM, cut(septets.get(), 160, 153, 1), reference)
        : of(UCS2, cut(text.getBytes(StandardCharsets.UTF_16BE), 140, 134, 2), reference);
  }

  private static List<Part> of(byte coding, List<byte[]> pieces, byte reference) {
    if (pieces.size() == 1) {
      return List.of(new Part(coding, false, pieces.getFirst()));
    }
    List<Part> parts = new ArrayList<>();
    for (byte[] piece : pieces) {
      byte[] bytes = new byte[6 + piece.length];
      byte[] header = {5, 0, 3, reference, (byte) pieces.size(), (byte) (parts.size() + 1)};
      System.arraycopy(header, 0, bytes, 0, 6);
      System.arraycopy(piece, 0, bytes, 6, piece.length);
      parts.add(new Part(coding, true, bytes));
    }
    return parts;
  }

  private static List<byte[]> cut(byte[] whole, int alone, int each, int unit) {
    if (whole.length <= alone) {
      return List.of(whole);
    }
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    while (from < whole.length) {
      int to = Math.min(whole.length, from + each);
      if (to < whole.length && halves(whole, to, unit)) {
        to -= unit;
      }
      pieces.add(Arrays.copyOfRange(whole, from, to));
      from = to;
    }
    return pieces;
  }

  private static boolean halves(byte[] whole, int at, int unit) {
    return unit == 1
        ? whole[at - 1] == Gsm7.ESCAPE
        : Character.isHighSurrogate((char) ((whole[at - 2] & 0xff) << 8 | whole[at - 1] & 0xff));
  }

  @Override
  public String toString() {
    return "Part[" + bytes.length + " bytes]";
  }
}
