package havn.channel;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/// Does work where it is asked for.
public final class AtOnce implements Work {

  @Override
  public <T> Future<T> off(Callable<T> does) {
    try {
      return Future.succeededFuture(does.call());
    } catch (Exception failure) {
      return Future.failedFuture(failure);
    }
  }
}
