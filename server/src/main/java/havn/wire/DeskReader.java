package havn.wire;

import com.google.protobuf.ByteString;
import havn.kernel.id.ServiceId;
import havn.wire.v1.Code;
import havn.wire.v1.ConversationEpoch;
import havn.wire.v1.DeskUp;
import havn.wire.v1.DutyOn;
import havn.wire.v1.Invite;
import havn.wire.v1.Signal;
import havn.wire.v1.Talk;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads what consoles send. Never throws.
public final class DeskReader {

  private static final int SERVICES = 16;

  private DeskReader() {}

  /// Takes ownership of `frame`: the record may share its bytes.
  public static Read<DeskFrame> read(byte[] frame) {
    try {
      return new Read.Decoded<>(frame(DeskUp.parseFrom(Padding.open(frame))));
    } catch (Malformed malformed) {
      return new Read.Refused<>(malformed.code);
    } catch (IOException notProtobuf) {
      return new Read.Refused<>(Code.FRAME_MALFORMED);
    }
  }

  private static DeskFrame frame(DeskUp up) {
    return switch (up.getKindCase()) {
      case HELLO -> hello(up.getHello().getDevice(), up.getHello().getSignature());
      case DUTY_ON -> dutyOn(up.getDutyOn());
      case DUTY_OFF -> new DeskFrame.DutyOff();
      case TAKE -> new DeskFrame.Take(Ids.conversation(up.getTake().getConversation()));
      case STATEMENT ->
          new DeskFrame.Statement(
              Ids.conversation(up.getStatement().getConversation()),
              up.getStatement().getFence(),
              SignedWord.of(up.getStatement().getStatement()));
      case EPOCH -> epoch(up.getEpoch());
      case ATTACH ->
          new DeskFrame.Attach(
              Ids.conversation(up.getAttach().getConversation()),
              Ids.seq(up.getAttach().getLastSeq()),
              Ids.seq(up.getAttach().getLastWhisper()));
      case TALK -> new DeskFrame.Talk(sealed(up.getTalk().getTalk()));
      case SIGNAL -> new DeskFrame.Signal(sealed(up.getSignal().getSignal()));
      case END -> new DeskFrame.End(Ids.conversation(up.getEnd().getConversation()));
      case PONG -> new DeskFrame.Pong(up.getPong().getNonce(), up.getPong().getHidden());
      case COLLEAGUES ->
          new DeskFrame.Colleagues(Ids.conversation(up.getColleagues().getConversation()));
      case INVITE -> invite(up.getInvite());
      case WITHDRAW ->
          new DeskFrame.Withdraw(
              Ids.conversation(up.getWithdraw().getConversation()), up.getWithdraw().getFence());
      case ANSWER ->
          new DeskFrame.Answer(
              Ids.conversation(up.getAnswer().getConversation()), up.getAnswer().getAccept());
      case LEAVE -> new DeskFrame.Leave(Ids.conversation(up.getLeave().getConversation()));
      case REMOVE ->
          new DeskFrame.Remove(
              Ids.conversation(up.getRemove().getConversation()),
              up.getRemove().getFence(),
              Ids.device(up.getRemove().getDevice()));
      case WHISPER_KEY ->
          new DeskFrame.NewWhisperKey(
              Ids.conversation(up.getWhisperKey().getConversation()),
              up.getWhisperKey().getFence(),
              WhisperKeyWord.of(up.getWhisperKey().getKey()));
      case WHISPER -> new DeskFrame.Whisper(sealed(up.getWhisper().getWhisper()));
      case DANGER ->
          new DeskFrame.Danger(
              Ids.conversation(up.getDanger().getConversation()), up.getDanger().getMove());
      case KIND_NOT_SET -> throw new Malformed(Code.FRAME_UNKNOWN);
    };
  }

  private static DeskFrame dutyOn(DutyOn up) {
    return new DeskFrame.DutyOn(
        SignedWord.of(up.getStatement()),
        services(up.getServicesList()),
        up.getOnBreak(),
        salt(up.getNameSalt()),
        Words.tags(up.getLanguagesList(), 16),
        Words.names(up.getLanesList(), 8),
        Words.traits(up.getTraitsList(), 8));
  }

  private static DeskFrame hello(ByteString device, ByteString signature) {
    Malformed.unless(signature.size() == 64);
    return new DeskFrame.Hello(Ids.device(device), signature);
  }

  private static DeskFrame invite(Invite up) {
    boolean handover =
        switch (up.getKind()) {
          case JOIN -> false;
          case HANDOVER -> true;
          case INVITATION_KIND_UNSPECIFIED, UNRECOGNIZED ->
              throw new Malformed(Code.FRAME_MALFORMED);
        };
    return new DeskFrame.Invite(
        Ids.conversation(up.getConversation()),
        up.getFence(),
        Ids.device(up.getDevice()),
        handover);
  }

  private static ByteString salt(ByteString salt) {
    Malformed.unless(salt.isEmpty() || salt.size() == 16);
    return salt;
  }

  private static DeskFrame epoch(ConversationEpoch up) {
    SealedEpoch epoch = SealedEpoch.of(up.getEpoch());
    Malformed.unless(epoch.header().number() == up.getNumber());
    return new DeskFrame.NewEpoch(Ids.conversation(up.getConversation()), up.getFence(), epoch);
  }

  private static SealedFrame sealed(Talk talk) {
    return new SealedFrame(talk.getFrame(), talk.getSignature());
  }

  private static SealedFrame sealed(Signal signal) {
    return new SealedFrame(signal.getFrame(), signal.getSignature());
  }

  private static Set<ServiceId> services(List<String> slugs) {
    Malformed.unless(!slugs.isEmpty() && slugs.size() <= SERVICES);
    Set<ServiceId> services = new LinkedHashSet<>();
    for (String slug : slugs) {
      services.add(ServiceId.parse(slug).orElseThrow(() -> new Malformed(Code.FRAME_MALFORMED)));
    }
    return services;
  }
}
