package havn.danger.redis;

import havn.danger.DangerCalls;
import havn.redis.Redis;

/// The store of calls for help in Redis.
public final class DangerStores {

  private DangerStores() {}

  public static DangerCalls calls(Redis redis) {
    return new RedisDangerCalls(redis);
  }
}
