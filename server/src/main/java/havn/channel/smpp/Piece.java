package havn.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/// One short message of a phone, with its place among those that make one text.
///
/// @param reference shared by the parts of one text
/// @param number of this part, from 1
/// @param of how many
/// @param coding how `bytes` are to be read; a character may begin in one part and end in the next
record Piece(int reference, int number, int of, byte coding, byte[] bytes) {

  /// Reads it, with a user data header, with SAR parameters, with a payload, or as it is.
  static Piece read(DeliverSm message) {
    byte[] bytes = bytes(message);
    byte coding = message.getDataCoding();
    int header = message.isUdhi() && bytes.length > 0 ? 1 + (bytes[0] & 0xff) : 0;
    if (header > bytes.length) {
      return new Piece(0, 1, 1, coding, new byte[0]);
    }
    byte[] rest = Arrays.copyOfRange(bytes, header, bytes.length);
    return headed(Arrays.copyOf(bytes, header), coding, rest)
        .or(() -> sar(message, rest))
        .filter(piece -> piece.of > 1 && piece.number >= 1 && piece.number <= piece.of)
        .orElseGet(() -> new Piece(0, 1, 1, coding, rest));
  }

  /// What it says by itself.
  String text() {
    return text(coding, bytes);
  }

  /// What a short message holds, or the payload that stands for it.
  static byte[] bytes(DeliverSm message) {
    byte[] bytes = message.getShortMessage() == null ? new byte[0] : message.getShortMessage();
    var payload = message.getOptionalParameter(OptionalParameter.Message_payload.class);
    return bytes.length == 0 && payload != null ? payload.getValue() : bytes;
  }

  /// The information element for concatenation, with a reference of 8 or of 16 bits.
  private static Optional<Piece> headed(byte[] header, byte coding, byte[] rest) {
    int at = 1;
    while (at + 1 < header.length) {
      int kind = header[at];
      int length = header[at + 1] & 0xff;
      int from = at + 2;
      if (from + length > header.length) {
        return Optional.empty();
      }
      if (kind == 0 && length == 3) {
        return Optional.of(
            new Piece(
                header[from] & 0xff,
                header[from + 2] & 0xff,
                header[from + 1] & 0xff,
                coding,
                rest));
      }
      if (kind == 8 && length == 4) {
        int reference = (header[from] & 0xff) << 8 | header[from + 1] & 0xff;
        return Optional.of(
            new Piece(reference, header[from + 3] & 0xff, header[from + 2] & 0xff, coding, rest));
      }
      at = from + length;
    }
    return Optional.empty();
  }

  private static Optional<Piece> sar(DeliverSm message, byte[] rest) {
    var reference = message.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
    var number = message.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
    var of = message.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
    return reference == null || number == null || of == null
        ? Optional.empty()
        : Optional.of(
            new Piece(
                reference.getValue() & 0xffff,
                number.getValue() & 0xff,
                of.getValue() & 0xff,
                message.getDataCoding(),
                rest));
  }

  /// By SMPP 3.4, 5.2.19, and with a class by GSM 03.38, 4. Nothing of what is no text.
  static String text(byte coding, byte[] bytes) {
    return switch (coding & 0xf0) {
      case 0x00 ->
          switch (coding) {
            case 0 -> Gsm7.read(bytes);
            case 1 -> new String(bytes, StandardCharsets.US_ASCII);
            case 3 -> new String(bytes, StandardCharsets.ISO_8859_1);
            case 8 -> new String(bytes, StandardCharsets.UTF_16BE);
            default -> "";
          };
      case 0x10 ->
          switch (coding & 0x0c) {
            case 0x00 -> Gsm7.read(bytes);
            case 0x08 -> new String(bytes, StandardCharsets.UTF_16BE);
            default -> "";
          };
      case 0xf0 -> (coding & 0x04) == 0 ? Gsm7.read(bytes) : "";
      default -> "";
    };
  }

  @Override
  public String toString() {
    return "Piece[" + number + " of " + of + "]";
  }
}
