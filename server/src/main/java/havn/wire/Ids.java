package havn.wire;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.v1.Code;

/// Reads ids and numbers out of frames.
final class Ids {

  private Ids() {}

  static ConversationId conversation(ByteString bytes) {
    return ConversationId.of(bytes.toByteArray())
        .orElseThrow(() -> new Malformed(Code.FRAME_MALFORMED));
  }

  static DeviceId device(ByteString bytes) {
    return DeviceId.of(bytes.toByteArray()).orElseThrow(() -> new Malformed(Code.FRAME_MALFORMED));
  }

  /// Sequence numbers are far below 2³¹; a larger one is no number of ours.
  static int seq(int unsigned) {
    Malformed.unless(unsigned >= 0);
    return unsigned;
  }
}
