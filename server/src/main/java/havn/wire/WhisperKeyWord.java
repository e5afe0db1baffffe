package havn.wire;

import com.google.protobuf.ByteString;
import havn.wire.v1.WhisperKey;

/// The key of whispers under one epoch, as its lead sealed it (docs/protocol/sealed.md, section
/// 16).
///
/// @param epoch number of the epoch
/// @param grant an age file of at most 15,000 bytes
/// @param signature 64 bytes
public record WhisperKeyWord(int epoch, ByteString grant, ByteString signature) {

  public WhisperKeyWord {
    Malformed.unlessEnvelope(epoch > 0 && SealedEpoch.isGrant(grant) && signature.size() == 64);
  }

  static WhisperKeyWord of(WhisperKey key) {
    return new WhisperKeyWord(key.getEpoch(), key.getGrant(), key.getSignature());
  }

  @Override
  public String toString() {
    return "WhisperKeyWord[" + epoch + "]";
  }
}
