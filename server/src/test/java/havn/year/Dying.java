package havn.year;

import static havn.Eventually.get;
import static havn.Eventually.until;

import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.matching.Taking;
import havn.redis.Cable;
import havn.redis.Redis;
import havn.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/// Server processes that die in the middle of something.
record Dying(Vertx vertx, RedisSettings settings, InstantSource time) {

  /// Somebody takes through a process that is dead after so many commands to Redis, and learns
  /// nothing of what came of it.
  void take(Shift shift, ConversationId id, int commands) {
    try (Cable cable = new Cable(settings)) {
      Redis redis = get(Redis.open(vertx, cable.settings()));
      Serving process = new Serving(redis, time);
      cable.cutAfter(commands);
      Future<Taking> unheard = process.encounters.take(shift, id);
      until("it took, or is dead", () -> unheard.isComplete() || cable.isCut());
      redis.close();
    }
  }
}
