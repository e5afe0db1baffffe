package havn.login.redis;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.login.Session;
import havn.login.Sessions;
import havn.login.SignIn;
import havn.redis.Key;
import havn.redis.Redis;
import havn.staff.Role;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

final class RedisSessions implements Sessions {

  private final Redis redis;
  private final InstantSource clock;

  RedisSessions(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public Future<Optional<Session>> find(Secret cookie) {
    return redis
        .get(key(cookie))
        .map(
            found ->
                found.map(RedisSessions::parse).filter(s -> s.until().isAfter(clock.instant())))
        .compose(
            session -> session.map(this::uncut).orElseGet(() -> Future.succeededFuture(session)));
  }

  private Future<Optional<Session>> uncut(Session session) {
    return redis
        .get(cut(session.staff()))
        .map(
            moment ->
                moment
                        .map(at -> Instant.ofEpochMilli(Buffer.buffer(at).getLong(0)))
                        .filter(at -> session.until().minus(SignIn.SESSION).isBefore(at))
                        .isEmpty()
                    ? Optional.of(session)
                    : Optional.empty());
  }

  @Override
  public Future<Void> cut(StaffId staff, Instant until) {
    byte[] moment = Buffer.buffer().appendLong(until.toEpochMilli()).getBytes();
    return redis.set(cut(staff), moment, SignIn.SESSION.plusMinutes(1)).mapEmpty();
  }

  private static Key cut(StaffId staff) {
    return Key.of("cut:" + staff.hex());
  }

  @Override
  public Future<Secret> open(Session session) {
    Secret cookie = Secret.fresh();
    Duration life = Duration.between(clock.instant(), session.until());
    return redis.set(key(cookie), printed(session), life).map(cookie);
  }

  @Override
  public Future<Void> bind(Secret cookie, DeviceId device) {
    return change(cookie, session -> session.with(device));
  }

  @Override
  public Future<Void> add(Secret cookie, ServiceId service) {
    return change(cookie, session -> session.with(service));
  }

  private Future<Void> change(Secret cookie, UnaryOperator<Session> change) {
    return find(cookie)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : redis.replace(key(cookie), printed(change.apply(found.get()))).mapEmpty());
  }

  @Override
  public Future<Void> close(Secret cookie) {
    return redis.delete(key(cookie)).mapEmpty();
  }

  private static byte[] printed(Session session) {
    JsonArray services = new JsonArray();
    session.services().forEach(service -> services.add(service.slug()));
    JsonObject json = new JsonObject();
    session.device().ifPresent(device -> json.put("device", device.hex()));
    return json.put("staff", session.staff().hex())
        .put("name", session.shownName())
        .put("role", session.role().printed())
        .put("services", services)
        .put("until", session.until().toEpochMilli())
        .toBuffer()
        .getBytes();
  }

  private static Session parse(byte[] value) {
    JsonObject json = new JsonObject(Buffer.buffer(value));
    Set<ServiceId> services = new LinkedHashSet<>();
    for (Object service : json.getJsonArray("services")) {
      services.add(new ServiceId((String) service));
    }
    return new Session(
        new StaffId(json.getString("staff")),
        json.getString("name"),
        Role.parse(json.getString("role")).orElseThrow(),
        services,
        Instant.ofEpochMilli(json.getLong("until")),
        Optional.ofNullable(json.getString("device")).map(DeviceId::new));
  }

  private static Key key(Secret cookie) {
    return Key.of("ses:" + cookie.fingerprint());
  }
}
