package havn.matching;

import havn.conversation.Conversations;
import havn.conversation.Invitation;
import havn.conversation.Member;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.stream.Stream;

/// Room for chats with a device. What a crash left reserved is given back when there seems to be
/// none.
final class Reservations {

  private final Conversations conversations;
  private final InstantSource time;

  Reservations(Conversations conversations, InstantSource time) {
    this.conversations = conversations;
    this.time = time;
  }

  /// Reserves room; false when the device has none of `most`.
  Future<Boolean> reserve(DeviceId device, ConversationId id, int most) {
    return conversations
        .reserve(device, id, most)
        .compose(
            room ->
                room
                    ? Future.succeededFuture(true)
                    : giveBack(device).compose(given -> conversations.reserve(device, id, most)));
  }

  private Future<?> giveBack(DeviceId device) {
    return conversations
        .heldBy(device)
        .compose(
            ids -> Future.all(ids.stream().map(id -> giveBackUnlessHeld(device, id)).toList()));
  }

  /// Gives the room back that the device does not need for this conversation.
  Future<Void> giveBackUnlessHeld(DeviceId device, ConversationId id) {
    return conversations
        .find(id)
        .compose(
            found ->
                found.isPresent() && mayBeHeld(found.get().stage(), device)
                    ? Future.succeededFuture()
                    : conversations.release(device, id));
  }

  /// One that waits may be on its way to the device at this moment.
  private boolean mayBeHeld(Stage stage, DeviceId device) {
    return switch (stage) {
      case Stage.Waiting w -> true;
      case Stage.Taken t ->
          t.device().equals(device)
              || t.member(device).isPresent()
              || t.invitation()
                  .filter(i -> i.device().equals(device) && i.standsAt(time.instant()))
                  .isPresent();
      case Stage.Ended e -> false;
    };
  }

  /// Every device that has room reserved for this conversation.
  static Stream<DeviceId> holders(Stage.Taken taken) {
    return Stream.of(
            Stream.of(taken.device()),
            taken.members().stream().map(Member::device),
            taken.invitation().stream().map(Invitation::device))
        .flatMap(devices -> devices)
        .distinct();
  }
}
