package havn.line;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The lines of all services.
public interface Lines {

  /// Most that wait for one service, without those whom it must not turn away.
  int MOST = 200;

  /// So many more come in with a boost: in danger now, or left by the service.
  int RESERVE = 20;

  /// How many pick-ups the estimate is made from.
  int PICKUPS = 20;

  /// Puts a visitor where their boost lets them stand. False, and nothing changed, when the line is
  /// full for them.
  Future<Boolean> join(ServiceId service, Waiter waiter);

  /// Whether the visitor stood in the line.
  Future<Boolean> leave(ServiceId service, ConversationId conversation);

  /// Everybody in order, first to be taken first.
  Future<List<Waiter>> waiting(ServiceId service);

  Future<Integer> length(ServiceId service);

  /// Offers somebody to a device until that instant. False, and nothing changed, when they stand in
  /// the line no longer, are offered to another device, or when the device is asked for somebody
  /// else at `now`.
  Future<Boolean> offer(
      ServiceId service, ConversationId conversation, DeviceId device, Instant now, Instant until);

  /// Takes back what this device was offered, as if it had not been asked. False, and nothing
  /// changed, when another one is asked meanwhile.
  Future<Boolean> withdraw(ServiceId service, ConversationId conversation, DeviceId device);

  /// Lets what this device was offered lapse at `until`, when that is earlier. False, and nothing
  /// changed, when it is not, or another one is asked meanwhile.
  Future<Boolean> shorten(
      ServiceId service, ConversationId conversation, DeviceId device, Instant until);

  /// Notes that somebody who waits gave something up, or would not, and which question that
  /// answers. False, and nothing changed, when they stand in the line no longer, or gave up 8
  /// things.
  ///
  /// @param word as [Wants#word]; empty when they keep it
  /// @param question 0 when nobody asked
  Future<Boolean> relax(ServiceId service, ConversationId conversation, String word, int question);

  /// Puts somebody who waits where those in danger stand; of these whoever rang first is first. The
  /// first time they are in danger since `now`, and whoever let them pass may be asked again.
  /// False, and nothing changed, when they stand in the line no longer.
  ///
  /// @param since when they rang
  Future<Boolean> raise(ServiceId service, ConversationId conversation, Instant since, Instant now);

  /// When each device was last asked for somebody of this line, or took somebody, within 24 hours.
  Future<Map<DeviceId, Instant>> lastTurns(ServiceId service);

  /// Notes a sign of life of somebody who waits; without effect for others.
  Future<Void> seen(ServiceId service, ConversationId conversation, Instant at);

  /// Notes that a device took somebody at `now` who had waited so long.
  Future<Void> pickedUp(ServiceId service, DeviceId device, Instant now, Duration wait);

  /// How long those had waited who were taken last since that instant, at most 20.
  Future<List<Duration>> pickUps(ServiceId service, Instant since);
}
