package havn.gateway;

import havn.cluster.Cluster;
import havn.conversation.Conversation;
import havn.conversation.ConversationLog;
import havn.conversation.Conversations;
import havn.conversation.Party;
import havn.delivery.Follower;
import havn.delivery.Room;
import havn.delivery.Rooms;
import havn.delivery.Seat;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.wire.SealedFrame;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins the connections of a conversation: in memory within this process, by messages to the
/// processes that follow the same conversation. Without other processes nothing but memory is
/// touched.
final class Relay implements Cluster.Listener {

  private final Cluster cluster;
  private final Conversations conversations;
  private final Rooms rooms = new Rooms();
  private final LineBoards lines;
  private final Desks desks;

  Relay(Cluster cluster, Conversations conversations, LineBoards lines, Desks desks) {
    this.cluster = cluster;
    this.conversations = conversations;
    this.lines = lines;
    this.desks = desks;
    cluster.listen(this);
  }

  ConversationLog log(ConversationId id) {
    return conversations.log(id);
  }

  /// This process, as the store notes it.
  String node() {
    return cluster.id();
  }

  /// Whether a party is connected, as far as is known here. Other processes that follow will say so
  /// when they hear of this one.
  ///
  /// @param node process that held the party's connection last
  boolean connected(ConversationId id, Party party, String node) {
    return holds(id, party) || (!node.equals(cluster.id()) && cluster.alive(node));
  }

  /// Whether a party is connected to this process.
  boolean holds(ConversationId id, Party party) {
    return rooms.find(id).filter(room -> room.holds(party)).isPresent();
  }

  Room enter(ConversationId id, Follower follower) {
    Room room = rooms.enter(id, follower);
    Seat seat = follower.seat();
    boolean others = !cluster.others().isEmpty();
    if (others) {
      cluster.sayAll(new RelayMessage.Follows(id, true).write());
      cluster.sayAll(new RelayMessage.Replaces(id, seat).write());
    }
    if (seat.announced()) {
      var unused = conversations.connected(id, seat.party(), cluster.id());
      if (others) {
        cluster.sayAll(new RelayMessage.Presence(id, seat.party(), true).write());
      }
      room.presence(seat.party(), true);
    }
    return room;
  }

  /// @param announced whether the other party shall learn of it
  void leave(Room room, Follower follower, boolean announced) {
    if (!rooms.leave(room, follower)) {
      return;
    }
    Party party = follower.seat().party();
    if (announced && follower.seat().announced()) {
      var unused = conversations.disconnected(room.id(), party, cluster.id());
      room.presence(party, false);
      tell(room, new RelayMessage.Presence(room.id(), party, false));
    }
    if (rooms.find(room.id()).isEmpty()) {
      tell(room, new RelayMessage.Unfollows(room.id()));
    }
  }

  /// The lead of a conversation gave its seat up here. Whoever took over may have ended before it
  /// came.
  void seatGiven(Conversation conversation) {
    ConversationId id = conversation.id();
    if (!connected(id, Party.STAFF, conversation.staffNode())) {
      rooms.find(id).ifPresent(room -> room.presence(Party.STAFF, false));
      if (!cluster.others().isEmpty()) {
        cluster.sayAll(new RelayMessage.Presence(id, Party.STAFF, false).write());
      }
    }
  }

  /// Entry `seq` is stored.
  ///
  /// @param from who stored it and already knows; null for nobody
  void entry(Room room, @Nullable Chat from, int seq, byte[] body) {
    room.entry(from, seq, body);
    if (!room.elsewhere().isEmpty()) {
      tell(room, new RelayMessage.Stored(room.id(), seq, body));
    }
  }

  void signal(Room room, Seat from, SealedFrame signal) {
    room.signal(from, signal);
    if (!room.elsewhere().isEmpty()) {
      tell(room, new RelayMessage.Said(room.id(), from, signal));
    }
  }

  /// The visitor says that they are there.
  void here(Room room) {
    room.here();
    tell(room, new RelayMessage.Here(room.id()));
  }

  /// An entry was stored for a conversation in which this connection holds no chat.
  void entry(ConversationId id, int seq, byte[] body) {
    rooms.find(id).ifPresent(room -> room.entry(null, seq, body));
    if (!cluster.others().isEmpty()) {
      cluster.sayAll(new RelayMessage.Stored(id, seq, body).write());
    }
  }

  /// A device took a conversation; whoever waits in it learns so.
  void taken(ConversationId id) {
    rooms.find(id).ifPresent(Room::taken);
    if (!cluster.others().isEmpty()) {
      cluster.sayAll(new RelayMessage.Taken(id).write());
    }
  }

  /// Somebody joined or left the line of a service.
  void lineChanged(ServiceId service) {
    lines.tell(service);
  }

  /// A console of this device connected here; an earlier one ends.
  void deskOpened(DeviceId device, DeskConnection connection) {
    desks.opened(device, connection);
    if (!cluster.others().isEmpty()) {
      cluster.sayAll(new RelayMessage.DeskOpened(device).write());
    }
  }

  /// Something that concerns this device changed in a conversation; its console looks.
  void look(DeviceId device, ConversationId id) {
    if (!desks.look(device, id) && !cluster.others().isEmpty()) {
      cluster.sayAll(new RelayMessage.Look(id, device).write());
    }
  }

  /// There are new whispers for this device.
  void whispered(DeviceId device, ConversationId id) {
    if (!desks.whispered(device, id) && !cluster.others().isEmpty()) {
      cluster.sayAll(new RelayMessage.Whispered(id, device).write());
    }
  }

  private void tell(Room room, RelayMessage message) {
    if (!room.elsewhere().isEmpty()) {
      byte[] written = message.write();
      room.elsewhere().forEach(node -> cluster.say(node, written));
    }
  }

  @Override
  public void heard(String from, byte[] message) {
    RelayMessage.read(message).ifPresent(read -> heard(from, read));
  }

  private void heard(String from, RelayMessage message) {
    switch (message) {
      case RelayMessage.Follows m -> follows(from, m);
      case RelayMessage.LookAgain m -> rooms.find(m.conversation()).ifPresent(Room::mayHaveMissed);
      case RelayMessage.Unfollows m ->
          rooms.find(m.conversation()).ifPresent(room -> room.elsewhere().remove(from));
      case RelayMessage.Stored m ->
          rooms.find(m.conversation()).ifPresent(room -> room.entry(null, m.seq(), m.body()));
      case RelayMessage.Said m ->
          rooms.find(m.conversation()).ifPresent(room -> room.signal(m.from(), m.signal()));
      case RelayMessage.Presence m ->
          rooms.find(m.conversation()).ifPresent(room -> room.presence(m.who(), m.connected()));
      case RelayMessage.Here m -> rooms.find(m.conversation()).ifPresent(Room::here);
      case RelayMessage.Taken m -> rooms.find(m.conversation()).ifPresent(Room::taken);
      case RelayMessage.Replaces m ->
          rooms.find(m.conversation()).ifPresent(room -> rooms.replaced(room, m.who()));
      case RelayMessage.LineChanged m -> lines.changed(m.service());
      case RelayMessage.DeskOpened m -> desks.replaced(m.device());
      case RelayMessage.Look m -> desks.look(m.device(), m.conversation());
      case RelayMessage.Whispered m -> desks.whispered(m.device(), m.conversation());
    }
  }

  private void follows(String from, RelayMessage.Follows message) {
    rooms
        .find(message.conversation())
        .ifPresent(
            room -> {
              boolean fresh = room.elsewhere().add(from);
              room.mayHaveMissed(); // what was said before both knew of each other
              for (Party party : Party.values()) {
                if (room.holds(party)) {
                  var here = new RelayMessage.Presence(room.id(), party, true);
                  cluster.say(from, here.write());
                }
              }
              if (message.answer()) {
                cluster.say(from, new RelayMessage.Follows(room.id(), false).write());
              } else if (fresh) {
                cluster.say(from, new RelayMessage.LookAgain(room.id()).write());
              }
            });
  }

  /// Messages of others may be lost: everybody looks into the stores, and says again what they
  /// follow.
  @Override
  public void returned() {
    for (Room room : rooms.open()) {
      room.elsewhere().removeIf(node -> !cluster.alive(node));
      cluster.sayAll(new RelayMessage.Follows(room.id(), true).write());
      room.mayHaveMissed();
    }
    tellAbsence(rooms.open().iterator());
    lines.allChanged();
  }

  @Override
  public void came(Set<String> nodes) {
    for (Room room : rooms.open()) {
      byte[] follows = new RelayMessage.Follows(room.id(), true).write();
      nodes.forEach(node -> cluster.say(node, follows));
    }
    lines.allChanged();
  }

  /// Whoever was connected to a process that ended without a word is not any more. What it stored
  /// and told nobody of is looked for.
  @Override
  public void gone(Set<String> nodes) {
    for (Room room : rooms.open()) {
      if (room.elsewhere().removeAll(nodes)) {
        room.mayHaveMissed();
      }
    }
    tellAbsence(rooms.open().iterator());
  }

  /// One room after another, so that Redis is not asked for thousands at once.
  private void tellAbsence(Iterator<Room> open) {
    if (open.hasNext()) {
      Room room = open.next();
      var unused =
          conversations
              .find(room.id())
              .onSuccess(found -> found.ifPresent(conversation -> absence(room, conversation)))
              .onComplete(told -> tellAbsence(open));
    }
  }

  private void absence(Room room, Conversation conversation) {
    for (Party party : Party.values()) {
      String node =
          switch (party) {
            case VISITOR -> conversation.visitorNode();
            case STAFF -> conversation.staffNode();
          };
      if (!connected(room.id(), party, node)) {
        room.presence(party, false);
      }
    }
  }
}
