package havn.redis;

import java.io.Serial;

/// Redis did not answer in time, is not connected, or has too many commands under way. Carries no
/// key, value or stack trace.
public final class RedisUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  RedisUnavailable(String what) {
    super(what, null, false, false);
  }
}
