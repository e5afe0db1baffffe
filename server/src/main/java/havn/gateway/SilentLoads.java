package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.HeldChats;
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
  private final HeldChats held;

  SilentLoads(House house) {
    this.house = house;
    this.held = new HeldChats(house.conversations());
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
        .map(Set::copyOf)
        .compose(paused -> held.of(device).map(chats -> open(chats, paused)));
  }

  private static int open(List<Conversation> chats, Set<ConversationId> paused) {
    return (int) chats.stream().filter(chat -> !paused.contains(chat.id())).count();
  }

  private static int sum(List<Future<Integer>> all) {
    return all.stream().mapToInt(Future::result).sum();
  }
}
