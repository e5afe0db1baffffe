package havn.duty.redis;

import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

final class RedisPresences implements Presences {

  private final Redis redis;

  /// One per service that exists; services are at most 64.
  private final Map<ServiceId, Key> keys = new ConcurrentHashMap<>();

  RedisPresences(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Future<Void> put(Set<ServiceId> services, DutyRecord record) {
    byte[] text = DutyText.write(record);
    return each(
        services,
        key ->
            Future.all(
                redis.setField(key, record.device().hex(), text),
                redis.expire(key, DutyRecord.GONE)));
  }

  @Override
  public Future<Void> drop(Set<ServiceId> services, DeviceId device) {
    return each(services, key -> redis.deleteField(key, device.hex()));
  }

  private Future<Void> each(Set<ServiceId> services, Function<Key, Future<?>> act) {
    return Future.all(services.stream().map(this::key).map(act).toList()).mapEmpty();
  }

  @Override
  public Future<List<DutyRecord>> of(ServiceId service) {
    return redis
        .fields(key(service))
        .map(
            fields ->
                fields.entrySet().stream()
                    .map(field -> DutyText.read(field.getKey(), field.getValue()))
                    .toList());
  }

  private Key key(ServiceId service) {
    return keys.computeIfAbsent(service, s -> Key.of("{s:" + s.slug() + "}:duty"));
  }
}
