package havn.wire;

import com.google.protobuf.ByteString;
import havn.wire.v1.SignedStatement;

/// A shift statement with its device's signature, as exact bytes. Not verified here.
///
/// @param payload serialised `ShiftStatement`, 1–1,900 bytes
/// @param signature 64 bytes
public record SignedWord(ByteString payload, ByteString signature) {

  private static final int MOST = 1_900;

  public SignedWord {
    Malformed.unless(!payload.isEmpty() && payload.size() <= MOST && signature.size() == 64);
  }

  static SignedWord of(SignedStatement statement) {
    return new SignedWord(statement.getPayload(), statement.getSignature());
  }

  @Override
  public String toString() {
    return "SignedWord[" + payload.size() + " bytes]";
  }
}
