package havn.line.redis;

import havn.line.Lines;
import havn.redis.Redis;

/// The line's stores in Redis.
public final class LineStores {

  private LineStores() {}

  public static Lines lines(Redis redis) {
    return new RedisLines(redis);
  }
}
