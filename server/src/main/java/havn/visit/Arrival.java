package havn.visit;

import havn.conversation.Conversation;
import havn.kernel.secret.Secret;
import havn.wire.v1.Code;

/// What came of ringing.
public sealed interface Arrival {

  /// In the line. The capability proves this visit when it comes back; the server forgets it here.
  record Rung(Conversation conversation, Secret capability) implements Arrival {}

  record Refused(Code code) implements Arrival {}
}
