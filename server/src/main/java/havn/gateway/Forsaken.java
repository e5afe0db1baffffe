package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.Party;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.staff.Roster;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Chats that nobody is connected to: the console that leads one is gone, perhaps with its process,
/// and so is the visitor. Whoever leads a chat ends it after an hour of silence ([Quiet]), and
/// a visitor who waits leaves it after eight minutes ([Silence]); a chat without either ends here,
/// an hour after the first look that found nobody. Every process looks at all of them, each minute;
/// since when is in the store.
final class Forsaken {

  private final House house;
  private final Relay relay;

  Forsaken(House house, Relay relay) {
    this.house = house;
    this.relay = relay;
  }

  /// Answers how many chats ended.
  Future<Integer> round() {
    Set<DeviceId> devices =
        house.rosters().current().map(Roster::entries).map(all -> all.keySet()).orElse(Set.of());
    List<Future<Integer>> looked = new ArrayList<>();
    devices.forEach(device -> looked.add(ended(device)));
    return looked.isEmpty()
        ? Future.succeededFuture(0)
        : Future.join(looked).map(all -> looked.stream().mapToInt(Future::result).sum());
  }

  private Future<Integer> ended(DeviceId device) {
    return house
        .conversations()
        .heldBy(device)
        .compose(
            held -> {
              Future<Integer> count = Future.succeededFuture(0);
              for (ConversationId id : held) {
                count =
                    count.compose(
                        before -> look(device, id).map(ends -> ends ? before + 1 : before));
              }
              return count;
            });
  }

  private Future<Boolean> look(DeviceId device, ConversationId id) {
    return house
        .conversations()
        .find(id)
        .compose(
            found ->
                found.isPresent()
                        && found.get().stage() instanceof Stage.Taken taken
                        && taken.device().equals(device)
                    ? look(found.get())
                    : Future.succeededFuture(false));
  }

  private Future<Boolean> look(Conversation chat) {
    return said(chat, Party.VISITOR, chat.visitorNode())
        .compose(told -> said(chat, Party.STAFF, chat.staffNode()))
        .compose(told -> isApart(chat) ? apart(chat) : together(chat));
  }

  private boolean isApart(Conversation chat) {
    return !relay.connected(chat.id(), Party.VISITOR, chat.visitorNode())
        && !relay.connected(chat.id(), Party.STAFF, chat.staffNode());
  }

  /// Each process puts right what the store says of its own connections: others believe it. A note
  /// may have failed, or be one of a process that ended.
  private Future<Void> said(Conversation chat, Party party, String node) {
    boolean mine = node.equals(relay.node());
    boolean here = relay.holds(chat.id(), party);
    if (here == mine) {
      return Future.succeededFuture();
    }
    return here
        ? house.conversations().connected(chat.id(), party, relay.node())
        : house.conversations().disconnected(chat.id(), party, relay.node());
  }

  private Future<Boolean> together(Conversation chat) {
    return house.conversations().together(chat.id()).map(false);
  }

  private Future<Boolean> apart(Conversation chat) {
    Instant now = house.time().instant();
    return house
        .conversations()
        .apart(chat.id(), now)
        .compose(
            since ->
                since
                    .filter(from -> !now.isBefore(from.plus(Quiet.MOST)))
                    .map(from -> end(chat, from))
                    .orElseGet(() -> Future.succeededFuture(false)));
  }

  private Future<Boolean> end(Conversation chat, Instant since) {
    return house
        .encounters()
        .forsake(chat, since)
        .map(
            seq -> {
              if (seq > 0) {
                relay.entry(chat.id(), seq, StreamBody.end(EndReason.VISITOR_GONE));
              }
              return seq > 0;
            });
  }
}
