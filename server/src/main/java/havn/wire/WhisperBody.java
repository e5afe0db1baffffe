package havn.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import havn.wire.v1.Talk;
import havn.wire.v1.WhisperEntry;
import havn.wire.v1.WhisperKey;

/// An entry of a chat's whispers as the store keeps it: a serialised `WhisperEntry` without its
/// number, which the store gives.
public final class WhisperBody {

  private WhisperBody() {}

  public static byte[] key(WhisperKeyWord word) {
    return WhisperEntry.newBuilder()
        .setKey(
            WhisperKey.newBuilder()
                .setEpoch(word.epoch())
                .setGrant(word.grant())
                .setSignature(word.signature()))
        .build()
        .toByteArray();
  }

  public static byte[] whisper(SealedFrame frame) {
    return WhisperEntry.newBuilder()
        .setWhisper(Talk.newBuilder().setFrame(frame.bytes()).setSignature(frame.signature()))
        .build()
        .toByteArray();
  }

  static WhisperEntry numbered(int seq, byte[] body) {
    try {
      return WhisperEntry.parseFrom(body).toBuilder().setSeq(seq).build();
    } catch (InvalidProtocolBufferException neverStored) {
      throw new IllegalStateException(neverStored);
    }
  }
}
