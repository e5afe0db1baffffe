package havn.duty.redis;

import havn.duty.DeskSigns;
import havn.duty.Presences;
import havn.redis.Redis;

/// Duty's stores in Redis.
public final class DutyStores {

  private DutyStores() {}

  public static Presences presences(Redis redis) {
    return new RedisPresences(redis);
  }

  public static DeskSigns signs(Redis redis) {
    return new RedisDeskSigns(redis);
  }
}
