package havn.gateway;

import havn.conversation.Party;
import havn.kernel.id.ConversationId;
import havn.wire.SealedFrame;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import io.vertx.core.Future;

/// One chat at a desk: the claim's fence, and how the chat speaks to the console.
final class DeskChat implements Voice {

  private static final int TALK = 8;

  private final ConversationId id;
  private final byte[] idBytes;
  private final Desk desk;
  private final Socket socket;
  private final Loop loop;
  private final Chat chat;
  private final long fence;

  /// The last epoch on its way to the store; what is said under it waits for it.
  private Future<?> newestEpoch = Future.succeededFuture();

  DeskChat(ConversationId id, long fence, Desk desk, Socket socket, Loop loop, Relay relay) {
    this.id = id;
    this.idBytes = id.bytes();
    this.desk = desk;
    this.socket = socket;
    this.loop = loop;
    this.fence = fence;
    this.chat = new Chat(id, Party.STAFF, loop, relay, this);
  }

  ConversationId id() {
    return id;
  }

  long fence() {
    return fence;
  }

  Chat chat() {
    return chat;
  }

  void awaits(Future<?> epoch) {
    newestEpoch = epoch;
  }

  void talk(SealedFrame frame) {
    if (newestEpoch.isComplete()) {
      chat.talk(frame);
    } else {
      newestEpoch.onComplete(stored -> chat.talk(frame));
    }
  }

  @Override
  public void entry(int seq, byte[] body) {
    socket.send(ToDesk.entry(idBytes, seq, body));
  }

  @Override
  public void stored(int seq, SealedFrame own) {
    socket.send(ToDesk.stored(idBytes, seq, own));
  }

  @Override
  public void caughtUp(int seq) {
    socket.send(ToDesk.caughtUp(id, seq));
  }

  @Override
  public void signal(SealedFrame signal) {
    socket.send(ToDesk.signal(signal));
  }

  @Override
  public void presence(boolean connected) {
    socket.send(ToDesk.visitor(id, connected));
  }

  @Override
  public void taken() {}

  @Override
  public void ended() {
    desk.ended(this);
  }

  @Override
  public void refuse(Code code) {
    loop.meters().said(code);
    socket.send(ToDesk.refused(code, TALK));
  }

  @Override
  public void fail(Code code) {
    if (code == Code.REPLACED) {
      desk.let(this);
    } else {
      socket.close(code);
    }
  }

  @Override
  public Future<Void> sent() {
    return socket.sent();
  }
}
