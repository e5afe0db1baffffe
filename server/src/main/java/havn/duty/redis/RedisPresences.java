package havn.duty.redis;

import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

final class RedisPresences implements Presences {

  /// How long it is remembered until when a lane was kept: longer than an alarm of it is told.
  static final Duration KEPT = Duration.ofDays(8);

  private final Redis redis;
  private final KeepScript keep;
  private final KeptScript kept;

  /// One per service that exists; services are at most 64.
  private final Map<ServiceId, Keys> keys = new ConcurrentHashMap<>();

  private record Keys(Key duty, Key there) {}

  RedisPresences(Redis redis) {
    this.redis = redis;
    this.keep = new KeepScript(redis);
    this.kept = new KeptScript(redis);
  }

  @Override
  public Future<Void> put(Set<ServiceId> services, DutyRecord record) {
    return each(services, keys -> keep.write(keys.duty(), keys.there(), record));
  }

  @Override
  public Future<Void> drop(Set<ServiceId> services, DeviceId device, Instant now) {
    return each(services, keys -> keep.drop(keys.duty(), keys.there(), device, now));
  }

  @Override
  public Future<Instant> keptUntil(ServiceId service, Collection<String> lanes, Instant otherwise) {
    return kept.run(keys(service).there(), lanes, otherwise);
  }

  @Override
  public Future<Boolean> called(ServiceId service, DutyRecord record, Instant at) {
    Keys keys = keys(service);
    return keep.called(keys.duty(), keys.there(), record, at);
  }

  @Override
  public Future<Boolean> load(ServiceId service, DutyRecord record, int load, Instant now) {
    Keys keys = keys(service);
    return keep.load(keys.duty(), keys.there(), record, load, now);
  }

  private Future<Void> each(Set<ServiceId> services, Function<Keys, Future<?>> act) {
    return Future.all(services.stream().map(this::keys).map(act).toList()).mapEmpty();
  }

  @Override
  public Future<List<DutyRecord>> of(ServiceId service) {
    return redis
        .fields(keys(service).duty())
        .map(
            fields ->
                fields.entrySet().stream()
                    .map(field -> DutyText.read(field.getKey(), field.getValue()))
                    .toList());
  }

  private Keys keys(ServiceId service) {
    String slot = "{s:" + service.slug() + "}:";
    return keys.computeIfAbsent(
        service, s -> new Keys(Key.of(slot + "duty"), Key.of(slot + "there")));
  }
}
