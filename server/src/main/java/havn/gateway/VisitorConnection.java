package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.delivery.Seat;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.visit.Arrival;
import havn.wire.Read;
import havn.wire.SealedFrame;
import havn.wire.StreamBody;
import havn.wire.ToVisitor;
import havn.wire.VisitorFrame;
import havn.wire.VisitorReader;
import havn.wire.v1.Code;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.util.Optional;

/// A visitor's page. Belongs to its socket's event loop.
final class VisitorConnection implements Talker, Voice, LineView.Watcher {

  private static final int TALK = 4;
  private static final int BEATS_PER_RENEWAL = 20;

  private final Socket socket;
  private final Loop loop;
  private final Hub hub;
  private final Silence silence;
  private final Lookout lookout;
  private final InLine inLine;
  private VisitorState state = new VisitorState.Greeting();
  private int beats;
  private boolean replayedToTheEnd;

  /// What the page got a place for, until it says anything after that.
  private Optional<VisitorFrame.Again> owed = Optional.empty();

  /// Staff may come in before this page hears that it was taken.
  private boolean staffCameEarly;

  VisitorConnection(Socket socket, Loop loop, Hub hub) {
    this.socket = socket;
    this.loop = loop;
    this.hub = hub;
    this.silence = new Silence(hub);
    this.lookout = new Lookout(socket, hub, silence);
    this.inLine = new InLine(socket, hub, this::outOfLine);
  }

  @Override
  public void frame(byte[] bytes) {
    owed.ifPresent(hub.house().visits()::settle);
    owed = Optional.empty();
    switch (VisitorReader.read(bytes)) {
      case Read.Refused<VisitorFrame> refused -> fail(refused.code());
      case Read.Decoded<VisitorFrame>(VisitorFrame.Pong pong) -> pong(pong);
      case Read.Decoded<VisitorFrame>(VisitorFrame frame) -> hear(frame);
    }
  }

  private void pong(VisitorFrame.Pong pong) {
    socket.pong();
    if (pong.here() && state instanceof VisitorState.Talking talking) {
      talking.seat().chat().sayHere();
    }
    if (pong.danger()) {
      state.visit().ifPresent(inLine::endangered);
    }
  }

  private void hear(VisitorFrame frame) {
    switch (state) {
      case VisitorState.Greeting greeting -> greeting(greeting, frame);
      case VisitorState.Asking asking -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorState.Idle idle -> idle(idle, frame);
      case VisitorState.Waiting waiting -> waiting(waiting, frame);
      case VisitorState.Talking talking -> talking(talking, frame);
      case VisitorState.Over over -> {}
    }
  }

  private void greeting(VisitorState.Greeting greeting, VisitorFrame frame) {
    switch (frame) {
      case VisitorFrame.Hello hello -> {
        VisitorState.Asking asking = ask(greeting.asks());
        socket.after(
            hub.house().tickets().redeem(hello.ticket()),
            good -> {
              if (good) {
                state = asking.welcomed();
                socket.greeted();
                socket.send(ToVisitor.welcome());
              } else {
                fail(Code.TICKET_REFUSED);
              }
            });
      }
      case VisitorFrame.Resume resume -> {
        VisitorState.Asking asking = ask(greeting.asks());
        socket.after(
            hub.house().visits().resume(resume.conversation(), resume.capability()),
            found -> resumed(asking, found, resume));
      }
      case VisitorFrame.Ring f -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorFrame.Talk f -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorFrame.Signal f -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorFrame.Leave f -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorFrame.Relax f -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorFrame.Pong f -> {}
    }
  }

  private void resumed(
      VisitorState.Asking asking, Optional<Conversation> found, VisitorFrame.Resume resume) {
    int last = resume.lastSeq();
    if (found.isEmpty()) {
      fail(Code.CAPABILITY_REFUSED);
      return;
    }
    socket.greeted();
    Conversation conversation = found.get();
    VisitorState.Seat seat = seat(conversation);
    switch (conversation.stage()) {
      case Stage.Waiting w -> waitInLine(asking, seat);
      case Stage.Taken t -> {
        silence.goesOn(resume.unanswered());
        state = asking.talks(seat);
        if (last == 0) {
          socket.send(ToVisitor.taken());
          silence.begins();
        }
        lookout.tell(conversation);
        inLine.isTaken(conversation);
        seat.chat().follow(last);
      }
      case Stage.Ended e -> {
        replayedToTheEnd = true;
        state = asking.talks(seat);
        seat.chat().follow(last);
      }
    }
  }

  private void idle(VisitorState.Idle idle, VisitorFrame frame) {
    if (!(frame instanceof VisitorFrame.Ring ring)) {
      fail(Code.FRAME_OUT_OF_TURN);
      return;
    }
    VisitorState.Asking asking = ask(idle.rings());
    socket.after(
        hub.house().visits().ring(ring.card(), ring.again(), ring.pass()),
        arrival -> {
          switch (arrival) {
            case Arrival.Rung rung -> {
              ConversationId id = rung.conversation().id();
              // In its room before anybody can know of it: whoever takes it sees that it is there.
              VisitorState.Seat seat = seat(rung.conversation());
              socket.send(ToVisitor.rung(id, rung.capability()));
              owed = ring.again();
              rung.unheard().filter(chat -> chat.last() > 0).ifPresent(this::isOver);
              waitInLine(asking, seat);
              hub.relay().lineChanged(rung.conversation().ring().service());
            }
            case Arrival.Refused refused -> {
              state = asking.welcomed();
              refuse(refused.code(), ring.request());
            }
          }
        });
  }

  /// Staff who took a chat that no page knows of.
  private void isOver(Arrival.Unheard chat) {
    hub.relay().entry(chat.conversation(), chat.last(), StreamBody.end(EndReason.BY_VISITOR));
  }

  private void waitInLine(VisitorState.Asking asking, VisitorState.Seat seat) {
    state = asking.waits(seat);
    inLine.isHere(seat.conversation());
    hub.lines().of(seat.conversation().ring().service()).watch(this);
  }

  private void waiting(VisitorState.Waiting waiting, VisitorFrame frame) {
    if (frame instanceof VisitorFrame.Leave) {
      end(waiting.seat());
    } else if (frame instanceof VisitorFrame.Relax relax) {
      relax(waiting.seat().conversation(), relax);
    } else {
      fail(Code.FRAME_OUT_OF_TURN);
    }
  }

  private void relax(Conversation conversation, VisitorFrame.Relax relax) {
    ServiceId service = conversation.ring().service();
    socket.after(
        hub.house().visits().relax(conversation, relax),
        relaxed -> {
          if (relaxed) {
            hub.relay().lineChanged(service);
          } else {
            refuse(Code.SERVICE_UNKNOWN, relax.request());
          }
        });
  }

  private void talking(VisitorState.Talking talking, VisitorFrame frame) {
    switch (frame) {
      case VisitorFrame.Talk talk -> talking.seat().chat().talk(talk.frame());
      case VisitorFrame.Signal signal -> talking.seat().chat().say(signal.frame());
      case VisitorFrame.Leave leave -> end(talking.seat());
      case VisitorFrame.Hello f -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorFrame.Resume f -> fail(Code.FRAME_OUT_OF_TURN);
      case VisitorFrame.Ring f -> fail(Code.FRAME_OUT_OF_TURN);
      // Taken while the answer was on its way.
      case VisitorFrame.Relax f -> {}
      case VisitorFrame.Pong f -> {}
    }
  }

  /// Whoever leaves hangs up at once; the others are told all the same.
  private void end(VisitorState.Seat seat) {
    Conversation conversation = seat.conversation();
    hub.house()
        .encounters()
        .end(conversation, EndReason.BY_VISITOR)
        .onSuccess(
            seq -> {
              hub.relay().lineChanged(conversation.ring().service());
              if (seq > 0) {
                byte[] body = StreamBody.end(EndReason.BY_VISITOR);
                hub.relay().entry(conversation.id(), seq, body);
              } else if (state instanceof VisitorState.Waiting) {
                fail(Code.CONVERSATION_ENDED);
              }
            })
        .onFailure(unavailable -> fail(Code.STORE_UNAVAILABLE));
  }

  private VisitorState.Seat seat(Conversation conversation) {
    Chat chat = new Chat(conversation.id(), Seat.VISITOR, loop, hub.relay(), this);
    chat.running(conversation.epoch());
    return new VisitorState.Seat(conversation, chat);
  }

  private VisitorState.Asking ask(VisitorState.Asking asking) {
    state = asking;
    return asking;
  }

  @Override
  public void line(LineView view) {
    loop.context()
        .execute(
            () -> {
              if (state instanceof VisitorState.Waiting waiting) {
                inLine.look(waiting.seat().conversation(), view.line());
              }
            });
  }

  /// No longer in the line: taken, or over.
  private void outOfLine(Optional<Conversation> found) {
    Optional<Stage> stage = found.map(Conversation::stage);
    if (stage.isEmpty() || stage.get() instanceof Stage.Ended) {
      fail(Code.CONVERSATION_ENDED);
    } else if (stage.get() instanceof Stage.Taken) {
      taken();
    }
  }

  @Override
  public byte[] ping(int nonce) {
    return ToVisitor.ping(nonce);
  }

  @Override
  public void beat() {
    switch (state) {
      case VisitorState.Waiting waiting -> {
        inLine.isHere(waiting.seat().conversation());
        renewReload(waiting.seat());
        lookout.leavesLine(waiting.seat().conversation(), this::outOfLine);
      }
      case VisitorState.Talking talking -> {
        talking.seat().chat().beat();
        inLine.goesOn(talking.seat().conversation());
        renewReload(talking.seat());
        lookout.forStaff(talking.seat().conversation());
        silence.check(talking.seat().conversation());
      }
      default -> {}
    }
  }

  /// The page can come back for an hour from now; said at the first heartbeat and every 20th.
  private void renewReload(VisitorState.Seat seat) {
    if (beats++ % BEATS_PER_RENEWAL == 0) {
      var unused =
          hub.house().reloads().renew(seat.conversation().id(), hub.house().time().instant());
    }
  }

  @Override
  public void closed() {
    switch (state) {
      case VisitorState.Waiting waiting -> {
        VisitorState.Seat seat = waiting.seat();
        unwatch(seat);
        inLine.isGone(seat.conversation());
        seat.chat().leave();
        hub.relay().lineChanged(seat.conversation().ring().service());
        state = waiting.over();
      }
      case VisitorState.Talking talking -> {
        talking.seat().chat().leave();
        state = talking.over();
      }
      default -> state = new VisitorState.Over();
    }
  }

  private void unwatch(VisitorState.Seat seat) {
    hub.lines().of(seat.conversation().ring().service()).unwatch(this);
  }

  @Override
  public void taken() {
    if (state instanceof VisitorState.Waiting waiting) {
      unwatch(waiting.seat());
      state = waiting.taken();
      silence.begins();
      socket.send(ToVisitor.taken());
      if (staffCameEarly) {
        presence(true);
      }
      waiting.seat().chat().follow(0);
      inLine.isTaken(waiting.seat().conversation());
    }
  }

  @Override
  public void presence(boolean connected) {
    if (state instanceof VisitorState.Talking) {
      lookout.tell(connected);
    } else {
      staffCameEarly = connected;
    }
  }

  @Override
  public void entry(int seq, byte[] body) {
    silence.heard(body);
    socket.send(ToVisitor.entry(seq, body));
  }

  @Override
  public void stored(int seq, SealedFrame own) {
    silence.begins();
    socket.send(ToVisitor.stored(seq, own));
  }

  @Override
  public void caughtUp(int seq) {
    socket.send(ToVisitor.caughtUp(seq));
    if (replayedToTheEnd) {
      ended();
    }
  }

  @Override
  public void signal(SealedFrame signal) {
    socket.send(ToVisitor.signal(signal));
  }

  @Override
  public void ended() {
    fail(Code.CONVERSATION_ENDED);
  }

  @Override
  public void refuse(Code code) {
    refuse(code, TALK);
  }

  private void refuse(Code code, int request) {
    loop.meters().said(code);
    socket.send(ToVisitor.refused(code, request));
  }

  @Override
  public void fail(Code code) {
    socket.close(code);
  }

  @Override
  public Future<Void> sent() {
    return socket.sent();
  }
}
