package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.staff.Roster;
import havn.staff.RosterEntry;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Map;

/// Devices that a new roster no longer names, whether their console is connected or not: a phone
/// that was taken away is usually off. They are off duty, out of the chats of others, and the
/// chats they led end, so that nobody waits for them; the visitors stand in front when they ring
/// again. Every process does it; once is enough.
final class Revocations {

  private final House house;
  private final Relay relay;
  private Map<DeviceId, RosterEntry> before = Map.of();

  Revocations(House house, Relay relay) {
    this.house = house;
    this.relay = relay;
    house.rosters().current().ifPresent(roster -> before = roster.entries());
  }

  /// Called on any thread, for one roster after another.
  synchronized void rosterChanged(Roster roster) {
    before.values().stream().filter(entry -> !isNamed(entry, roster)).forEach(this::part);
    before = roster.entries();
  }

  private static boolean isNamed(RosterEntry entry, Roster roster) {
    RosterEntry now = roster.entries().get(entry.device());
    return now != null && Arrays.equals(now.ed25519(), entry.ed25519());
  }

  private void part(RosterEntry entry) {
    DeviceId device = entry.device();
    var offDuty = house.duty().off(device, entry.services());
    var parted =
        house
            .conversations()
            .heldBy(device)
            .onSuccess(held -> held.forEach(id -> part(device, id)));
  }

  private void part(DeviceId device, ConversationId id) {
    var parted =
        house
            .company()
            .leave(id, device)
            .compose(left -> house.conversations().find(id))
            .compose(
                found ->
                    found.isPresent() && found.get().stage() instanceof Stage.Taken taken
                        ? settle(device, found.get(), taken)
                        : Future.succeededFuture());
  }

  private Future<?> settle(DeviceId device, Conversation conversation, Stage.Taken taken) {
    if (!taken.device().equals(device)) {
      relay.look(taken.device(), conversation.id());
      return Future.succeededFuture();
    }
    return house
        .encounters()
        .end(conversation, EndReason.DEVICE_REMOVED)
        .onSuccess(
            seq -> {
              if (seq > 0) {
                relay.entry(conversation.id(), seq, StreamBody.end(EndReason.DEVICE_REMOVED));
              }
            });
  }
}
