package havn.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.IntSupplier;

/// The metrics of one process. Names are written with dots, such as `havn.frames.refused`; labels
/// are pairs of words from closed sets. Asking twice for the same name and labels answers the same
/// meter.
public final class Meters implements AutoCloseable {

  /// Something that is counted.
  public interface Count {
    void add(long amount);

    default void one() {
      add(1);
    }
  }

  /// Something that takes time.
  public interface Watch {
    void took(Duration time);
  }

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Meters() {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  public Count count(String name, String... labels) {
    Counter counter = registry.counter(name, Tags.of(labels));
    return counter::increment;
  }

  public Watch watch(String name, String... labels) {
    Timer timer = registry.timer(name, Tags.of(labels));
    return timer::record;
  }

  /// Shows what `now` answers whenever the metrics are read; called on any thread.
  public void gauge(String name, IntSupplier now, String... labels) {
    Gauge.builder(name, now, IntSupplier::getAsInt)
        .strongReference(true)
        .tags(Tags.of(labels))
        .register(registry);
  }

  /// The text that Prometheus reads.
  public String page() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
