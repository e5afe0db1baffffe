package havn.duty.redis;

import havn.duty.Presences;
import havn.redis.Redis;

/// Duty's stores in Redis.
public final class DutyStores {

  private DutyStores() {}

  public static Presences presences(Redis redis) {
    return new RedisPresences(redis);
  }
}
