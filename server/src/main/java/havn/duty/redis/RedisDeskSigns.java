package havn.duty.redis;

import havn.duty.DeskMode;
import havn.duty.DeskRules;
import havn.duty.DeskSign;
import havn.duty.DeskSigns;
import havn.kernel.id.ServiceId;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class RedisDeskSigns implements DeskSigns {

  private static final String MODE = "mode";
  private static final String STAY = "stay";
  private static final String AFTER = "after";
  private static final Duration LIFE = DeskRules.LONGEST.plusHours(5);

  private final Redis redis;

  /// One per service that exists; services are at most 64.
  private final Map<ServiceId, Key> keys = new ConcurrentHashMap<>();

  RedisDeskSigns(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Future<DeskSign> of(ServiceId service) {
    return redis.fields(key(service)).map(RedisDeskSigns::read);
  }

  @Override
  public Future<Void> mode(ServiceId service, DeskMode mode, Instant until) {
    return put(service, Map.of(MODE, text(mode, until)));
  }

  private static String text(DeskMode mode, Instant until) {
    return mode.printed() + "\n" + until.toEpochMilli();
  }

  @Override
  public Future<Void> stay(
      ServiceId service, DeskSign.Stay stay, Optional<DeskRules.Decision.Mode> mode) {
    Map<String, String> fields = new HashMap<>();
    fields.put(STAY, stay.from().toEpochMilli() + "\n" + stay.until().toEpochMilli());
    mode.ifPresent(as -> fields.put(MODE, text(as.mode(), as.until())));
    return put(service, fields);
  }

  @Override
  public Future<Instant> afterShift(ServiceId service, Instant now) {
    return redis
        .fields(key(service))
        .compose(
            fields ->
                lines(fields, AFTER)
                    .map(lines -> Future.succeededFuture(at(lines[0])))
                    .orElseGet(
                        () ->
                            put(service, Map.of(AFTER, Long.toString(now.toEpochMilli())))
                                .map(now)));
  }

  @Override
  public Future<Void> noneAfterShift(ServiceId service) {
    return redis.deleteField(key(service), AFTER).mapEmpty();
  }

  private Future<Void> put(ServiceId service, Map<String, String> texts) {
    Key key = key(service);
    Map<String, byte[]> fields = new HashMap<>();
    texts.forEach((field, text) -> fields.put(field, text.getBytes(StandardCharsets.UTF_8)));
    return Future.all(redis.setFields(key, fields), redis.expire(key, LIFE)).mapEmpty();
  }

  private static DeskSign read(Map<String, byte[]> fields) {
    Optional<String[]> mode = lines(fields, MODE);
    return new DeskSign(
        mode.flatMap(lines -> DeskMode.parse(lines[0])).orElse(DeskMode.OPEN),
        mode.map(lines -> at(lines[1])).orElse(Instant.EPOCH),
        lines(fields, STAY).map(lines -> new DeskSign.Stay(at(lines[0]), at(lines[1]))));
  }

  private static Optional<String[]> lines(Map<String, byte[]> fields, String field) {
    return Optional.ofNullable(fields.get(field))
        .map(text -> new String(text, StandardCharsets.UTF_8).split("\n", 2));
  }

  private static Instant at(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private Key key(ServiceId service) {
    return keys.computeIfAbsent(service, s -> Key.of("{s:" + s.slug() + "}:desk"));
  }
}
