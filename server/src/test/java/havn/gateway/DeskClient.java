package havn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.seal.Purpose;
import havn.wire.Samples;
import havn.wire.v1.AnswerInvitation;
import havn.wire.v1.AskColleagues;
import havn.wire.v1.Attach;
import havn.wire.v1.Code;
import havn.wire.v1.ConversationStatement;
import havn.wire.v1.ConversationWhisperKey;
import havn.wire.v1.DangerAct;
import havn.wire.v1.DangerMove;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskHello;
import havn.wire.v1.DeskPong;
import havn.wire.v1.DeskSignal;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.DeskTalk;
import havn.wire.v1.DeskUp;
import havn.wire.v1.DeskWhisper;
import havn.wire.v1.DutyOff;
import havn.wire.v1.DutyOn;
import havn.wire.v1.EndConversation;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.Invite;
import havn.wire.v1.LeaveChat;
import havn.wire.v1.Line;
import havn.wire.v1.RemoveMember;
import havn.wire.v1.Signal;
import havn.wire.v1.Take;
import havn.wire.v1.WithdrawInvitation;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A duty console, for tests.
public final class DeskClient extends WireClient<DeskDown> {

  private static final int MOST_TURNS = 4;

  public final TestPeople.Worker worker;
  private final Doors doors;
  private volatile boolean hidden;
  private volatile boolean frozen;

  /// How often the server asked for a sign of life.
  final AtomicInteger pings = new AtomicInteger();
  private final Set<ByteString> followed = new HashSet<>();

  private DeskClient(Doors doors, TestPeople.Worker worker, ClientWebSocket ws) {
    super(ws);
    this.doors = doors;
    this.worker = worker;
  }

  public static DeskClient connect(
      Doors doors, TestPeople.Worker worker, Secret cookie, String origin) {
    WebSocketConnectOptions to =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(doors.deskPort())
            .setURI(Gateway.DESK_PATH)
            .addHeader("Origin", origin)
            .addHeader("Cookie", "other=1; havn_session=" + cookie.reveal())
            .addSubProtocol(Gateway.SUBPROTOCOL);
    DeskClient client = new DeskClient(doors, worker, doors.sockets().webSocket());
    client.start(to);
    return client;
  }

  @Override
  DeskDown parse(byte[] message) throws Exception {
    return DeskDown.parseFrom(message);
  }

  @Override
  boolean pong(DeskDown down) {
    if (down.hasPing()) {
      pings.incrementAndGet();
    }
    if (down.hasPing() && !frozen) {
      send(
          DeskUp.newBuilder()
              .setPong(DeskPong.newBuilder().setNonce(down.getPing().getNonce()).setHidden(hidden))
              .build());
    }
    return down.hasPing();
  }

  /// The page stands still: it hears, and says nothing any more.
  void freeze() {
    frozen = true;
  }

  /// Says whether somebody looks at the console.
  void hidden(boolean now) {
    hidden = now;
    send(DeskUp.newBuilder().setPong(DeskPong.newBuilder().setHidden(now)).build());
  }

  public void hello() {
    byte[] nonce = await(DeskDown::hasChallenge).getChallenge().getNonce().toByteArray();
    send(
        DeskUp.newBuilder()
            .setHello(
                DeskHello.newBuilder()
                    .setDevice(ByteString.copyFrom(worker.device().bytes()))
                    .setSignature(ByteString.copyFrom(worker.key().sign(Purpose.DESK, nonce))))
            .build());
  }

  void dutyOn() {
    dutyOn(List.of(doors.service()), List.of());
  }

  /// @param lanes none: every lane
  public void dutyOn(List<String> services, List<String> lanes) {
    send(duty(services, lanes, false));
  }

  /// On a break, from now.
  void onBreak() {
    send(duty(List.of(doors.service()), List.of(), true));
  }

  private DeskUp duty(List<String> services, List<String> lanes, boolean onBreak) {
    return DeskUp.newBuilder()
        .setDutyOn(
            DutyOn.newBuilder()
                .setStatement(worker.statement())
                .addAllServices(services)
                .setOnBreak(onBreak)
                .addAllLanes(lanes)
                .addAllLanguages(worker.languages())
                .setNameSalt(ByteString.copyFrom(TestPeople.SALT)))
        .build();
  }

  void danger(ConversationId id, DangerMove move) {
    send(
        DeskUp.newBuilder()
            .setDanger(DangerAct.newBuilder().setConversation(bytes(id)).setMove(move))
            .build());
  }

  public void dutyOff() {
    send(DeskUp.newBuilder().setDutyOff(DutyOff.getDefaultInstance()).build());
  }

  public void take(ConversationId id) {
    send(DeskUp.newBuilder().setTake(Take.newBuilder().setConversation(bytes(id))).build());
  }

  /// Takes the chat and makes its first epoch.
  public DeskTaken takeAndGrant(ConversationId id) {
    DeskTaken taken = taken(id);
    statement(id, taken.getFence());
    epoch(id, taken.getFence(), 1);
    await(down -> down.hasEntry() && down.getEntry().getEntry().hasEpoch());
    return taken;
  }

  /// Somebody else may be asked first: then this one takes when it is its turn.
  private DeskTaken taken(ConversationId id) {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      take(id);
      DeskDown answer = await(d -> d.hasTaken() || d.hasRefused());
      if (answer.hasTaken()) {
        return answer.getTaken();
      }
      assertEquals(Code.OFFERED_TO_ANOTHER_VALUE, answer.getRefused().getCodeValue());
      await(d -> d.hasLine() && isAsked(d.getLine(), id));
    }
    throw new AssertionError("refused " + MOST_TURNS + " times, though it was asked");
  }

  private boolean isAsked(Line line, ConversationId id) {
    return line.getItemsList().stream()
        .anyMatch(
            item ->
                item.getConversation().equals(bytes(id))
                    && item.getOfferedTo().equals(ByteString.copyFrom(worker.device().bytes())));
  }

  public void statement(ConversationId id, long fence) {
    send(
        DeskUp.newBuilder()
            .setStatement(
                ConversationStatement.newBuilder()
                    .setConversation(bytes(id))
                    .setFence(fence)
                    .setStatement(worker.statement()))
            .build());
  }

  void epoch(ConversationId id, long fence, int number) {
    epoch(id, fence, number, 1);
  }

  public void epoch(ConversationId id, long fence, int number, int slot) {
    send(Samples.newEpoch(id, fence, number, slot, worker.device()));
  }

  void colleagues(ConversationId id) {
    send(
        DeskUp.newBuilder()
            .setColleagues(AskColleagues.newBuilder().setConversation(bytes(id)))
            .build());
  }

  public void invite(ConversationId id, long fence, TestPeople.Worker whom, InvitationKind kind) {
    send(
        DeskUp.newBuilder()
            .setInvite(
                Invite.newBuilder()
                    .setConversation(bytes(id))
                    .setFence(fence)
                    .setDevice(ByteString.copyFrom(whom.device().bytes()))
                    .setKind(kind))
            .build());
  }

  void withdraw(ConversationId id, long fence) {
    send(
        DeskUp.newBuilder()
            .setWithdraw(WithdrawInvitation.newBuilder().setConversation(bytes(id)).setFence(fence))
            .build());
  }

  public void answer(ConversationId id, boolean accept) {
    send(
        DeskUp.newBuilder()
            .setAnswer(AnswerInvitation.newBuilder().setConversation(bytes(id)).setAccept(accept))
            .build());
  }

  void leave(ConversationId id) {
    send(DeskUp.newBuilder().setLeave(LeaveChat.newBuilder().setConversation(bytes(id))).build());
  }

  void remove(ConversationId id, long fence, TestPeople.Worker whom) {
    send(
        DeskUp.newBuilder()
            .setRemove(
                RemoveMember.newBuilder()
                    .setConversation(bytes(id))
                    .setFence(fence)
                    .setDevice(ByteString.copyFrom(whom.device().bytes())))
            .build());
  }

  /// Whether it begins to only now.
  boolean follows(ByteString conversation) {
    return followed.add(conversation);
  }

  public void attach(ConversationId id, int last) {
    attach(id, last, 0);
  }

  void attach(ConversationId id, int last, int lastWhisper) {
    send(
        DeskUp.newBuilder()
            .setAttach(
                Attach.newBuilder()
                    .setConversation(bytes(id))
                    .setLastSeq(last)
                    .setLastWhisper(lastWhisper))
            .build());
  }

  void whisperKey(ConversationId id, long fence, int epoch) {
    send(
        DeskUp.newBuilder()
            .setWhisperKey(
                ConversationWhisperKey.newBuilder()
                    .setConversation(bytes(id))
                    .setFence(fence)
                    .setKey(Samples.whisperKey(epoch)))
            .build());
  }

  void whisper(ConversationId id, int epoch, int slot, int counter) {
    send(
        DeskUp.newBuilder()
            .setWhisper(
                DeskWhisper.newBuilder()
                    .setWhisper(Samples.talk(Samples.sealed(id, epoch, slot, counter, 922), true)))
            .build());
  }

  public void talk(ConversationId id, int epoch, int counter) {
    talk(id, epoch, 1, counter);
  }

  public void talk(ConversationId id, int epoch, int slot, int counter) {
    send(
        DeskUp.newBuilder()
            .setTalk(
                DeskTalk.newBuilder()
                    .setTalk(Samples.talk(Samples.sealed(id, epoch, slot, counter, 922), true)))
            .build());
  }

  void signal(ConversationId id, int epoch) {
    signal(id, epoch, 1);
  }

  void signal(ConversationId id, int epoch, int slot) {
    send(
        DeskUp.newBuilder()
            .setSignal(
                DeskSignal.newBuilder()
                    .setSignal(
                        Signal.newBuilder()
                            .setFrame(Samples.sealed(id, epoch, slot, -1, 154))
                            .setSignature(ByteString.copyFrom(Samples.counted(64, 3)))))
            .build());
  }

  public void end(ConversationId id) {
    send(
        DeskUp.newBuilder()
            .setEnd(EndConversation.newBuilder().setConversation(bytes(id)))
            .build());
  }

  private static ByteString bytes(ConversationId id) {
    return ByteString.copyFrom(id.bytes());
  }
}
