package havn.load.talk;

import com.google.protobuf.ByteString;
import havn.kernel.secret.Randomness;
import havn.wire.v1.Talk;
import java.nio.ByteBuffer;

/// A talk frame of 922 bytes: header (suite, conversation, epoch, slot, counter, r) and ciphertext
/// of an 864-byte plaintext, here random bytes. Layout: sealed.md, section 6.
public final class TalkFrame {

  /// Index of the counter in a frame.
  static final int COUNTER_AT = 22;

  /// Index of the slot in a frame.
  static final int SLOT_AT = 21;

  private static final int SUITE = 1;
  private static final int RANDOM = 16;
  private static final int CIPHERTEXT = 864 + 16;
  private static final int SIGNATURE = 64;

  private TalkFrame() {}

  /// An unsigned frame, as visitors send it.
  static Talk fromVisitor(byte[] conversation, int epoch, int slot) {
    return Talk.newBuilder().setFrame(frame(conversation, epoch, slot)).build();
  }

  /// A frame with a signature's 64 bytes.
  static Talk fromStaff(byte[] conversation, int epoch, int slot) {
    return Talk.newBuilder()
        .setFrame(frame(conversation, epoch, slot))
        .setSignature(ByteString.copyFrom(Randomness.bytes(SIGNATURE)))
        .build();
  }

  private static ByteString frame(byte[] conversation, int epoch, int slot) {
    int length = COUNTER_AT + Integer.BYTES + RANDOM + CIPHERTEXT;
    var frame = ByteBuffer.allocate(length).put((byte) SUITE).put(conversation).putInt(epoch);
    frame.put((byte) slot).putInt(0).put(Randomness.bytes(RANDOM + CIPHERTEXT));
    return ByteString.copyFrom(frame.flip());
  }
}
