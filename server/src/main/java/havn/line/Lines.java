package havn.line;

import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The lines of all services.
public interface Lines {

  /// Most that wait for one service.
  int MOST = 200;

  /// How many pick-ups the estimate is made from.
  int PICKUPS = 20;

  /// Puts a visitor last. False, and nothing changed, when the line is full.
  Future<Boolean> join(ServiceId service, Waiter waiter);

  /// Whether the visitor stood in the line.
  Future<Boolean> leave(ServiceId service, ConversationId conversation);

  /// Everybody in order, first to be taken first.
  Future<List<Waiter>> waiting(ServiceId service);

  Future<Integer> length(ServiceId service);

  /// Notes a sign of life of somebody who waits; without effect for others.
  Future<Void> seen(ServiceId service, ConversationId conversation, Instant at);

  /// Notes that somebody was taken after waiting so long.
  Future<Void> pickedUp(ServiceId service, Duration wait);

  /// The last waits, at most 20.
  Future<List<Duration>> pickUps(ServiceId service);
}
