package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.HeldChats;
import havn.conversation.Party;
import havn.conversation.Stage;
import havn.kernel.id.DeviceId;
import havn.staff.Roster;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.time.Instant;
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
  private final HeldChats held;

  Forsaken(House house, Relay relay) {
    this.house = house;
    this.relay = relay;
    this.held = new HeldChats(house.conversations());
  }

  /// Answers how many chats ended.
  Future<Integer> round() {
    Set<DeviceId> devices =
        house.rosters().current().map(Roster::entries).map(all -> all.keySet()).orElse(Set.of());
    List<Future<Integer>> looked = devices.stream().map(this::ended).toList();
    return Future.join(looked).map(all -> looked.stream().mapToInt(Future::result).sum());
  }

  private Future<Integer> ended(DeviceId device) {
    return held.of(device).compose(chats -> ended(device, chats));
  }

  private Future<Integer> ended(DeviceId device, List<Conversation> chats) {
    Future<Integer> count = Future.succeededFuture(0);
    for (Conversation chat : chats) {
      if (chat.stage() instanceof Stage.Taken taken && taken.device().equals(device)) {
        count = count.compose(before -> look(chat).map(ends -> ends ? before + 1 : before));
      }
    }
    return count;
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
