package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.Party;
import havn.conversation.Stage;
import havn.wire.ToVisitor;
import java.util.Optional;
import java.util.function.Consumer;

/// What a visitor's page has not been told because the process that should have told it ended, or
/// its word was lost. Looked for at heartbeats; belongs to the connection's event loop.
final class Lookout {

  /// 45 seconds.
  private static final int BEATS_BETWEEN_LOOKS = 3;

  private final Socket socket;
  private final Hub hub;
  private final Silence silence;
  private boolean told;
  private boolean connected;
  private int beats;

  Lookout(Socket socket, Hub hub, Silence silence) {
    this.socket = socket;
    this.hub = hub;
    this.silence = silence;
  }

  /// The page learns whether staff are connected.
  void tell(boolean areConnected) {
    told = true;
    connected = areConnected;
    silence.staffAre(connected);
    socket.send(ToVisitor.staff(connected));
  }

  void tell(Conversation conversation) {
    tell(isConnected(conversation));
  }

  /// Whoever leads the chat may have ended before it came in, or since, without a word.
  void forStaff(Conversation conversation) {
    if (!told || (connected && ++beats % BEATS_BETWEEN_LOOKS == 0 && !isHere(conversation))) {
      find(conversation, found -> found.ifPresent(this::correct));
    }
  }

  private void correct(Conversation now) {
    if (!told || (connected && !isConnected(now))) {
      tell(now);
    }
  }

  private boolean isConnected(Conversation now) {
    return hub.relay().connected(now.id(), Party.STAFF, now.staffNode());
  }

  private boolean isHere(Conversation conversation) {
    return hub.relay().connected(conversation.id(), Party.STAFF, "");
  }

  /// Takes somebody out of the line who was taken, or whose chat ended, without leaving it.
  ///
  /// @param then told what became of the conversation
  void leavesLine(Conversation conversation, Consumer<Optional<Conversation>> then) {
    find(
        conversation,
        found -> {
          if (found.filter(now -> now.stage() instanceof Stage.Waiting).isEmpty()) {
            var unused =
                hub.house().lines().leave(conversation.ring().service(), conversation.id());
            then.accept(found);
          }
        });
  }

  private void find(Conversation conversation, Consumer<Optional<Conversation>> then) {
    hub.house()
        .conversations()
        .find(conversation.id())
        .onSuccess(
            found -> {
              if (socket.isOpen()) {
                then.accept(found);
              }
            });
  }
}
