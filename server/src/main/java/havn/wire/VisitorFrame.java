package havn.wire;

import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.wire.v1.Preference;
import java.time.Duration;
import java.util.Optional;

/// What a visitor's page can say (`visitor.proto`, `VisitorUp`).
public sealed interface VisitorFrame {

  /// First frame of a new visit.
  record Hello(Secret ticket) implements VisitorFrame {}

  /// First frame after a lost connection. `lastSeq` is 0 for none; `unanswered` is how long the
  /// visitor has waited for a word of staff.
  record Resume(ConversationId conversation, Secret capability, int lastSeq, Duration unanswered)
      implements VisitorFrame {}

  /// @param pass shows that the visitor has a return code
  record Ring(Card card, Optional<Again> again, Optional<Secret> pass) implements VisitorFrame {}

  /// Proof of a chat that the service left.
  record Again(ConversationId conversation, Secret capability) {}

  record Talk(SealedFrame frame) implements VisitorFrame {}

  record Signal(SealedFrame frame) implements VisitorFrame {}

  /// Leave the line, or end the conversation.
  record Leave() implements VisitorFrame {}

  /// @param preference what is given up, or kept
  /// @param question number of the question that this answers, 1–3; 0 when nobody asked
  /// @param language the one they can do with as well
  record Relax(Preference preference, boolean yes, int question, Optional<String> language)
      implements VisitorFrame {}

  /// @param here whether the visitor says that they are there
  /// @param danger whether the visitor, who waits, says that they are in danger now
  record Pong(int nonce, boolean here, boolean danger) implements VisitorFrame {}

  /// The field number of this kind in `VisitorUp`, by which a refusal names it.
  default int request() {
    return switch (this) {
      case Hello f -> 1;
      case Resume f -> 2;
      case Ring f -> 3;
      case Talk f -> 4;
      case Signal f -> 5;
      case Leave f -> 6;
      case Pong f -> 7;
      case Relax f -> 8;
    };
  }
}
