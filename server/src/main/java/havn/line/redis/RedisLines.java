package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.line.Lines;
import havn.line.Waiter;
import havn.redis.Bytes;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class RedisLines implements Lines {

  private static final Duration PICKUPS_LIFE = Duration.ofHours(24);

  private final Redis redis;
  private final JoinScript join;
  private final LeaveScript leave;
  private final WaitingScript waiting;

  /// One per service that exists; services are at most 64.
  private final Map<ServiceId, LineKeys> keys = new ConcurrentHashMap<>();

  RedisLines(Redis redis) {
    this.redis = redis;
    this.join = new JoinScript(redis);
    this.leave = new LeaveScript(redis);
    this.waiting = new WaitingScript(redis);
  }

  @Override
  public Future<Boolean> join(ServiceId service, Waiter waiter) {
    return join.run(keys(service), waiter);
  }

  @Override
  public Future<Boolean> leave(ServiceId service, ConversationId conversation) {
    return leave.run(keys(service), conversation);
  }

  @Override
  public Future<List<Waiter>> waiting(ServiceId service) {
    return waiting.run(keys(service));
  }

  @Override
  public Future<Integer> length(ServiceId service) {
    return redis.ordered(keys(service).line());
  }

  @Override
  public Future<Void> seen(ServiceId service, ConversationId conversation, Instant at) {
    return redis.reorder(keys(service).seen(), conversation.hex(), at.toEpochMilli());
  }

  @Override
  public Future<Void> pickedUp(ServiceId service, Duration wait) {
    return redis.pushBounded(
        keys(service).pickUps(), Bytes.of(wait.toSeconds()), PICKUPS, PICKUPS_LIFE);
  }

  @Override
  public Future<List<Duration>> pickUps(ServiceId service) {
    return redis
        .list(keys(service).pickUps(), PICKUPS)
        .map(waits -> waits.stream().map(RedisLines::seconds).toList());
  }

  private static Duration seconds(byte[] digits) {
    return Duration.ofSeconds(
        Long.parseLong(new String(digits, java.nio.charset.StandardCharsets.US_ASCII)));
  }

  private LineKeys keys(ServiceId service) {
    return keys.computeIfAbsent(service, LineKeys::of);
  }
}
