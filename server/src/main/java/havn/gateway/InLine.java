package havn.gateway;

import havn.conversation.Conversation;
import havn.danger.DangerDesk;
import havn.kernel.id.ConversationId;
import havn.line.Waiter;
import havn.wire.ToVisitor;
import havn.wire.v1.Code;
import havn.wire.v1.Waiting;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a page that waits is told of its place, and that whoever said there that they are in danger
/// has others called. Belongs to the connection's event loop.
final class InLine {

  private final Socket socket;
  private final Hub hub;
  private final Consumer<Optional<Conversation>> out;
  private Waiting told = Waiting.getDefaultInstance();
  private Optional<Calling> uncalled = Optional.empty();

  /// @param out told what became of a conversation that stands in the line no longer
  InLine(Socket socket, Hub hub, Consumer<Optional<Conversation>> out) {
    this.socket = socket;
    this.hub = hub;
    this.out = out;
  }

  /// A line that nobody could see for 30 seconds is as good as none: the connection ends, the page
  /// says so and comes back by itself.
  void look(Conversation conversation, LineView.Glance<LineView.Shown> line) {
    switch (line) {
      case LineView.Glance.Seen<LineView.Shown>(LineView.Shown shown) -> place(conversation, shown);
      case LineView.Glance.Failed<LineView.Shown> f -> {}
      case LineView.Glance.Unknown<LineView.Shown> u -> socket.close(Code.STORE_UNAVAILABLE);
    }
  }

  private void place(Conversation conversation, LineView.Shown line) {
    Waiting place = line.places().get(conversation.id());
    if (place == null) {
      socket.after(hub.house().conversations().find(conversation.id()), out);
    } else if (!place.equals(told)) {
      told = place;
      socket.send(ToVisitor.waiting(place));
    }
  }

  /// How others are called to a chat.
  private interface Calling extends Function<ConversationId, Future<DangerDesk.Answer>> {}

  /// They are in danger now: they stand in front. In a chat nobody may know it yet: their worker
  /// hears it too.
  void endangered(Conversation conversation) {
    DangerDesk danger = hub.house().danger();
    socket.after(
        hub.house().visits().raise(conversation),
        raised -> call(conversation, raised ? danger::fromLine : danger::byVisitor));
  }

  /// Somebody took them, and may be gone before their console had others called.
  void isTaken(Conversation conversation) {
    socket.after(
        hub.house().conversations().find(conversation.id()),
        found ->
            found
                .filter(now -> now.ring().danger())
                .ifPresent(now -> call(now, hub.house().danger()::fromLine)));
  }

  /// A heartbeat in the chat: others are called who could not be, since too many calls stood.
  void goesOn(Conversation conversation) {
    uncalled.ifPresent(calling -> call(conversation, calling));
  }

  private void call(Conversation conversation, Calling calling) {
    socket.after(
        calling.apply(conversation.id()),
        answer -> {
          boolean full = answer.outcome() == DangerDesk.Outcome.FULL;
          uncalled = full ? Optional.of(calling) : Optional.empty();
          hub.relay().lineChanged(conversation.ring().service());
        });
  }

  /// A sign of life.
  void isHere(Conversation conversation) {
    seen(conversation, hub.house().time().instant());
  }

  /// The place is kept for two minutes from now.
  void isGone(Conversation conversation) {
    seen(conversation, hub.house().time().instant().minus(Waiter.FRESH));
  }

  private void seen(Conversation conversation, Instant at) {
    var unused = hub.house().lines().seen(conversation.ring().service(), conversation.id(), at);
  }
}
