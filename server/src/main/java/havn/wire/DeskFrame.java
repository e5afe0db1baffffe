package havn.wire;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.wire.v1.DangerMove;
import java.util.Set;

/// What a duty console can say (`desk.proto`, `DeskUp`). A `fence` is the number the claim was
/// given.
public sealed interface DeskFrame {

  /// Answers the challenge; `signature` is 64 bytes.
  record Hello(DeviceId device, ByteString signature) implements DeskFrame {}

  /// 1–16 services. `salt` is 16 bytes or none. At most 16 languages, 8 lanes and 8 traits.
  record DutyOn(
      SignedWord statement,
      Set<ServiceId> services,
      boolean onBreak,
      ByteString salt,
      Set<String> languages,
      Set<String> lanes,
      Set<String> traits)
      implements DeskFrame {}

  record DutyOff() implements DeskFrame {}

  record Take(ConversationId conversation) implements DeskFrame {}

  record Statement(ConversationId conversation, long fence, SignedWord statement)
      implements DeskFrame {}

  record NewEpoch(ConversationId conversation, long fence, SealedEpoch epoch)
      implements DeskFrame {}

  /// Follow a conversation; `lastSeq` and `lastWhisper` are 0 for none.
  record Attach(ConversationId conversation, int lastSeq, int lastWhisper) implements DeskFrame {}

  record Talk(SealedFrame frame) implements DeskFrame {}

  record Signal(SealedFrame frame) implements DeskFrame {}

  record End(ConversationId conversation) implements DeskFrame {}

  /// @param hidden whether nobody looks at the console
  record Pong(int nonce, boolean hidden) implements DeskFrame {}

  record Colleagues(ConversationId conversation) implements DeskFrame {}

  record Invite(ConversationId conversation, long fence, DeviceId device, boolean handover)
      implements DeskFrame {}

  record Withdraw(ConversationId conversation, long fence) implements DeskFrame {}

  record Answer(ConversationId conversation, boolean accept) implements DeskFrame {}

  record Leave(ConversationId conversation) implements DeskFrame {}

  record Remove(ConversationId conversation, long fence, DeviceId device) implements DeskFrame {}

  record NewWhisperKey(ConversationId conversation, long fence, WhisperKeyWord key)
      implements DeskFrame {}

  record Whisper(SealedFrame frame) implements DeskFrame {}

  /// Calls for help, answers a call, or ends it.
  record Danger(ConversationId conversation, DangerMove move) implements DeskFrame {}

  /// The field number of this kind in `DeskUp`, by which a refusal names it.
  default int request() {
    return switch (this) {
      case Hello f -> 1;
      case DutyOn f -> 2;
      case DutyOff f -> 3;
      case Take f -> 4;
      case Statement f -> 5;
      case NewEpoch f -> 6;
      case Attach f -> 7;
      case Talk f -> 8;
      case Signal f -> 9;
      case End f -> 10;
      case Pong f -> 11;
      case Colleagues f -> 12;
      case Invite f -> 13;
      case Withdraw f -> 14;
      case Answer f -> 15;
      case Leave f -> 16;
      case Remove f -> 17;
      case NewWhisperKey f -> 18;
      case Whisper f -> 19;
      case Danger f -> 20;
    };
  }
}
