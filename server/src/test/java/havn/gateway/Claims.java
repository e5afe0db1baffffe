package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTaken;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a console was told of the chats that it leads.
final class Claims {

  private Claims() {}

  /// The fence with which it leads the chat, as far as it was told.
  static Optional<Long> of(DeskClient desk, ConversationId id) {
    byte[] bytes = id.bytes();
    Optional<Long> fence = Optional.empty();
    for (DeskDown down : desk.all(d -> d.hasTaken() || d.hasLeft() || d.hasEntry(), d -> d)) {
      if (down.hasTaken() && is(bytes, down.getTaken().getConversation().toByteArray())) {
        fence = Optional.of(down.getTaken().getFence()).filter(led -> led > 0);
      } else if (leaves(down, bytes)) {
        fence = Optional.empty();
      }
    }
    return fence;
  }

  /// A console that came back reads on in the chats that it is told of.
  static void follow(DeskClient desk) {
    for (DeskTaken taken : desk.all(DeskDown::hasTaken, DeskDown::getTaken)) {
      byte[] id = taken.getConversation().toByteArray();
      if (taken.getEpoch() > 0 && desk.isOpen() && desk.follows(taken.getConversation())) {
        desk.attach(ConversationId.of(id).orElseThrow(), 0);
      }
    }
  }

  private static boolean leaves(DeskDown down, byte[] id) {
    return down.hasLeft()
        ? is(id, down.getLeft().getConversation().toByteArray())
        : down.getEntry().getEntry().hasEnd()
            && is(id, down.getEntry().getConversation().toByteArray());
  }

  /// Every claim that it was ever told of, by chat and fence.
  static Map<String, DeviceId> all(DeskClient desk) {
    Map<String, DeviceId> claims = new HashMap<>();
    desk.all(d -> d.getTaken().getFence() > 0, DeskDown::getTaken)
        .forEach(
            taken ->
                claims.put(
                    Arrays.toString(taken.getConversation().toByteArray()) + taken.getFence(),
                    desk.worker.device()));
    return claims;
  }

  private static boolean is(byte[] id, byte[] other) {
    return Arrays.equals(id, other);
  }
}
