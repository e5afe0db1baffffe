package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.wire.ToDesk;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The chats of one desk that are paused: their visitors were quiet or away for 20 minutes, and
/// their room is somebody else's until they come back. Belongs to its socket's event loop.
final class DeskPauses {

  private final Console console;
  private final Duty duty;
  private final DeskChats chats;
  private final Set<ConversationId> paused = new HashSet<>();

  /// What is being asked of the store, so that it is asked once.
  private final Set<ConversationId> underWay = new HashSet<>();

  DeskPauses(Console console, Duty duty, DeskChats chats) {
    this.console = console;
    this.duty = duty;
    this.chats = chats;
  }

  /// How many of the chats that the device is in.
  int count() {
    return (int) paused.stream().filter(chats::holds).count();
  }

  /// These were paused before this connection.
  void known(Collection<ConversationId> ids) {
    paused.addAll(ids);
  }

  boolean has(ConversationId id) {
    return paused.contains(id);
  }

  /// The person just learned of this chat.
  void held(ConversationId id) {
    if (has(id)) {
      tell(id);
    }
  }

  void forget(ConversationId id) {
    paused.remove(id);
  }

  /// Pauses a chat whose visitor is quiet.
  void settle(DeskChat chat) {
    ConversationId id = chat.id();
    if (chat.isQuiet() && !paused.contains(id) && underWay.add(id)) {
      console
          .house()
          .conversations()
          .pause(console.device(), id)
          .onSuccess(done -> pause(id))
          .onComplete(asked -> paused(chat));
    }
  }

  /// The visitor may have come back while the store was asked.
  private void paused(DeskChat chat) {
    underWay.remove(chat.id());
    if (!chat.isQuiet()) {
      isBack(chat);
    }
  }

  /// The visitor wrote, came back, or says that they are there: a paused chat goes on.
  void isBack(DeskChat chat) {
    ConversationId id = chat.id();
    if (chat.leads() && paused.contains(id) && underWay.add(id)) {
      goOn(id, most())
          .compose(room -> room ? Future.succeededFuture(true) : withoutRoom(id))
          .onSuccess(goesOn -> settled(id, goesOn))
          .onComplete(asked -> underWay.remove(id));
    }
  }

  private Future<Boolean> goOn(ConversationId id, int most) {
    return console.house().conversations().goOn(console.device(), id, most);
  }

  /// Where the service would let them in, the visitor rings again, in front of the line. Where it
  /// would not, since it has closed, the chat goes on beyond the room: closing time ends none.
  private Future<Boolean> withoutRoom(ConversationId id) {
    return console
        .chat(id)
        .compose(
            found ->
                found
                    .map(chat -> console.house().visits().takesBack(chat.ring()))
                    .orElseGet(() -> Future.succeededFuture(true)))
        .compose(taken -> taken ? Future.succeededFuture(false) : goOn(id, Integer.MAX_VALUE));
  }

  /// Whoever is off duty finishes what is open.
  private int most() {
    return duty.shift().map(shift -> shift.capacity()).orElse(Integer.MAX_VALUE);
  }

  private void pause(ConversationId id) {
    if (chats.holds(id) && paused.add(id)) {
      tell(id);
      chats.renewDuty();
    }
  }

  private void settled(ConversationId id, boolean goesOn) {
    if (!goesOn) {
      var unused = chats.endLed(id, EndReason.PLACE_GIVEN);
    } else if (paused.remove(id)) {
      tell(id);
      chats.renewDuty();
    }
  }

  private void tell(ConversationId id) {
    console.send(ToDesk.paused(id, paused.contains(id)));
  }
}
