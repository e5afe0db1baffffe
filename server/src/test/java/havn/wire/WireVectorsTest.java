package havn.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.wire.v1.AnswerInvitation;
import havn.wire.v1.AskColleagues;
import havn.wire.v1.Attach;
import havn.wire.v1.ChatMember;
import havn.wire.v1.Code;
import havn.wire.v1.Colleague;
import havn.wire.v1.Colleagues;
import havn.wire.v1.ConversationStatement;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskHello;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.DeskTalk;
import havn.wire.v1.DeskUp;
import havn.wire.v1.DutyOn;
import havn.wire.v1.DutyState;
import havn.wire.v1.EndReason;
import havn.wire.v1.Invitation;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.Invite;
import havn.wire.v1.Leave;
import havn.wire.v1.LeaveChat;
import havn.wire.v1.LineItem;
import havn.wire.v1.Pong;
import havn.wire.v1.RemoveMember;
import havn.wire.v1.Signal;
import havn.wire.v1.Take;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.VisitorHello;
import havn.wire.v1.VisitorResume;
import havn.wire.v1.VisitorUp;
import havn.wire.v1.WaitBand;
import havn.wire.v1.Waiting;
import havn.wire.v1.WithdrawInvitation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Golden frames for every implementation: `docs/protocol/vectors/wire-v1.json`.
class WireVectorsTest {

  private static final ConversationId CONVERSATION =
      new ConversationId(HexFormat.of().formatHex(Samples.counted(16, 0x10)));
  private static final DeviceId DEVICE =
      new DeviceId(HexFormat.of().formatHex(Samples.counted(16, 0x40)));
  private static final ByteString ID = Samples.string(16, 0x10);

  private final JsonArray frames = new JsonArray();
  private final JsonArray refused = new JsonArray();

  @Test
  void theGoldenFramesAreWhatTheCodecMakes() throws IOException {
    visitorUp();
    deskUp();
    companyUp();
    visitorDown();
    deskDown();
    companyDown();
    refusals();
    JsonObject all =
        new JsonObject()
            .put(
                "about",
                "Golden wire frames. `message` is Protobuf JSON of the named type; `frame` is the"
                    + " padded wire frame in base64. `refused` lists frames that a reader answers"
                    + " with a code.")
            .put("frames", frames)
            .put("refused", refused);
    Published.sameAs("vectors/wire-v1.json", all.encodePrettily() + "\n");
  }

  private void visitorUp() {
    up(
        "visitor hello",
        VisitorUp.newBuilder()
            .setHello(VisitorHello.newBuilder().setTicket(Samples.string(32, 1))));
    up(
        "visitor resume",
        VisitorUp.newBuilder()
            .setResume(
                VisitorResume.newBuilder()
                    .setConversation(ID)
                    .setCapability(Samples.string(32, 2))
                    .setLastSeq(7)));
    up("visitor ring", Samples.ring("pro-mann").toBuilder());
    for (int length : Samples.LENGTHS) {
      up(
          "visitor talk of " + length,
          VisitorUp.newBuilder()
              .setTalk(Samples.talk(Samples.sealed(CONVERSATION, 1, 0, 3, length), false)));
    }
    up(
        "visitor signal",
        VisitorUp.newBuilder()
            .setSignal(Signal.newBuilder().setFrame(Samples.sealed(CONVERSATION, 1, 0, -1, 154))));
    up("visitor leave", VisitorUp.newBuilder().setLeave(Leave.getDefaultInstance()));
    up("visitor pong", VisitorUp.newBuilder().setPong(Pong.newBuilder().setNonce(0xfffffff0)));
  }

  private void deskUp() {
    up(
        "desk hello",
        DeskUp.newBuilder()
            .setHello(
                DeskHello.newBuilder()
                    .setDevice(Samples.string(16, 0x40))
                    .setSignature(Samples.string(64, 8))));
    up(
        "desk duty on",
        DeskUp.newBuilder()
            .setDutyOn(
                DutyOn.newBuilder()
                    .setStatement(Samples.statement())
                    .addServices("pro-mann")
                    .addServices("nadheim")
                    .setOnBreak(true)
                    .setNameSalt(Samples.string(16, 0x50))));
    up("desk take", DeskUp.newBuilder().setTake(Take.newBuilder().setConversation(ID)));
    up(
        "desk statement",
        DeskUp.newBuilder()
            .setStatement(
                ConversationStatement.newBuilder()
                    .setConversation(ID)
                    .setFence(3)
                    .setStatement(Samples.statement())));
    up("desk epoch", Samples.newEpoch(CONVERSATION, 3, 1, DEVICE).toBuilder());
    up(
        "desk attach",
        DeskUp.newBuilder().setAttach(Attach.newBuilder().setConversation(ID).setLastSeq(41)));
    up(
        "desk talk of 922",
        DeskUp.newBuilder()
            .setTalk(
                DeskTalk.newBuilder()
                    .setTalk(Samples.talk(Samples.sealed(CONVERSATION, 2, 1, 9, 922), true))));
  }

  private void companyUp() {
    ByteString device = Samples.string(16, 0x40);
    up(
        "desk colleagues",
        DeskUp.newBuilder().setColleagues(AskColleagues.newBuilder().setConversation(ID)));
    up(
        "desk invite to a handover",
        DeskUp.newBuilder()
            .setInvite(
                Invite.newBuilder()
                    .setConversation(ID)
                    .setFence(3)
                    .setDevice(device)
                    .setKind(InvitationKind.HANDOVER)));
    up(
        "desk withdraw",
        DeskUp.newBuilder()
            .setWithdraw(WithdrawInvitation.newBuilder().setConversation(ID).setFence(3)));
    up(
        "desk accept",
        DeskUp.newBuilder()
            .setAnswer(AnswerInvitation.newBuilder().setConversation(ID).setAccept(true)));
    up("desk leave", DeskUp.newBuilder().setLeave(LeaveChat.newBuilder().setConversation(ID)));
    up(
        "desk remove",
        DeskUp.newBuilder()
            .setRemove(
                RemoveMember.newBuilder().setConversation(ID).setFence(3).setDevice(device)));
  }

  private void companyDown() throws IOException {
    ByteString device = Samples.string(16, 0x40);
    ChatMember member = ChatMember.newBuilder().setDevice(device).setSlot(2).build();
    down(
        "desk taken as the lead after a handover",
        ToDesk.taken(
            DeskTaken.newBuilder()
                .setConversation(ID)
                .setFence(2)
                .setCard(Samples.card("pro-mann").toByteString())
                .setEpoch(4)
                .setSince(1_795_000_000_123L)
                .setSlot(3)
                .addMembers(member)
                .build()));
    down(
        "desk colleagues",
        ToDesk.colleagues(
            Colleagues.newBuilder()
                .setConversation(ID)
                .addItems(
                    Colleague.newBuilder()
                        .setDevice(device)
                        .setName("Kåre")
                        .setNameSalt(Samples.string(16, 0x50))
                        .setFree(true))
                .build()));
    down(
        "desk invitation",
        ToDesk.invitation(
            Invitation.newBuilder()
                .setConversation(ID)
                .setKind(InvitationKind.JOIN)
                .setService("pro-mann")
                .setLane("self")
                .setLanguage("nb")
                .setSince(1_795_000_000_123L)
                .setUntil(1_795_000_120_123L)
                .build()));
    down("desk invitation over", ToDesk.invitationOver(CONVERSATION));
    down("desk left", ToDesk.left(CONVERSATION));
    down("desk members", ToDesk.members(CONVERSATION, List.of(member)));
  }

  private void visitorDown() throws IOException {
    SealedFrame staff =
        new SealedFrame(Samples.sealed(CONVERSATION, 1, 1, 0, 154), Samples.string(64, 9));
    SealedFrame own = new SealedFrame(Samples.sealed(CONVERSATION, 1, 0, 4, 922), ByteString.EMPTY);
    down("visitor welcome", ToVisitor.welcome());
    down("visitor rung", ToVisitor.rung(CONVERSATION, Secret.of(Samples.counted(32, 2))));
    down(
        "visitor waiting",
        ToVisitor.waiting(
            Waiting.newBuilder().setPosition(3).setBand(WaitBand.FROM_5_TO_15_MINUTES).build()));
    down("visitor taken", ToVisitor.taken());
    down(
        "visitor entry with statement",
        ToVisitor.entry(1, StreamBody.statement(SignedWord.of(Samples.statement()))));
    down(
        "visitor entry with epoch",
        ToVisitor.entry(
            2, StreamBody.epoch(SealedEpoch.of(Samples.epoch(CONVERSATION, 1, DEVICE)))));
    down("visitor entry with staff talk", ToVisitor.entry(2_000, StreamBody.talk(staff)));
    down("visitor entry with end", ToVisitor.entry(4, StreamBody.end(EndReason.BY_STAFF)));
    down("visitor stored", ToVisitor.stored(300, own));
    down("visitor caught up", ToVisitor.caughtUp(300));
    down("visitor staff presence", ToVisitor.staff(true));
    down("visitor refused", ToVisitor.refused(Code.SERVICE_CLOSED, 3));
    down("visitor ping", ToVisitor.ping(77));
  }

  private void deskDown() throws IOException {
    byte[] id = CONVERSATION.bytes();
    SealedFrame visitor =
        new SealedFrame(Samples.sealed(CONVERSATION, 1, 0, 4, 154), ByteString.EMPTY);
    SealedFrame longest =
        new SealedFrame(Samples.sealed(CONVERSATION, 1, 2, 4, 16_186), Samples.string(64, 9));
    LineItem item =
        LineItem.newBuilder()
            .setConversation(ID)
            .setLane("self")
            .setLanguage("nb")
            .setSince(1_795_000_000_123L)
            .setConnected(true)
            .build();
    down("desk challenge", ToDesk.challenge(Samples.counted(32, 1)));
    down("desk welcome", ToDesk.welcome(12));
    down("desk line", ToDesk.line(new ServiceId("pro-mann"), List.of(item, item)));
    down(
        "desk duty",
        ToDesk.duty(
            DutyState.newBuilder()
                .setOnDuty(true)
                .setUntil(1_795_000_000_000L)
                .addServices("pro-mann")
                .setLoad(1)
                .setCapacity(3)
                .build()));
    down(
        "desk taken",
        ToDesk.taken(
            DeskTaken.newBuilder()
                .setConversation(ID)
                .setFence(1)
                .setCard(Samples.card("pro-mann").toByteString())
                .setSince(1_795_000_000_123L)
                .build()));
    down("desk entry with visitor talk", ToDesk.entry(id, 2_000, StreamBody.talk(visitor)));
    down(
        "desk entry with the longest staff talk",
        ToDesk.entry(id, 2_000, StreamBody.talk(longest)));
    down("desk stored", ToDesk.stored(id, 9, longest));
    down("desk visitor presence", ToDesk.visitor(CONVERSATION, false));
    down("desk roster changed", ToDesk.rosterChanged(13));
  }

  private void refusals() {
    byte[] pong =
        Padding.frame(VisitorUp.newBuilder().setPong(Pong.newBuilder().setNonce(5)).build());
    refuse("empty", new byte[0], Code.FRAME_MALFORMED);
    refuse("truncated", Arrays.copyOf(pong, 4), Code.FRAME_MALFORMED);
    refuse("unpadded", Arrays.copyOf(pong, 100), Code.FRAME_NOT_PADDED);
    refuse("not the smallest size", Arrays.copyOf(pong, 1_024), Code.FRAME_NOT_PADDED);
    byte[] dirty = pong.clone();
    dirty[255] = 1;
    refuse("padding that is not zeros", dirty, Code.FRAME_NOT_PADDED);
    byte[] long1 = pong.clone();
    long1[0] = (byte) 0xff;
    refuse("a length past the end", long1, Code.FRAME_MALFORMED);
    refuse("nothing inside", new byte[256], Code.FRAME_UNKNOWN);
    refuse("too large", new byte[16_385], Code.FRAME_TOO_LARGE);
    byte[] garbage = new byte[256];
    Arrays.fill(garbage, 2, 12, (byte) 0xff);
    garbage[1] = 10;
    refuse("not Protobuf", garbage, Code.FRAME_MALFORMED);
  }

  private void up(String name, Message.Builder builder) {
    Message message = builder.build();
    byte[] frame = Padding.frame(message);
    Read<?> read =
        message instanceof VisitorUp ? VisitorReader.read(frame) : DeskReader.read(frame);
    assertInstanceOf(Read.Decoded.class, read, name);
    add(name, message, frame);
  }

  private void down(String name, byte[] frame) throws IOException {
    Message type =
        name.startsWith("visitor")
            ? VisitorDown.getDefaultInstance()
            : DeskDown.getDefaultInstance();
    Message message = type.newBuilderForType().mergeFrom(Padding.open(frame)).build();
    add(name, message, frame);
  }

  private void add(String name, Message message, byte[] frame) {
    frames.add(
        new JsonObject()
            .put("name", name)
            .put("type", message.getDescriptorForType().getFullName())
            .put("message", ProtoJson.of(message))
            .put("frame", Base64.getEncoder().encodeToString(frame)));
  }

  private void refuse(String name, byte[] frame, Code code) {
    Read<VisitorFrame> read = VisitorReader.read(frame);
    assertInstanceOf(Read.Refused.class, read, name);
    assertEquals(new Read.Refused<>(code), read, name);
    refused.add(
        new JsonObject()
            .put("name", name)
            .put("frame", Base64.getEncoder().encodeToString(frame))
            .put("code", code.getNumber()));
  }
}
