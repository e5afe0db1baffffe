package havn.boot;

import havn.config.Settings;
import havn.postgres.PostgresAddress;
import havn.redis.Redis;
import havn.telemetry.Meters;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;

/// What every role is handed: the event loops, the settings, the clock, the doors to both stores
/// and the metrics.
public record Platform(
    Vertx vertx,
    Settings settings,
    InstantSource clock,
    Redis redis,
    Pool postgres,
    Meters meters) {

  /// Where Redis is, in the words of its door.
  static havn.redis.RedisSettings redisSettings(Settings settings) {
    Settings.Redis at = settings.stores().redis();
    return havn.redis.RedisSettings.of(at.uri(), at.user(), at.password().text());
  }

  /// Where PostgreSQL is, in the words of its door.
  static PostgresAddress postgresAddress(Settings settings) {
    Settings.Postgres at = settings.stores().postgres();
    return new PostgresAddress(at.host(), at.port(), at.database(), at.user(), at.password());
  }
}
