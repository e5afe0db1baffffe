package havn.gateway;

import havn.conversation.Stage;
import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.service.Service;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/// Chats of those whose phone is locked end without their console saying so, and make room: their
/// records are put right, so that they can be called for who waits. Every process looks at all of
/// them, each minute.
final class SilentLoads {

  private final House house;

  SilentLoads(House house) {
    this.house = house;
  }

  /// Answers how many records were put right.
  Future<Integer> round() {
    List<Future<Integer>> looked =
        house.services().all().stream().map(Service::id).map(this::of).toList();
    return Future.join(looked).map(all -> sum(looked));
  }

  private Future<Integer> of(ServiceId service) {
    return house
        .duty()
        .silent(service)
        .compose(
            silent -> {
              List<Future<Integer>> looked =
                  silent.stream().map(record -> putRight(service, record)).toList();
              return Future.join(looked).map(all -> sum(looked));
            });
  }

  private Future<Integer> putRight(ServiceId service, DutyRecord record) {
    return chats(record.device())
        .compose(
            load ->
                load < record.load()
                    ? house.duty().load(service, record, load).map(done -> done ? 1 : 0)
                    : Future.succeededFuture(0));
  }

  /// Chats that take room: open, and not paused.
  private Future<Integer> chats(DeviceId device) {
    return house
        .conversations()
        .pausedBy(device)
        .compose(
            paused ->
                house
                    .conversations()
                    .heldBy(device)
                    .compose(held -> chats(device, held, Set.copyOf(paused))));
  }

  private Future<Integer> chats(
      DeviceId device, List<ConversationId> held, Set<ConversationId> paused) {
    List<Future<Integer>> each =
        held.stream().filter(id -> !paused.contains(id)).map(id -> open(device, id)).toList();
    return Future.all(each).map(all -> sum(each));
  }

  private Future<Integer> open(DeviceId device, ConversationId id) {
    return house
        .conversations()
        .find(id)
        .map(
            found ->
                (int)
                    found
                        .filter(chat -> chat.stage() instanceof Stage.Taken)
                        .flatMap(chat -> Place.of(chat.stage(), device))
                        .stream()
                        .count());
  }

  private static int sum(List<Future<Integer>> all) {
    return all.stream().mapToInt(Future::result).sum();
  }
}
