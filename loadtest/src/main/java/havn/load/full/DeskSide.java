package havn.load.full;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.id.ConversationId;
import havn.load.socket.Listener;
import havn.load.socket.WebSocket;
import havn.load.talk.Pair;
import havn.seal.EpochHeader;
import havn.seal.Purpose;
import havn.wire.v1.Code;
import havn.wire.v1.ConversationEpoch;
import havn.wire.v1.ConversationStatement;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskHello;
import havn.wire.v1.DeskPong;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.DeskUp;
import havn.wire.v1.DutyOn;
import havn.wire.v1.RingCard;
import havn.wire.v1.Take;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One worker's socket: proves the device, goes on duty, takes a chat and seals its first epoch.
final class DeskSide implements Listener {

  private static final int LINE = 3;
  private static final int STORED = 8;

  /// How often a worker asks again for somebody whose turn has not come.
  private static final int MOST_TRIES = 1_000;

  private final Worker worker;
  private final Bench bench;
  private @Nullable WebSocket socket;
  private @Nullable Pair pair;
  private boolean onDuty;
  private ByteString wanted = ByteString.EMPTY;
  private int tries;

  /// What all workers of a run share.
  record Bench(String service, EpochHeader.RosterMark roster, InstantSource clock) {}

  DeskSide(Worker worker, Bench bench) {
    this.worker = worker;
    this.bench = bench;
  }

  boolean onDuty() {
    return onDuty;
  }

  @Nullable WebSocket socket() {
    return socket;
  }

  void hears(@Nullable Pair next) {
    pair = next;
  }

  /// The card of a visitor who wishes for this worker, so that the server offers them to no other.
  ByteString wishedFor(ByteString card) {
    try {
      var device = Base64.getUrlEncoder().withoutPadding().encodeToString(worker.device().bytes());
      return RingCard.parseFrom(card).toBuilder()
          .addWishes("device:" + device)
          .build()
          .toByteString();
    } catch (InvalidProtocolBufferException notACard) {
      throw new IllegalArgumentException(notACard);
    }
  }

  void take(ByteString conversation) {
    wanted = conversation;
    tries = 0;
    take();
  }

  private void take() {
    say(DeskUp.newBuilder().setTake(Take.newBuilder().setConversation(wanted)));
  }

  /// Somebody rang before, and is taken in a moment.
  private void refused(Code code) {
    boolean early = code == Code.EARLIER_WAITS || code == Code.OFFERED_TO_ANOTHER;
    if (!early || ++tries > MOST_TRIES) {
      throw new IllegalStateException("a worker was refused: " + code);
    }
    take();
  }

  @Override
  public void opened(WebSocket opened) {
    socket = opened;
  }

  @Override
  public void message(WebSocket from, ByteBuffer in, int at, int length) {
    int kind = Said.kind(in, at, length);
    if (kind == STORED || kind == LINE || (pair != null && pair.atStaff(in, at, length))) {
      return;
    }
    var down = Said.read(DeskDown.parser(), in, at, length);
    switch (down.getKindCase()) {
      case CHALLENGE -> hello(down.getChallenge().getNonce());
      case WELCOME -> goOnDuty();
      case DUTY -> onDuty = down.getDuty().getOnDuty();
      case TAKEN -> key(down.getTaken());
      case PING ->
          say(
              DeskUp.newBuilder()
                  .setPong(DeskPong.newBuilder().setNonce(down.getPing().getNonce())));
      case REFUSED -> refused(down.getRefused().getCode());
      case LINE, ENTRY, SIGNAL, STORED, CAUGHT_UP, VISITOR, ROSTER -> {}
      case KIND_NOT_SET -> throw new IllegalStateException("the server said nothing");
    }
  }

  @Override
  public void closed(int code) {
    onDuty = false;
  }

  private void hello(ByteString challenge) {
    var signature = worker.deviceKey().sign(Purpose.DESK, challenge.toByteArray());
    say(
        DeskUp.newBuilder()
            .setHello(
                DeskHello.newBuilder()
                    .setDevice(Said.bytes(worker.device().bytes()))
                    .setSignature(Said.bytes(signature))));
  }

  private void goOnDuty() {
    var duty =
        DutyOn.newBuilder()
            .setStatement(worker.statement())
            .addServices(bench.service())
            .addLanguages("nb");
    say(DeskUp.newBuilder().setDutyOn(duty));
  }

  private void key(DeskTaken taken) {
    say(
        DeskUp.newBuilder()
            .setStatement(
                ConversationStatement.newBuilder()
                    .setConversation(taken.getConversation())
                    .setFence(taken.getFence())
                    .setStatement(worker.statement())));
    var conversation = ConversationId.of(taken.getConversation().toByteArray()).orElseThrow();
    var card = taken.getCard().toByteArray();
    var epoch = FirstEpoch.of(worker, conversation, card, bench.roster(), bench.clock().instant());
    say(
        DeskUp.newBuilder()
            .setEpoch(
                ConversationEpoch.newBuilder()
                    .setConversation(taken.getConversation())
                    .setFence(taken.getFence())
                    .setNumber(1)
                    .setEpoch(epoch)));
  }

  private void say(DeskUp.Builder up) {
    if (socket != null) {
      Said.send(socket, up.build());
    }
  }
}
