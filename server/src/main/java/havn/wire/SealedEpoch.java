package havn.wire;

import com.google.protobuf.ByteString;
import havn.wire.v1.Epoch;

/// An epoch as its lead sealed it (docs/protocol/sealed.md, section 5).
///
/// @param header read by [EpochHeader]
/// @param grant an age file of at most 15,000 bytes
/// @param signature 64 bytes
public record SealedEpoch(EpochHeader header, ByteString grant, ByteString signature) {

  private static final int MOST = 15_000;
  private static final ByteString AGE = ByteString.copyFromUtf8("age-encryption.org/v1\n");

  public SealedEpoch {
    Malformed.unlessEnvelope(isGrant(grant) && signature.size() == 64);
  }

  /// Whether this begins like an age file and is not too long.
  static boolean isGrant(ByteString grant) {
    return grant.startsWith(AGE) && grant.size() <= MOST;
  }

  static SealedEpoch of(Epoch epoch) {
    return new SealedEpoch(
        EpochHeader.read(epoch.getHeader()), epoch.getGrant(), epoch.getSignature());
  }

  @Override
  public String toString() {
    return "SealedEpoch[" + header.number() + "]";
  }
}
