package havn.redis;

import java.net.URI;
import java.time.Duration;

/// Where Redis is and how long to wait for it.
///
/// @param uri `redis://host:port` or `rediss://host:port` for TLS; carries no password
/// @param user ACL user; empty for none
/// @param password empty for none
/// @param answer how long one command may take
/// @param underWay most commands sent and not yet answered, per event loop
public record RedisSettings(URI uri, String user, String password, Duration answer, int underWay) {

  public RedisSettings {
    if (uri.getHost() == null
        || !(uri.getScheme().equals("redis") || uri.getScheme().equals("rediss"))) {
      throw new IllegalArgumentException(
          "a Redis address is redis://host:port or rediss://host:port");
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the Redis password is a setting of its own, not part of the address");
    }
    if (underWay < 1 || answer.isNegative() || answer.isZero()) {
      throw new IllegalArgumentException(
          "Redis limits are at least one command and one millisecond");
    }
  }

  /// The usual limits: 2 s and 8,192 commands.
  public static RedisSettings of(URI uri, String user, String password) {
    return new RedisSettings(uri, user, password, Duration.ofSeconds(2), 8_192);
  }

  @Override
  public String toString() {
    return "RedisSettings[" + uri.getHost() + ":" + uri.getPort() + "]";
  }
}
