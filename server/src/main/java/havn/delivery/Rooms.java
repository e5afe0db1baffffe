package havn.delivery;

import havn.kernel.id.ConversationId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The rooms in which somebody is, in this process. As many as there are connections at most.
public final class Rooms {

  private final ConcurrentHashMap<ConversationId, Room> rooms = new ConcurrentHashMap<>();

  /// Enters; an earlier connection in the same seat is told that it was replaced.
  public Room enter(ConversationId id, Follower follower) {
    return rooms.compute(
        id,
        (key, open) -> {
          Room room = open == null ? new Room(id) : open;
          room.replaced(follower.seat());
          room.add(follower);
          return room;
        });
  }

  /// Leaves; the last one out closes the room. False when the follower was not in it any more.
  public boolean leave(Room room, Follower follower) {
    boolean[] left = {false};
    rooms.computeIfPresent(
        room.id(),
        (key, open) -> {
          left[0] = open.remove(follower);
          return open.isEmpty() ? null : open;
        });
    return left[0];
  }

  /// Another process holds this seat's connection now; the one here ends.
  public void replaced(Room room, Seat seat) {
    rooms.computeIfPresent(
        room.id(),
        (key, open) -> {
          open.replaced(seat);
          return open.isEmpty() ? null : open;
        });
  }

  public Optional<Room> find(ConversationId id) {
    return Optional.ofNullable(rooms.get(id));
  }

  public Collection<Room> open() {
    return rooms.values();
  }
}
