package havn.boot;

import havn.channel.Work;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// Two threads for what takes a core for milliseconds; 200 things wait at most.
final class Workers implements Work {

  private static final int THREADS = 2;
  private static final int MOST = 200;

  private final WorkerExecutor threads;
  private final AtomicInteger waiting = new AtomicInteger();

  Workers(Vertx vertx) {
    this.threads = vertx.createSharedWorkerExecutor("havn-channels", THREADS);
  }

  @Override
  public <T> Future<T> off(Callable<T> does) {
    if (waiting.incrementAndGet() > MOST) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Full());
    }
    return threads.executeBlocking(does, false).onComplete(done -> waiting.decrementAndGet());
  }
}
