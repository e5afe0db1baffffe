package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.wire.SealedFrame;
import havn.wire.StreamBody;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import io.vertx.core.Future;

/// One chat at a desk: the device's place in it, and how the chat speaks to the console.
final class DeskChat implements Voice {

  private static final int TALK = 8;

  private final ConversationId id;
  private final byte[] idBytes;
  private final DeskChats desk;
  private final Socket socket;
  private final Loop loop;
  private final Chat chat;
  private final Place place;
  private final Quiet quiet;

  /// The last epoch on its way to the store; what is said under it waits for it.
  private Future<?> newestEpoch = Future.succeededFuture();

  private boolean everythingComes;

  /// Whether what comes is said now, and not replayed for a console that was loaded anew.
  private boolean isNews;

  private boolean visitorSpokeLast;
  private boolean connected;

  DeskChat(ConversationId id, Place place, DeskChats desk, Console console) {
    this.id = id;
    this.idBytes = id.bytes();
    this.desk = desk;
    this.socket = console.socket();
    this.loop = console.loop();
    this.place = place;
    this.quiet = new Quiet(console.house().time());
    this.chat = new Chat(id, place.seat(), loop, console.relay(), this);
  }

  ConversationId id() {
    return id;
  }

  long fence() {
    return place.fence();
  }

  int slot() {
    return place.slot();
  }

  Chat chat() {
    return chat;
  }

  /// Everything is on its way already, since the device just came in.
  void followsFromTheStart() {
    everythingComes = true;
  }

  /// Whether a console's first wish to follow is for what is on its way. Its next one counts.
  boolean isAskedForWhatComesAnyway(int last) {
    boolean comes = everythingComes && last == 0;
    everythingComes = false;
    return comes;
  }

  /// The console knows everything up to entry `last`.
  void knows(int last) {
    isNews = last > 0;
  }

  /// The chat was paused before this connection.
  void begunQuiet() {
    quiet.goesOn();
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

  /// Whether this device leads a chat that nobody needs any more.
  boolean isForgotten() {
    return leads() && quiet.tooLong();
  }

  /// Whether this device leads a chat that needs no room for now.
  boolean isQuiet() {
    return leads() && quiet.pauses();
  }

  boolean leads() {
    return !place.isMember();
  }

  @Override
  public void entry(int seq, byte[] body) {
    boolean visitors = StreamBody.isTalk(body) && !StreamBody.isOfStaff(body);
    visitorSpokeLast = StreamBody.isTalk(body) ? visitors : visitorSpokeLast;
    // Epochs are made by consoles, also where nobody sits.
    if (isNews && StreamBody.isTalk(body)) {
      quiet.broken();
    }
    socket.send(ToDesk.entry(idBytes, seq, body));
    if (isNews && visitors) {
      desk.isBack(this);
    }
  }

  @Override
  public void stored(int seq, SealedFrame own) {
    quiet.broken();
    visitorSpokeLast = false;
    socket.send(ToDesk.stored(idBytes, seq, own));
  }

  @Override
  public void caughtUp(int seq) {
    isNews = true;
    socket.send(ToDesk.caughtUp(id, seq));
    // They may have written while this console was loaded anew.
    if (visitorSpokeLast && connected) {
      quiet.broken();
      desk.isBack(this);
    }
  }

  @Override
  public void signal(SealedFrame signal) {
    socket.send(ToDesk.signal(signal));
  }

  @Override
  public void presence(boolean connected) {
    this.connected = connected;
    boolean back = quiet.visitor(connected);
    socket.send(ToDesk.visitor(id, connected));
    if (back) {
      desk.isBack(this);
    }
  }

  @Override
  public void here() {
    quiet.broken();
    desk.isBack(this);
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
