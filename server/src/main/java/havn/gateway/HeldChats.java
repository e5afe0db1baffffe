package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Stage;
import havn.kernel.id.DeviceId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// Running chats that a device is in, as the store says, whether its console is connected or not.
record HeldChats(Conversations conversations) {

  /// As the lead or beside it; of what the store still counts as the device's, those that run.
  Future<List<Conversation>> of(DeviceId device) {
    return conversations
        .heldBy(device)
        .compose(
            held -> {
              List<Future<Optional<Conversation>>> found =
                  held.stream().map(conversations::find).toList();
              return Future.all(found)
                  .map(
                      all ->
                          found.stream()
                              .flatMap(one -> one.result().stream())
                              .filter(chat -> isIn(device, chat.stage()))
                              .toList());
            });
  }

  private static boolean isIn(DeviceId device, Stage stage) {
    return stage instanceof Stage.Taken && Place.of(stage, device).isPresent();
  }
}
