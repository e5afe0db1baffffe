package havn.danger;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Where calls for help are kept. Every process sees the same ones.
public interface DangerCalls {

  /// Of one service at once.
  int MOST_STANDING = 24;

  /// Chats of one service whose calls are remembered; the oldest that is over makes room.
  int MOST = 200;

  /// After the last call of a service.
  Duration LIFE = Duration.ofHours(24);

  /// What came of calling.
  enum Called {
    NOW,
    /// It stands already: nobody is called twice. Also what was said in the line, once.
    STANDS,
    /// This chat called as often as whoever calls may.
    ENOUGH,
    /// As many stand as may.
    FULL
  }

  Future<Called> call(
      ServiceId service, ConversationId chat, DangerCall.By by, int slot, Instant now);

  /// Ends this call; without effect on a later one of the same chat.
  Future<Void> over(ServiceId service, DangerCall call);

  /// Somebody who hears a call says something to it; false when nothing stands, or as many say so
  /// already as may.
  Future<Boolean> answer(
      ServiceId service, ConversationId chat, DeviceId device, DangerCall.Word word);

  /// The chat is over.
  Future<Void> forget(ServiceId service, ConversationId chat);

  /// Every call that is remembered.
  Future<List<DangerCall>> of(ServiceId service);
}
