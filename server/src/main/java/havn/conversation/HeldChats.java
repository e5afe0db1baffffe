package havn.conversation;

import havn.kernel.id.DeviceId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// Running chats that a device is in, as the store says, whether its console is connected or not.
public record HeldChats(Conversations conversations) {

  /// As the lead or beside it; of what the store still counts as the device's, those that run.
  public Future<List<Conversation>> of(DeviceId device) {
    return conversations
        .heldBy(device)
        .compose(
            held -> {
              List<Future<Optional<Conversation>>> found =
                  held.stream().map(conversations::find).toList();
              Future<?> done = Future.all(found);
              return done.map(
                  all ->
                      found.stream()
                          .flatMap(one -> one.result().stream())
                          .filter(chat -> isIn(device, chat.stage()))
                          .toList());
            });
  }

  private static boolean isIn(DeviceId device, Stage stage) {
    return stage instanceof Stage.Taken taken
        && (taken.device().equals(device) || taken.member(device).isPresent());
  }
}
