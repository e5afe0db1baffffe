package havn.load.full;

import com.google.protobuf.ByteString;
import havn.load.socket.Listener;
import havn.load.socket.WebSocket;
import havn.load.subject.Guest;
import havn.load.talk.Pair;
import havn.wire.v1.Leave;
import havn.wire.v1.Pong;
import havn.wire.v1.Ring;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.VisitorHello;
import havn.wire.v1.VisitorUp;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One visitor's socket: hello with a ticket, then – when asked – a ring and a talk.
final class VisitorSide implements Listener {

  private static final int STORED = 7;

  private final Guest guest;
  private ByteString ticket = ByteString.EMPTY;
  private @Nullable WebSocket socket;
  private @Nullable Pair pair;
  private ByteString conversation = ByteString.EMPTY;
  private boolean keyed;
  private boolean ended;

  VisitorSide(Guest guest) {
    this.guest = guest;
  }

  /// The ticket for hello.
  void holds(byte[] fresh) {
    ticket = Said.bytes(fresh);
  }

  /// Empty until the server has answered the ring.
  ByteString conversation() {
    return conversation;
  }

  /// Whether the first epoch has come.
  boolean keyed() {
    return keyed;
  }

  boolean ended() {
    return ended;
  }

  void hears(Pair next) {
    pair = next;
  }

  void ring(ByteString card) {
    say(VisitorUp.newBuilder().setRing(Ring.newBuilder().setCard(card)));
  }

  /// Ends the conversation.
  void leave() {
    say(VisitorUp.newBuilder().setLeave(Leave.getDefaultInstance()));
  }

  @Override
  public void opened(WebSocket opened) {
    socket = opened;
    var hello = VisitorHello.newBuilder().setTicket(ticket);
    say(VisitorUp.newBuilder().setHello(hello));
  }

  @Override
  public void message(WebSocket from, ByteBuffer in, int at, int length) {
    if (Said.kind(in, at, length) == STORED || (pair != null && pair.atVisitor(in, at, length))) {
      return;
    }
    var down = Said.read(VisitorDown.parser(), in, at, length);
    switch (down.getKindCase()) {
      case WELCOME -> guest.entered(from);
      case RUNG -> conversation = down.getRung().getConversation();
      case ENTRY -> {
        keyed |= down.getEntry().hasEpoch();
        ended |= down.getEntry().hasEnd();
      }
      case PING ->
          say(
              VisitorUp.newBuilder()
                  .setPong(Pong.newBuilder().setNonce(down.getPing().getNonce())));
      case REFUSED ->
          throw new IllegalStateException("a visitor was refused: " + down.getRefused().getCode());
      case WAITING, TAKEN, SIGNAL, STORED, CAUGHT_UP, STAFF -> {}
      case KIND_NOT_SET -> throw new IllegalStateException("the server said nothing");
    }
  }

  @Override
  public void closed(int code) {
    guest.left(code);
  }

  private void say(VisitorUp.Builder up) {
    if (socket != null) {
      Said.send(socket, up.build());
    }
  }
}
