package havn.redis;

import java.io.Serial;

/// Redis answered with an error: a defect of ours or of the settings. Only the error's first word
/// is kept, since the rest may quote arguments.
public final class RedisRefused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  RedisRefused(String error) {
    super(firstWord(error), null, false, false);
  }

  /// The script must be sent whole: Redis has restarted or never saw it.
  boolean scriptUnknown() {
    return "NOSCRIPT".equals(getMessage());
  }

  private static String firstWord(String error) {
    int space = error.indexOf(' ');
    return space < 0 ? error : error.substring(0, space);
  }
}
