package havn.gateway;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Party;
import havn.conversation.Stage;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.kernel.time.SystemTime;
import havn.matching.Taking;
import havn.wire.DeskFrame;
import havn.wire.EpochHeader;
import havn.wire.SealedFrame;
import havn.wire.StreamBody;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A console at the desk: its line, its duty and its chats. Belongs to its socket's event loop.
final class Desk implements LineView.Watcher {

  private final DeskState.AtDesk at;
  private final Socket socket;
  private final Loop loop;
  private final Hub hub;
  private final Duty duty;

  /// Chats this device holds, attached or not; at most its capacity.
  private final Set<ConversationId> held = new HashSet<>();

  private final Map<ConversationId, DeskChat> chats = new LinkedHashMap<>();

  Desk(DeskState.AtDesk at, Socket socket, Loop loop, Hub hub) {
    this.at = at;
    this.socket = socket;
    this.loop = loop;
    this.hub = hub;
    this.duty = new Duty(at, hub.house());
  }

  /// Shows the lines, and the chats that the device holds.
  void open() {
    for (ServiceId service : at.services()) {
      hub.lines().of(service).watch(this);
    }
    answer(
        hub.house().conversations().heldBy(at.device()),
        ids -> ids.forEach(id -> answer(hub.house().conversations().find(id), this::held)));
  }

  private void held(Optional<Conversation> found) {
    found.ifPresent(
        conversation -> {
          if (mine(conversation) instanceof Stage.Taken taken) {
            held.add(conversation.id());
            sendTaken(conversation, taken.fence());
            tellDuty();
          }
        });
  }

  void hear(DeskFrame frame) {
    switch (frame) {
      case DeskFrame.Hello f -> socket.close(Code.FRAME_OUT_OF_TURN);
      case DeskFrame.DutyOn wish -> dutyOn(wish);
      case DeskFrame.DutyOff f -> dutyOff();
      case DeskFrame.Take take -> take(take);
      case DeskFrame.Statement statement -> statement(statement);
      case DeskFrame.NewEpoch epoch -> epoch(epoch);
      case DeskFrame.Attach attach -> attach(attach);
      case DeskFrame.Talk talk -> talk(talk);
      case DeskFrame.Signal signal -> signal(signal);
      case DeskFrame.End end -> end(end);
      case DeskFrame.Pong f -> {}
    }
  }

  private void dutyOn(DeskFrame.DutyOn wish) {
    Optional<Shift> before = duty.shift();
    Optional<Code> refused = duty.on(wish);
    if (refused.isPresent()) {
      refuse(refused.get(), wish.request());
    } else {
      answer(duty.write(before, held.size()), written -> tellDuty());
    }
  }

  private void dutyOff() {
    Optional<Shift> before = duty.shift();
    duty.off();
    answer(duty.write(before, held.size()), written -> tellDuty());
  }

  private void take(DeskFrame.Take take) {
    Optional<Shift> shift = duty.shift();
    if (shift.isEmpty()) {
      refuse(Code.NOT_ON_DUTY, take.request());
      return;
    }
    long began = SystemTime.monotonicNanos();
    answer(
        hub.house().encounters().take(shift.get(), take.conversation()),
        taking -> {
          loop.meters().claimed(began);
          switch (taking) {
            case Taking.Taken taken -> taken(taken);
            case Taking.AlreadyTaken t -> refuse(Code.ALREADY_TAKEN, take.request());
            case Taking.NotOnDuty t -> refuse(Code.NOT_ON_DUTY, take.request());
            case Taking.NoRoom t -> refuse(Code.NO_ROOM, take.request());
          }
        });
  }

  private void taken(Taking.Taken taken) {
    Conversation conversation = taken.conversation();
    held.add(conversation.id());
    sendTaken(conversation, taken.fence());
    hub.relay().taken(conversation.id());
    DeskChat chat = enter(conversation, taken.fence(), 0);
    chat.chat().follow(0);
    hub.relay().lineChanged(conversation.ring().service());
    renewDuty();
  }

  private void sendTaken(Conversation conversation, long fence) {
    socket.send(
        ToDesk.taken(
            DeskTaken.newBuilder()
                .setConversation(ByteString.copyFrom(conversation.id().bytes()))
                .setFence(fence)
                .setCard(conversation.ring().card())
                .setEpoch(conversation.epoch())
                .setSince(conversation.ring().since().toEpochMilli())
                .build()));
  }

  /// Enters the conversation's room and shows whether the visitor is there.
  private DeskChat enter(Conversation conversation, long fence, int slot) {
    DeskChat chat = new DeskChat(conversation.id(), fence, this, socket, loop, hub.relay());
    chat.chat().slot(slot);
    chat.chat().running(conversation.epoch());
    DeskChat before = chats.put(conversation.id(), chat);
    if (before != null) {
      before.chat().leave();
    }
    chat.presence(
        hub.relay().connected(conversation.id(), Party.VISITOR, conversation.visitorNode()));
    return chat;
  }

  private void statement(DeskFrame.Statement frame) {
    DeskChat chat = chats.get(frame.conversation());
    if (chat == null) {
      refuse(Code.NOT_YOURS, frame.request());
    } else if (!stated(frame)) {
      refuse(Code.STATEMENT_REFUSED, frame.request());
    } else {
      byte[] body = StreamBody.statement(frame.statement());
      answer(
          hub.house().conversations().appendStatement(chat.id(), frame.fence(), body),
          seq -> stored(chat, seq, body, frame.request()));
    }
  }

  private boolean stated(DeskFrame.Statement frame) {
    return hub.house()
        .rosters()
        .current()
        .flatMap(roster -> duty.end(frame.statement(), roster, hub.house().time().instant()))
        .isPresent();
  }

  private void epoch(DeskFrame.NewEpoch frame) {
    DeskChat chat = chats.get(frame.conversation());
    EpochHeader header = frame.epoch().header();
    Optional<Integer> slot = header.slotOf(at.device());
    if (chat == null) {
      refuse(Code.NOT_YOURS, frame.request());
    } else if (header.suite() != 1
        || !header.conversation().equals(frame.conversation())
        || slot.isEmpty()) {
      socket.close(Code.NOT_AN_ENVELOPE);
    } else {
      byte[] body = StreamBody.epoch(frame.epoch());
      Future<Integer> storing =
          hub.house()
              .conversations()
              .appendEpoch(chat.id(), frame.fence(), header.number(), slot.get(), body);
      answer(
          storing,
          seq -> {
            if (seq > 0) {
              chat.chat().slot(slot.get());
              chat.chat().running(header.number());
            }
            stored(chat, seq, body, frame.request());
          });
      chat.awaits(storing);
    }
  }

  private void stored(DeskChat chat, int seq, byte[] body, int request) {
    if (seq > 0) {
      chat.chat().announce(seq, body);
    } else {
      refuse(Code.EPOCH_BEHIND, request);
    }
  }

  private void attach(DeskFrame.Attach attach) {
    DeskChat open = chats.get(attach.conversation());
    if (open != null) {
      open.chat().follow(attach.lastSeq());
      return;
    }
    answer(
        hub.house().conversations().find(attach.conversation()),
        found -> {
          Stage stage = found.map(this::mine).orElseGet(() -> new Stage.Waiting());
          switch (stage) {
            case Stage.Taken taken -> {
              held.add(attach.conversation());
              enter(found.orElseThrow(), taken.fence(), taken.slot())
                  .chat()
                  .follow(attach.lastSeq());
            }
            case Stage.Ended ended ->
                enter(found.orElseThrow(), 0, 0).chat().follow(attach.lastSeq());
            case Stage.Waiting waiting -> refuse(Code.NOT_YOURS, attach.request());
          }
        });
  }

  /// The stage if this device holds or held the conversation; otherwise as if it waited.
  private Stage mine(Conversation conversation) {
    Stage stage = conversation.stage();
    boolean mine =
        switch (stage) {
          case Stage.Taken taken -> taken.device().equals(at.device());
          case Stage.Ended ended -> ended.device().equals(Optional.of(at.device()));
          case Stage.Waiting waiting -> false;
        };
    return mine ? stage : new Stage.Waiting();
  }

  private void talk(DeskFrame.Talk frame) {
    chatOf(frame.frame())
        .ifPresentOrElse(
            chat -> chat.talk(frame.frame()), () -> refuse(Code.NOT_YOURS, frame.request()));
  }

  private void signal(DeskFrame.Signal frame) {
    chatOf(frame.frame())
        .ifPresentOrElse(
            chat -> chat.chat().say(frame.frame()), () -> refuse(Code.NOT_YOURS, frame.request()));
  }

  private Optional<DeskChat> chatOf(SealedFrame frame) {
    for (DeskChat chat : chats.values()) {
      if (chat.chat().isNamedBy(frame)) {
        return Optional.of(chat);
      }
    }
    return Optional.empty();
  }

  /// Ends a chat that this device holds, whether or not it follows it.
  private void end(DeskFrame.End end) {
    answer(
        hub.house().conversations().find(end.conversation()),
        found -> {
          switch (found.map(this::mine).orElseGet(() -> new Stage.Waiting())) {
            case Stage.Taken taken -> end(found.orElseThrow());
            case Stage.Ended ended -> {}
            case Stage.Waiting waiting -> refuse(Code.NOT_YOURS, end.request());
          }
        });
  }

  private void end(Conversation conversation) {
    answer(
        hub.house().encounters().end(conversation, EndReason.BY_STAFF),
        seq -> {
          if (seq > 0) {
            hub.relay().entry(conversation.id(), seq, StreamBody.end(EndReason.BY_STAFF));
          }
          if (!chats.containsKey(conversation.id()) && held.remove(conversation.id())) {
            renewDuty();
          }
        });
  }

  /// The last entry of this chat was delivered.
  void ended(DeskChat chat) {
    let(chat);
    held.remove(chat.id());
    renewDuty();
  }

  /// Lets go of a chat that another connection of this device follows.
  void let(DeskChat chat) {
    chats.remove(chat.id(), chat);
    chat.chat().leave();
  }

  private void renewDuty() {
    answer(duty.write(duty.shift(), held.size()), written -> tellDuty());
  }

  private void tellDuty() {
    socket.send(ToDesk.duty(duty.state(held.size())));
  }

  /// Renews what others see of this console.
  void beat() {
    if (duty.lapsed()) {
      tellDuty();
    }
    var unused = duty.write(duty.shift(), held.size());
    chats.values().forEach(chat -> chat.chat().beat());
  }

  void close() {
    for (ServiceId service : at.services()) {
      hub.lines().of(service).unwatch(this);
    }
    chats.values().forEach(chat -> chat.chat().leave());
  }

  @Override
  public void line(LineView view) {
    loop.context().execute(() -> socket.send(view.frame()));
  }

  private <T> void answer(Future<T> asked, Consumer<T> then) {
    asked
        .onSuccess(
            answer -> {
              if (socket.isOpen()) {
                then.accept(answer);
              }
            })
        .onFailure(unavailable -> socket.close(Code.STORE_UNAVAILABLE));
  }

  private void refuse(Code code, int request) {
    loop.meters().said(code);
    socket.send(ToDesk.refused(code, request));
  }
}
