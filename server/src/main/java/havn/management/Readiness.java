package havn.management;

import io.vertx.core.Future;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Whether this process should be sent work: it has started, is not stopping, and every probe
/// succeeds within two seconds.
public final class Readiness {

  private static final long SECONDS = 2;

  private final Map<String, Supplier<Future<Void>>> probes;
  private volatile boolean open;

  /// `probes` by the name of what they ask, such as `redis`.
  public Readiness(Map<String, Supplier<Future<Void>>> probes) {
    this.probes = new TreeMap<>(probes);
  }

  /// The process serves from now on.
  public void open() {
    open = true;
  }

  /// The process is stopping.
  public void close() {
    open = false;
  }

  /// Asks every probe; the answer names each with whether it succeeded.
  Future<Map<String, Boolean>> ask() {
    Map<String, Boolean> answers = new TreeMap<>();
    answers.put("serving", open);
    Future<Void> all = Future.succeededFuture();
    for (var probe : probes.entrySet()) {
      Future<Boolean> one =
          probe
              .getValue()
              .get()
              .timeout(SECONDS, TimeUnit.SECONDS)
              .map(true)
              .otherwise(failure -> false);
      all = all.compose(done -> one).map(good -> mark(answers, probe.getKey(), good));
    }
    return all.map(answers);
  }

  private static Void mark(Map<String, Boolean> answers, String name, boolean good) {
    answers.put(name, good);
    return null;
  }
}
