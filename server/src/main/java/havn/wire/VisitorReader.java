package havn.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.secret.Secret;
import havn.wire.v1.Code;
import havn.wire.v1.Preference;
import havn.wire.v1.Relax;
import havn.wire.v1.Ring;
import havn.wire.v1.VisitorUp;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Reads what visitors send. Never throws.
public final class VisitorReader {

  /// How often a visitor is asked to give something up.
  private static final int QUESTIONS = 3;

  private VisitorReader() {}

  /// Takes ownership of `frame`: the record may share its bytes.
  public static Read<VisitorFrame> read(byte[] frame) {
    try {
      return new Read.Decoded<>(frame(VisitorUp.parseFrom(Padding.open(frame))));
    } catch (Malformed malformed) {
      return new Read.Refused<>(malformed.code);
    } catch (IOException notProtobuf) {
      return new Read.Refused<>(Code.FRAME_MALFORMED);
    }
  }

  private static VisitorFrame frame(VisitorUp up) throws InvalidProtocolBufferException {
    return switch (up.getKindCase()) {
      case HELLO -> new VisitorFrame.Hello(secret(up.getHello().getTicket()));
      case RESUME ->
          new VisitorFrame.Resume(
              Ids.conversation(up.getResume().getConversation()),
              secret(up.getResume().getCapability()),
              Ids.seq(up.getResume().getLastSeq()),
              Duration.ofMillis(Integer.toUnsignedLong(up.getResume().getUnanswered())));
      case RING ->
          new VisitorFrame.Ring(
              Card.read(up.getRing().getCard()),
              again(up.getRing()),
              up.getRing().getPass().isEmpty()
                  ? Optional.empty()
                  : Optional.of(secret(up.getRing().getPass())));
      case TALK ->
          new VisitorFrame.Talk(
              new SealedFrame(up.getTalk().getFrame(), up.getTalk().getSignature()));
      case SIGNAL ->
          new VisitorFrame.Signal(
              new SealedFrame(up.getSignal().getFrame(), up.getSignal().getSignature()));
      case LEAVE -> new VisitorFrame.Leave();
      case PONG ->
          new VisitorFrame.Pong(
              up.getPong().getNonce(), up.getPong().getHere(), up.getPong().getDanger());
      case RELAX -> relax(up.getRelax());
      case KIND_NOT_SET -> throw new Malformed(Code.FRAME_UNKNOWN);
    };
  }

  private static Optional<VisitorFrame.Again> again(Ring ring) {
    return ring.hasAgain()
        ? Optional.of(
            new VisitorFrame.Again(
                Ids.conversation(ring.getAgain().getConversation()),
                secret(ring.getAgain().getCapability())))
        : Optional.empty();
  }

  private static VisitorFrame relax(Relax up) {
    boolean other = up.getPreference() == Preference.ANOTHER_LANGUAGE && up.getYes();
    Malformed.unless(
        up.getPreference() != Preference.PREFERENCE_NONE
            && up.getPreference() != Preference.UNRECOGNIZED);
    Malformed.unless(other ? Words.isTag(up.getLanguage()) : up.getLanguage().isEmpty());
    Malformed.unless(up.getQuestion() >= 0 && up.getQuestion() <= QUESTIONS);
    return new VisitorFrame.Relax(
        up.getPreference(),
        up.getYes(),
        up.getQuestion(),
        other ? Optional.of(up.getLanguage()) : Optional.empty());
  }

  private static Secret secret(ByteString bytes) {
    Malformed.unless(bytes.size() == 32);
    return Secret.of(bytes.toByteArray());
  }
}
