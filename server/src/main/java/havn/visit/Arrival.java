package havn.visit;

import havn.conversation.Conversation;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.wire.v1.Code;
import java.util.Optional;

/// What came of ringing.
public sealed interface Arrival {

  /// In the line. The capability proves this visit when it comes back; the server forgets it here.
  ///
  /// @param unheard the chat of an earlier ring whose answer the page never had; it is over now
  record Rung(Conversation conversation, Secret capability, Optional<Unheard> unheard)
      implements Arrival {}

  /// @param last number of its last entry; 0 when nobody had taken it
  record Unheard(ConversationId conversation, int last) {}

  record Refused(Code code) implements Arrival {}
}
