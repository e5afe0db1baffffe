package havn.channel;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/// Where what takes a core for milliseconds is done, away from event loops.
public interface Work {

  /// Does it; fails with [Full] at once when 200 things wait already.
  <T> Future<T> off(Callable<T> does);

  /// Too much waits to be done.
  final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Full() {
      super("200 things wait to be done", null, false, false);
    }
  }
}
