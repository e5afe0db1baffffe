package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.line.Lines;
import havn.line.Waiter;
import havn.redis.Bytes;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

final class RedisLines implements Lines {

  /// How long a line lives after its last change.
  static final Duration LIFE = Duration.ofHours(24);

  private final Redis redis;
  private final JoinScript join;
  private final LeaveScript leave;
  private final WaitingScript waiting;
  private final OfferScript offer;
  private final WithdrawScript withdraw;
  private final ShortenScript shorten;
  private final RelaxScript relax;
  private final RaiseScript raise;

  /// One per service that exists; services are at most 64.
  private final Map<ServiceId, LineKeys> keys = new ConcurrentHashMap<>();

  RedisLines(Redis redis) {
    this.redis = redis;
    this.join = new JoinScript(redis);
    this.leave = new LeaveScript(redis);
    this.waiting = new WaitingScript(redis);
    this.offer = new OfferScript(redis);
    this.withdraw = new WithdrawScript(redis);
    this.shorten = new ShortenScript(redis);
    this.relax = new RelaxScript(redis);
    this.raise = new RaiseScript(redis);
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
  public Future<Boolean> offer(
      ServiceId service, ConversationId conversation, DeviceId device, Instant now, Instant until) {
    return offer.run(keys(service), conversation, device, now, until);
  }

  @Override
  public Future<Boolean> withdraw(ServiceId service, ConversationId conversation, DeviceId device) {
    return withdraw.run(keys(service), conversation, device);
  }

  @Override
  public Future<Boolean> shorten(
      ServiceId service, ConversationId conversation, DeviceId device, Instant until) {
    return shorten.run(keys(service), conversation, device, until);
  }

  @Override
  public Future<Boolean> relax(
      ServiceId service, ConversationId conversation, String word, int question) {
    return relax.run(keys(service), conversation, word, question);
  }

  @Override
  public Future<Boolean> raise(
      ServiceId service, ConversationId conversation, Instant since, Instant now) {
    return raise.run(keys(service), conversation, since, now);
  }

  @Override
  public Future<Map<DeviceId, Instant>> lastTurns(ServiceId service) {
    return redis
        .fields(keys(service).turns())
        .map(
            fields ->
                fields.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            field -> new DeviceId(field.getKey()),
                            field -> Instant.ofEpochMilli(number(field.getValue())))));
  }

  @Override
  public Future<Void> pickedUp(ServiceId service, DeviceId device, Instant now, Duration wait) {
    LineKeys keys = keys(service);
    return Future.all(
            redis.pushBounded(keys.pickUps(), PickUp.text(now, wait), PICKUPS, LIFE),
            redis.setField(keys.turns(), device.hex(), Bytes.of(now.toEpochMilli())),
            redis.expire(keys.turns(), LIFE))
        .mapEmpty();
  }

  @Override
  public Future<List<Duration>> pickUps(ServiceId service, Instant since) {
    return redis
        .list(keys(service).pickUps(), PICKUPS)
        .map(
            texts ->
                texts.stream()
                    .flatMap(text -> PickUp.read(text).stream())
                    .filter(pickUp -> !pickUp.at().isBefore(since))
                    .map(PickUp::waited)
                    .toList());
  }

  private static long number(byte[] digits) {
    return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
  }

  private LineKeys keys(ServiceId service) {
    return keys.computeIfAbsent(service, LineKeys::of);
  }
}
