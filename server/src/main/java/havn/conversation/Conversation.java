package havn.conversation;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// A conversation as the store knows it at one moment.
///
/// @param epoch number of the running epoch, 0 before the first
/// @param visitorNode process that holds the visitor's connection, or held it when it died; empty
/// for none
/// @param staffNode the same for the device that holds the conversation
public record Conversation(
    ConversationId id, Ring ring, Stage stage, int epoch, String visitorNode, String staffNode) {

  /// What was rung with; never changes, but that somebody who waits may come to be in danger.
  ///
  /// @param card the `RingCard`'s exact bytes; none once the conversation has ended
  /// @param capability fingerprint of the visitor's capability
  /// @param since when the visitor rang
  /// @param danger whether they stood in the line as somebody in danger now: they said so, or a
  ///     call for help stood in the chat that the service left
  /// @param toldDays for how many days the visitor was told that the chat is kept; empty in rings
  ///     of before this was noted
  public record Ring(
      ServiceId service,
      String lane,
      String language,
      ByteString card,
      String capability,
      Instant since,
      boolean danger,
      Optional<Integer> toldDays) {

    /// Of somebody who is in no danger; what they were told is not noted.
    public Ring(
        ServiceId service,
        String lane,
        String language,
        ByteString card,
        String capability,
        Instant since) {
      this(service, lane, language, card, capability, since, false, Optional.empty());
    }

    /// For how many days the chat may be kept: never longer than the visitor was told, nor than the
    /// service keeps chats now.
    public int keptFor(int daysNow) {
      return Math.min(toldDays.orElse(daysNow), daysNow);
    }

    /// Whether this is the capability that the visitor was given.
    public boolean provenBy(Secret capability) {
      return MessageDigest.isEqual(
          this.capability.getBytes(StandardCharsets.US_ASCII),
          capability.fingerprint().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
      return "Ring[" + service + "]";
    }
  }
}
