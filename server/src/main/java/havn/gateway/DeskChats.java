package havn.gateway;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Party;
import havn.conversation.Stage;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.wire.DeskFrame;
import havn.wire.EpochHeader;
import havn.wire.SealedFrame;
import havn.wire.StreamBody;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The chats of one desk. Belongs to its socket's event loop.
final class DeskChats {

  private final Console console;
  private final Duty duty;
  private final DeskWhispers whispers;
  private final DeskPauses pauses;

  /// Chats this device is in, attached or not; at most its capacity, and those that are paused.
  private final Map<ConversationId, ServiceId> held = new HashMap<>();

  private final Map<ConversationId, DeskChat> chats = new LinkedHashMap<>();

  DeskChats(Console console, Duty duty) {
    this.console = console;
    this.duty = duty;
    this.whispers = new DeskWhispers(console);
    this.pauses = new DeskPauses(console, duty, this);
  }

  /// Chats that take room.
  int load() {
    return held.size() - pauses.count();
  }

  /// These were paused before this connection.
  void paused(List<ConversationId> ids) {
    pauses.known(ids);
  }

  /// The visitor of a chat that may be paused is there.
  void isBack(DeskChat chat) {
    pauses.isBack(chat);
  }

  boolean holds(ConversationId id) {
    return held.containsKey(id);
  }

  /// The chats that this device is in, with their services.
  Map<ConversationId, ServiceId> all() {
    return Map.copyOf(held);
  }

  /// The fence with which this device leads the chat it follows; 0 when it does not.
  long fence(ConversationId id) {
    DeskChat chat = chats.get(id);
    return chat == null ? 0 : chat.fence();
  }

  /// The person learns of a chat that this device is in.
  void held(Conversation conversation, Place place) {
    held.put(conversation.id(), conversation.ring().service());
    console.send(
        ToDesk.taken(
            DeskTaken.newBuilder()
                .setConversation(ByteString.copyFrom(conversation.id().bytes()))
                .setFence(place.fence())
                .setCard(conversation.ring().card())
                .setEpoch(conversation.epoch())
                .setSince(conversation.ring().since().toEpochMilli())
                .setSlot(place.slot())
                .addAllMembers(Place.printed(place.members()))
                .build()));
    pauses.held(conversation.id());
  }

  /// A chat that this device just came into: followed from the beginning.
  void entered(Conversation conversation, Place place) {
    held(conversation, place);
    DeskChat chat = enter(conversation, place);
    chat.chat().follow(0);
    chat.followsFromTheStart();
    whispers.follow(conversation.id(), 0);
    renewDuty();
  }

  /// Enters the conversation's room and shows whether the visitor is there.
  private DeskChat enter(Conversation conversation, Place place) {
    DeskChat chat = new DeskChat(conversation.id(), place, this, console);
    chat.chat().slot(place.slot());
    chat.chat().running(conversation.epoch());
    DeskChat before = chats.put(conversation.id(), chat);
    if (before != null) {
      before.chat().leave();
    }
    if (pauses.has(conversation.id())) {
      chat.begunQuiet();
    }
    chat.presence(
        console.relay().connected(conversation.id(), Party.VISITOR, conversation.visitorNode()));
    return chat;
  }

  void statement(DeskFrame.Statement frame) {
    DeskChat chat = chats.get(frame.conversation());
    if (chat == null) {
      console.refuse(Code.NOT_YOURS, frame.request());
    } else if (chat.fence() != frame.fence()) {
      console.refuse(Code.EPOCH_BEHIND, frame.request());
    } else if (!stated(frame)) {
      console.refuse(Code.STATEMENT_REFUSED, frame.request());
    } else {
      byte[] body = StreamBody.statement(frame.statement());
      console.answer(
          console
              .house()
              .conversations()
              .appendStatement(chat.id(), frame.fence(), console.device(), body),
          seq -> stored(chat, seq, body, frame.request()));
    }
  }

  private boolean stated(DeskFrame.Statement frame) {
    return console
        .house()
        .rosters()
        .current()
        .flatMap(roster -> duty.end(frame.statement(), roster, console.house().time().instant()))
        .isPresent();
  }

  void epoch(DeskFrame.NewEpoch frame) {
    DeskChat chat = chats.get(frame.conversation());
    EpochHeader header = frame.epoch().header();
    if (chat == null) {
      console.refuse(Code.NOT_YOURS, frame.request());
    } else if (header.suite() != 1
        || !header.conversation().equals(frame.conversation())
        || !header.slotOf(console.device()).equals(Optional.of(chat.slot()))) {
      console.socket().close(Code.NOT_AN_ENVELOPE);
    } else if (chat.fence() == 0 || chat.fence() != frame.fence()) {
      console.refuse(Code.EPOCH_BEHIND, frame.request());
    } else {
      byte[] body = StreamBody.epoch(frame.epoch());
      Future<Integer> storing =
          console
              .house()
              .conversations()
              .appendEpoch(chat.id(), frame.fence(), header.number(), body);
      console.answer(
          storing,
          seq -> {
            if (seq > 0) {
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
      console.refuse(Code.EPOCH_BEHIND, request);
    }
  }

  void attach(DeskFrame.Attach attach) {
    DeskChat open = chats.get(attach.conversation());
    if (open != null) {
      if (!open.isAskedForWhatComesAnyway(attach.lastSeq())) {
        open.chat().follow(attach.lastSeq());
      }
      whispers.follow(attach.conversation(), attach.lastWhisper());
      return;
    }
    console.answer(
        console.chat(attach.conversation()),
        found ->
            found
                .flatMap(conversation -> Place.of(conversation.stage(), console.device()))
                .ifPresentOrElse(
                    place -> {
                      Conversation conversation = found.orElseThrow();
                      if (conversation.stage() instanceof Stage.Taken) {
                        held.put(conversation.id(), conversation.ring().service());
                      }
                      DeskChat chat = enter(conversation, place);
                      chat.knows(attach.lastSeq());
                      chat.chat().follow(attach.lastSeq());
                      whispers.follow(conversation.id(), attach.lastWhisper());
                    },
                    () -> console.refuse(Code.NOT_YOURS, attach.request())));
  }

  void talk(DeskFrame.Talk frame) {
    chatOf(frame.frame())
        .ifPresentOrElse(
            chat -> chat.talk(frame.frame()),
            () -> console.refuse(Code.NOT_YOURS, frame.request()));
  }

  void signal(DeskFrame.Signal frame) {
    chatOf(frame.frame())
        .ifPresentOrElse(
            chat -> chat.chat().say(frame.frame()),
            () -> console.refuse(Code.NOT_YOURS, frame.request()));
  }

  void whisperKey(DeskFrame.NewWhisperKey frame) {
    whispers.key(chats.get(frame.conversation()), frame);
  }

  void whisper(DeskFrame.Whisper frame) {
    whispers.say(chatOf(frame.frame()).orElse(null), frame);
  }

  /// Somebody whispered in a chat.
  void whispered(ConversationId id) {
    whispers.look(id);
  }

  private Optional<DeskChat> chatOf(SealedFrame frame) {
    for (DeskChat chat : chats.values()) {
      if (chat.chat().isNamedBy(frame)) {
        return Optional.of(chat);
      }
    }
    return Optional.empty();
  }

  /// Ends a chat that this device leads, whether or not it follows it.
  void end(DeskFrame.End end) {
    console.answer(
        console.chat(end.conversation()),
        found -> {
          Optional<Place> place =
              found.flatMap(conversation -> Place.of(conversation.stage(), console.device()));
          if (place.isEmpty() || place.get().isMember()) {
            console.refuse(Code.NOT_YOURS, end.request());
          } else if (found.orElseThrow().stage() instanceof Stage.Taken) {
            end(found.orElseThrow());
          }
        });
  }

  private void end(Conversation conversation) {
    console.answer(
        ended(conversation, EndReason.BY_STAFF),
        seq -> {
          if (!chats.containsKey(conversation.id()) && drop(conversation.id())) {
            renewDuty();
          }
        });
  }

  /// Ends a chat that this device leads, also when its socket closes meanwhile.
  Future<Void> endLed(ConversationId id, EndReason reason) {
    return console
        .chat(id)
        .compose(
            found ->
                found
                    .filter(
                        c ->
                            c.stage() instanceof Stage.Taken t
                                && t.device().equals(console.device()))
                    .map(chat -> ended(chat, reason))
                    .orElseGet(() -> Future.succeededFuture(0)))
        .mapEmpty();
  }

  private Future<Integer> ended(Conversation conversation, EndReason reason) {
    return console
        .house()
        .encounters()
        .end(conversation, reason)
        .onSuccess(
            seq -> {
              if (seq > 0) {
                console.relay().entry(conversation.id(), seq, StreamBody.end(reason));
              }
            });
  }

  /// The last entry of this chat was delivered.
  void ended(DeskChat chat) {
    let(chat);
    var unused = drop(chat.id());
    renewDuty();
  }

  private boolean drop(ConversationId id) {
    pauses.forget(id);
    return held.remove(id) != null;
  }

  /// Lets go of a chat that another connection of this device follows.
  void let(DeskChat chat) {
    if (chats.remove(chat.id(), chat)) {
      whispers.leave(chat.id());
    }
    chat.chat().leave();
  }

  /// This device is in the chat no longer; the person learns of it.
  void leave(ConversationId id) {
    DeskChat chat = chats.remove(id);
    whispers.leave(id);
    if (chat != null) {
      chat.chat().giveWay();
    }
    if (drop(id)) {
      console.send(ToDesk.left(id));
      renewDuty();
    }
  }

  void renewDuty() {
    console.answer(duty.write(duty.shift(), load()), written -> dutyChanged(Optional.empty()));
  }

  /// Nobody is offered to this device until it is back; those it was asked for are offered to
  /// others.
  void stumble(Shift shift) {
    duty.stumble(shift, load()).onSuccess(written -> tellLines(Stream.of(shift)));
  }

  /// The person learns of it, and so do those whom they can or cannot take now.
  void dutyChanged(Optional<Shift> before) {
    tellDuty();
    tellLines(Stream.of(before, duty.shift()).flatMap(Optional::stream));
  }

  private void tellLines(Stream<Shift> shifts) {
    shifts
        .flatMap(shift -> shift.services().stream())
        .distinct()
        .forEach(service -> console.relay().lineChanged(service));
  }

  void tellDuty() {
    console.send(ToDesk.duty(duty.state(load())));
  }

  void beat() {
    chats.values().forEach(chat -> chat.chat().beat());
    List.copyOf(chats.values()).forEach(pauses::settle);
    chats.values().stream()
        .filter(DeskChat::isForgotten)
        .forEach(
            chat -> {
              var ended = endLed(chat.id(), EndReason.VISITOR_GONE);
            });
    held.keySet().stream().filter(id -> !chats.containsKey(id)).toList().forEach(this::unfollowed);
    whispers.beat();
  }

  /// A chat that the console does not follow says nothing when it ends.
  private void unfollowed(ConversationId id) {
    console.answer(
        console.chat(id),
        found -> {
          Optional<Place> place =
              found
                  .filter(chat -> chat.stage() instanceof Stage.Taken)
                  .flatMap(chat -> Place.of(chat.stage(), console.device()));
          if (place.isEmpty() && !chats.containsKey(id) && drop(id)) {
            renewDuty();
          }
        });
  }

  void close() {
    chats.values().forEach(chat -> chat.chat().leave());
  }
}
