package havn.login.redis;

import havn.login.Challenges;
import havn.login.Sessions;
import havn.redis.Redis;
import java.time.InstantSource;

/// Opens the sign-in stores of Redis.
public final class SessionStores {

  private SessionStores() {}

  public static Sessions sessions(Redis redis, InstantSource clock) {
    return new RedisSessions(redis, clock);
  }

  public static Challenges challenges(Redis redis) {
    return new RedisChallenges(redis);
  }
}
