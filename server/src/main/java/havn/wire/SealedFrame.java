package havn.wire;

import com.google.protobuf.ByteString;

/// A sealed talk frame or signal: 42 bytes of header, then ciphertext (docs/protocol/sealed.md,
/// section 6). The server reads the header and nothing else.
///
/// @param bytes 154, 922, 3,994 or 16,186 bytes: header, one of the four plaintext lengths, tag
/// @param signature 64 bytes from staff, none from a visitor
public record SealedFrame(ByteString bytes, ByteString signature) {

  /// `suite ‖ conversation ‖ epoch ‖ slot ‖ counter ‖ r`.
  public static final int HEADER = 42;

  /// The counter of every signal.
  public static final int SIGNAL_COUNTER = 0xffff_ffff;

  private static final int TAG = 16;

  public SealedFrame {
    Malformed.unlessEnvelope(
        switch (bytes.size() - HEADER - TAG) {
          case 96, 864, 3_936, 16_128 -> true;
          default -> false;
        });
    Malformed.unlessEnvelope(signature.isEmpty() || signature.size() == 64);
  }

  public int suite() {
    return bytes.byteAt(0);
  }

  /// Whether the header names this conversation (16 bytes).
  public boolean names(byte[] conversation) {
    for (int i = 0; i < 16; i++) {
      if (bytes.byteAt(1 + i) != conversation[i]) {
        return false;
      }
    }
    return true;
  }

  /// Unsigned.
  public int epoch() {
    return intAt(17);
  }

  public int slot() {
    return bytes.byteAt(21) & 0xff;
  }

  /// Unsigned.
  public int counter() {
    return intAt(22);
  }

  private int intAt(int at) {
    return (bytes.byteAt(at) & 0xff) << 24
        | (bytes.byteAt(at + 1) & 0xff) << 16
        | (bytes.byteAt(at + 2) & 0xff) << 8
        | bytes.byteAt(at + 3) & 0xff;
  }

  @Override
  public String toString() {
    return "SealedFrame[" + bytes.size() + " bytes]";
  }
}
