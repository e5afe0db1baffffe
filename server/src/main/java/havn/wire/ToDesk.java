package havn.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.wire.v1.Challenge;
import havn.wire.v1.ChatLeft;
import havn.wire.v1.ChatMember;
import havn.wire.v1.ChatMembers;
import havn.wire.v1.ChatPaused;
import havn.wire.v1.Code;
import havn.wire.v1.Colleagues;
import havn.wire.v1.DangerCalls;
import havn.wire.v1.DeskCaughtUp;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskEntry;
import havn.wire.v1.DeskSignalDown;
import havn.wire.v1.DeskStored;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.DeskWelcome;
import havn.wire.v1.DeskWhisperEntry;
import havn.wire.v1.DutyState;
import havn.wire.v1.Invitation;
import havn.wire.v1.InvitationOver;
import havn.wire.v1.Line;
import havn.wire.v1.LineItem;
import havn.wire.v1.Ping;
import havn.wire.v1.Refused;
import havn.wire.v1.RosterChanged;
import havn.wire.v1.Signal;
import havn.wire.v1.VisitorPresence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Whole wire frames for a duty console.
public final class ToDesk {

  private static final int ENTRY = DeskDown.ENTRY_FIELD_NUMBER;

  private ToDesk() {}

  /// `nonce` is 32 random bytes.
  public static byte[] challenge(byte[] nonce) {
    return frame(
        DeskDown.newBuilder()
            .setChallenge(Challenge.newBuilder().setNonce(ByteString.copyFrom(nonce))));
  }

  public static byte[] welcome(long rosterVersion) {
    return frame(
        DeskDown.newBuilder().setWelcome(DeskWelcome.newBuilder().setRosterVersion(rosterVersion)));
  }

  /// A service's whole line, at most 200. What does not fit a frame of 16 kB is left out from the
  /// end.
  public static byte[] line(ServiceId service, List<LineItem> items) {
    Line.Builder line = Line.newBuilder().setService(service.slug());
    int room = Padding.MOST - 16 - line.build().getSerializedSize();
    for (LineItem item : items) {
      room -= Numbered.fieldSize(Line.ITEMS_FIELD_NUMBER, item.getSerializedSize());
      if (room < 0) {
        break;
      }
      line.addItems(item);
    }
    return frame(DeskDown.newBuilder().setLine(line));
  }

  /// A service's line could not be looked up for a while.
  public static byte[] lineUnknown(ServiceId service) {
    return frame(
        DeskDown.newBuilder()
            .setLine(Line.newBuilder().setService(service.slug()).setUnknown(true)));
  }

  /// Calls for help of one service. What does not fit a frame of 16 kB is left out from the end.
  public static byte[] danger(DangerCalls calls) {
    DangerCalls.Builder fitting = calls.toBuilder();
    while (fitting.build().getSerializedSize() > Padding.MOST - 16) {
      fitting.removeItems(fitting.getItemsCount() - 1);
    }
    return frame(DeskDown.newBuilder().setDanger(fitting));
  }

  public static byte[] duty(DutyState duty) {
    return frame(DeskDown.newBuilder().setDuty(duty));
  }

  public static byte[] taken(DeskTaken taken) {
    return frame(DeskDown.newBuilder().setTaken(taken));
  }

  /// One entry of the stream; `conversation` is 16 bytes, `body` as in [StreamBody].
  public static byte[] entry(byte[] conversation, int seq, byte[] body) {
    int numbered = Numbered.size(seq, body);
    int inner =
        Numbered.fieldSize(DeskEntry.CONVERSATION_FIELD_NUMBER, conversation.length)
            + Numbered.fieldSize(DeskEntry.ENTRY_FIELD_NUMBER, numbered);
    int length = Numbered.fieldSize(ENTRY, inner);
    byte[] frame = Padding.empty(length);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(frame, 2, length);
      Numbered.writeHead(out, ENTRY, inner);
      out.writeByteArray(DeskEntry.CONVERSATION_FIELD_NUMBER, conversation);
      Numbered.writeHead(out, DeskEntry.ENTRY_FIELD_NUMBER, numbered);
      Numbered.write(out, seq, body);
    } catch (IOException tooShort) {
      throw new UncheckedIOException(tooShort);
    }
    return frame;
  }

  public static byte[] signal(SealedFrame signal) {
    return frame(
        DeskDown.newBuilder()
            .setSignal(
                DeskSignalDown.newBuilder()
                    .setSignal(
                        Signal.newBuilder()
                            .setFrame(signal.bytes())
                            .setSignature(signal.signature()))));
  }

  /// The receipt for a stored frame of this console.
  public static byte[] stored(byte[] conversation, int seq, SealedFrame frame) {
    return frame(DeskDown.newBuilder().setStored(receipt(conversation, seq, frame)));
  }

  private static DeskStored.Builder receipt(byte[] conversation, int seq, SealedFrame frame) {
    return DeskStored.newBuilder()
        .setConversation(ByteString.copyFrom(conversation))
        .setStored(ToVisitor.receipt(seq, frame));
  }

  /// One entry of a chat's whispers; `body` as in [WhisperBody].
  public static byte[] whisper(ConversationId conversation, int seq, byte[] body) {
    return frame(
        DeskDown.newBuilder()
            .setWhisper(
                DeskWhisperEntry.newBuilder()
                    .setConversation(ByteString.copyFrom(conversation.bytes()))
                    .setEntry(WhisperBody.numbered(seq, body))));
  }

  /// The receipt for a stored whisper of this console.
  public static byte[] whisperStored(ConversationId conversation, int seq, SealedFrame frame) {
    return frame(DeskDown.newBuilder().setWhisperStored(receipt(conversation.bytes(), seq, frame)));
  }

  public static byte[] whispersCaughtUp(ConversationId conversation, int seq) {
    return frame(DeskDown.newBuilder().setWhispersCaughtUp(caughtUpTo(conversation, seq)));
  }

  public static byte[] caughtUp(ConversationId conversation, int seq) {
    return frame(DeskDown.newBuilder().setCaughtUp(caughtUpTo(conversation, seq)));
  }

  private static DeskCaughtUp.Builder caughtUpTo(ConversationId conversation, int seq) {
    return DeskCaughtUp.newBuilder()
        .setConversation(ByteString.copyFrom(conversation.bytes()))
        .setSeq(seq);
  }

  public static byte[] visitor(ConversationId conversation, boolean connected) {
    return frame(
        DeskDown.newBuilder()
            .setVisitor(
                VisitorPresence.newBuilder()
                    .setConversation(ByteString.copyFrom(conversation.bytes()))
                    .setConnected(connected)));
  }

  public static byte[] paused(ConversationId conversation, boolean paused) {
    return frame(
        DeskDown.newBuilder()
            .setPaused(
                ChatPaused.newBuilder()
                    .setConversation(ByteString.copyFrom(conversation.bytes()))
                    .setPaused(paused)));
  }

  /// `request` is the field number of the refused frame's kind.
  public static byte[] refused(Code code, int request) {
    return frame(
        DeskDown.newBuilder().setRefused(Refused.newBuilder().setCode(code).setRequest(request)));
  }

  public static byte[] ping(int nonce) {
    return frame(DeskDown.newBuilder().setPing(Ping.newBuilder().setNonce(nonce)));
  }

  public static byte[] rosterChanged(long version) {
    return frame(DeskDown.newBuilder().setRoster(RosterChanged.newBuilder().setVersion(version)));
  }

  public static byte[] colleagues(Colleagues colleagues) {
    return frame(DeskDown.newBuilder().setColleagues(colleagues));
  }

  public static byte[] invitation(Invitation invitation) {
    return frame(DeskDown.newBuilder().setInvitation(invitation));
  }

  public static byte[] invitationOver(ConversationId conversation) {
    return frame(
        DeskDown.newBuilder()
            .setInvitationOver(
                InvitationOver.newBuilder()
                    .setConversation(ByteString.copyFrom(conversation.bytes()))));
  }

  public static byte[] left(ConversationId conversation) {
    return frame(
        DeskDown.newBuilder()
            .setLeft(
                ChatLeft.newBuilder().setConversation(ByteString.copyFrom(conversation.bytes()))));
  }

  /// At most 7.
  public static byte[] members(ConversationId conversation, List<ChatMember> members) {
    return frame(
        DeskDown.newBuilder()
            .setMembers(
                ChatMembers.newBuilder()
                    .setConversation(ByteString.copyFrom(conversation.bytes()))
                    .addAllItems(members)));
  }

  private static byte[] frame(DeskDown.Builder down) {
    return Padding.frame(down.build());
  }
}
