package havn.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.wire.v1.CaughtUp;
import havn.wire.v1.Code;
import havn.wire.v1.Ping;
import havn.wire.v1.Refused;
import havn.wire.v1.Rung;
import havn.wire.v1.Signal;
import havn.wire.v1.StaffPresence;
import havn.wire.v1.Stored;
import havn.wire.v1.Taken;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.VisitorWelcome;
import havn.wire.v1.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Whole wire frames for a visitor's page.
public final class ToVisitor {

  private static final int ENTRY = VisitorDown.ENTRY_FIELD_NUMBER;

  private ToVisitor() {}

  public static byte[] welcome() {
    return frame(VisitorDown.newBuilder().setWelcome(VisitorWelcome.getDefaultInstance()));
  }

  public static byte[] rung(ConversationId conversation, Secret capability) {
    return frame(
        VisitorDown.newBuilder()
            .setRung(
                Rung.newBuilder()
                    .setConversation(ByteString.copyFrom(conversation.bytes()))
                    .setCapability(ByteString.copyFrom(capability.bytes()))));
  }

  public static byte[] waiting(Waiting waiting) {
    return frame(VisitorDown.newBuilder().setWaiting(waiting));
  }

  public static byte[] taken() {
    return frame(VisitorDown.newBuilder().setTaken(Taken.getDefaultInstance()));
  }

  /// One entry of the stream; `body` as in [StreamBody].
  public static byte[] entry(int seq, byte[] body) {
    int inner = Numbered.size(seq, body);
    int length = Numbered.fieldSize(ENTRY, inner);
    byte[] frame = Padding.empty(length);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(frame, 2, length);
      Numbered.writeHead(out, ENTRY, inner);
      Numbered.write(out, seq, body);
    } catch (IOException tooShort) {
      throw new UncheckedIOException(tooShort);
    }
    return frame;
  }

  public static byte[] signal(SealedFrame signal) {
    return frame(
        VisitorDown.newBuilder()
            .setSignal(
                Signal.newBuilder().setFrame(signal.bytes()).setSignature(signal.signature())));
  }

  /// The receipt for a stored frame of this page.
  public static byte[] stored(int seq, SealedFrame frame) {
    return frame(VisitorDown.newBuilder().setStored(receipt(seq, frame)));
  }

  public static byte[] caughtUp(int seq) {
    return frame(VisitorDown.newBuilder().setCaughtUp(CaughtUp.newBuilder().setSeq(seq)));
  }

  public static byte[] staff(boolean connected) {
    return frame(
        VisitorDown.newBuilder().setStaff(StaffPresence.newBuilder().setConnected(connected)));
  }

  /// `request` is the field number of the refused frame's kind.
  public static byte[] refused(Code code, int request) {
    return frame(
        VisitorDown.newBuilder()
            .setRefused(Refused.newBuilder().setCode(code).setRequest(request)));
  }

  public static byte[] ping(int nonce) {
    return frame(VisitorDown.newBuilder().setPing(Ping.newBuilder().setNonce(nonce)));
  }

  static Stored receipt(int seq, SealedFrame frame) {
    return Stored.newBuilder()
        .setSeq(seq)
        .setEpoch(frame.epoch())
        .setSlot(frame.slot())
        .setCounter(frame.counter())
        .build();
  }

  private static byte[] frame(VisitorDown.Builder down) {
    return Padding.frame(down.build());
  }
}
