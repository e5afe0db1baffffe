package havn.gateway;

import static havn.Eventually.until;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.wire.Samples;
import havn.wire.v1.Again;
import havn.wire.v1.Leave;
import havn.wire.v1.Pong;
import havn.wire.v1.Preference;
import havn.wire.v1.Relax;
import havn.wire.v1.Ring;
import havn.wire.v1.RingCard;
import havn.wire.v1.Signal;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.VisitorHello;
import havn.wire.v1.VisitorResume;
import havn.wire.v1.VisitorUp;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A visitor's page, for tests.
public final class VisitorClient extends WireClient<VisitorDown> {

  private final Doors doors;
  public ConversationId conversation = ConversationId.fresh();
  Secret capability = Secret.fresh();

  /// Says nothing by itself, as a page behind a network that just went.
  volatile boolean isMute;

  private final AtomicInteger pings = new AtomicInteger();

  private VisitorClient(Doors doors, ClientWebSocket ws) {
    super(ws);
    this.doors = doors;
  }

  static VisitorClient connect(Doors doors) {
    return connect(doors, Optional.of(Gateway.SUBPROTOCOL));
  }

  static VisitorClient connect(Doors doors, Optional<String> subprotocol) {
    WebSocketConnectOptions to =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(doors.visitorPort())
            .setURI(Gateway.VISITOR_PATH)
            .addHeader("Origin", "null");
    subprotocol.ifPresent(to::addSubProtocol);
    VisitorClient client = new VisitorClient(doors, doors.sockets().webSocket());
    client.start(to);
    return client;
  }

  @Override
  VisitorDown parse(byte[] message) throws Exception {
    return VisitorDown.parseFrom(message);
  }

  @Override
  boolean pong(VisitorDown down) {
    if (down.hasPing() && !isMute) {
      pings.incrementAndGet();
      send(
          VisitorUp.newBuilder()
              .setPong(Pong.newBuilder().setNonce(down.getPing().getNonce()))
              .build());
    }
    return down.hasPing();
  }

  void hello(Secret ticket) {
    send(
        VisitorUp.newBuilder()
            .setHello(VisitorHello.newBuilder().setTicket(ByteString.copyFrom(ticket.bytes())))
            .build());
  }

  /// Rings and waits for the conversation.
  void ring() {
    ring(Samples.card(doors.service()));
  }

  public void ring(RingCard card) {
    rung(Samples.ring(card));
  }

  private void rung(VisitorUp ring) {
    send(ring);
    knows(await(VisitorDown::hasRung));
  }

  /// The page learns its conversation.
  void knows(VisitorDown rung) {
    conversation = ConversationId.of(rung.getRung().getConversation().toByteArray()).orElseThrow();
    capability = Secret.of(rung.getRung().getCapability().toByteArray());
  }

  /// Rings again after a chat that the service left.
  public void ringAgain(VisitorClient left) {
    rung(again(left));
  }

  void sendAgain(VisitorClient left) {
    send(again(left));
  }

  private VisitorUp again(VisitorClient left) {
    return VisitorUp.newBuilder()
        .setRing(
            Ring.newBuilder()
                .setCard(Samples.card(doors.service()).toByteString())
                .setAgain(
                    Again.newBuilder()
                        .setConversation(ByteString.copyFrom(left.conversation.bytes()))
                        .setCapability(ByteString.copyFrom(left.capability.bytes()))))
        .build();
  }

  /// Lets the server's next heartbeat pass.
  void beat() {
    int before = pings.get();
    until("two heartbeats", () -> pings.get() >= before + 2);
  }

  /// A new connection of the same page.
  VisitorClient resume(Doors at, int last) {
    VisitorClient next = connect(at);
    next.conversation = conversation;
    next.capability = capability;
    next.resume(last);
    return next;
  }

  void resume(int last) {
    resume(last, Duration.ZERO);
  }

  void resume(int last, Duration unanswered) {
    send(
        VisitorUp.newBuilder()
            .setResume(
                VisitorResume.newBuilder()
                    .setConversation(ByteString.copyFrom(conversation.bytes()))
                    .setCapability(ByteString.copyFrom(capability.bytes()))
                    .setLastSeq(last)
                    .setUnanswered((int) unanswered.toMillis()))
            .build());
  }

  public void talk(int epoch, int counter) {
    talk(epoch, counter, 922);
  }

  void talk(int epoch, int counter, int length) {
    send(talkFrame(epoch, counter, length));
  }

  VisitorUp talkFrame(int epoch, int counter, int length) {
    return VisitorUp.newBuilder()
        .setTalk(Samples.talk(Samples.sealed(conversation, epoch, 0, counter, length), false))
        .build();
  }

  void signal(int epoch) {
    send(
        VisitorUp.newBuilder()
            .setSignal(
                Signal.newBuilder().setFrame(Samples.sealed(conversation, epoch, 0, -1, 154)))
            .build());
  }

  void relax(Preference preference, boolean yes, int question, String language) {
    send(
        VisitorUp.newBuilder()
            .setRelax(
                Relax.newBuilder()
                    .setPreference(preference)
                    .setYes(yes)
                    .setQuestion(question)
                    .setLanguage(language))
            .build());
  }

  /// Says in the line that they are in danger now.
  void inDanger() {
    send(VisitorUp.newBuilder().setPong(Pong.newBuilder().setDanger(true)).build());
  }

  /// Says that somebody is there.
  void here() {
    send(VisitorUp.newBuilder().setPong(Pong.newBuilder().setHere(true)).build());
  }

  public void leave() {
    send(VisitorUp.newBuilder().setLeave(Leave.getDefaultInstance()).build());
  }
}
