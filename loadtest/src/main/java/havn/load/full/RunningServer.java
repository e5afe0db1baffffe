package havn.load.full;

import havn.load.subject.Footprint;
import havn.load.subject.Pin;
import havn.load.subject.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `havn serve` on the server's core. Its processor time includes its Redis.
final class RunningServer implements Footprint, AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(100);

  private final ServerProcess process;
  private final StoresUnderLoad stores;
  private final Ports ports;

  private RunningServer(ServerProcess process, StoresUnderLoad stores, Ports ports) {
    this.process = process;
    this.stores = stores;
    this.ports = ports;
  }

  /// How a server of this run is started.
  record Plan(Path havn, Path home, Ports ports, Pin core, List<String> jvm, String trustPin) {

    /// A command of the program, on the server's core.
    List<String> command(String name) {
      return core.command(List.of(havn.toString(), name));
    }

    /// Settings of the run. The limits on one client's pace are lifted as far as they go: each
    /// client here plays many people in turn.
    Map<String, String> environment(StoresUnderLoad stores) {
      var environment = new HashMap<>(stores.environment());
      environment.put("HAVN_DEMO", "true");
      environment.put("HAVN_PORT_BASE", Integer.toString(ports.base()));
      environment.put("HAVN_TRUST_PIN", trustPin);
      environment.put("HAVN_LIMITS_FRAMES_PER_SECOND", "10000");
      environment.put("HAVN_LIMITS_TICKETS_PER_SECOND", "100000");
      environment.put("HAVN_JAVA_OPTS", String.join(" ", jvm));
      return Map.copyOf(environment);
    }
  }

  /// Starts it and waits until it says that it is ready.
  static RunningServer start(Plan plan, StoresUnderLoad stores) {
    var log = plan.home().resolve("server.log");
    var process = ServerProcess.start(plan.command("serve"), plan.environment(stores), log);
    var server = new RunningServer(process, stores, plan.ports());
    if (!server.ready()) {
      server.close();
      throw new IllegalStateException("the server was not ready within a minute: " + log);
    }
    return server;
  }

  /// Its desk port, for staff.
  Office office() {
    return new Office(URI.create("http://127.0.0.1:" + ports.desk()), ports.deskOrigin());
  }

  @Override
  public long cpuMicros() {
    return process.cpuMicros() + ServerProcess.cpuMicros(stores.redis());
  }

  @Override
  public long residentBytes() {
    return process.residentBytes();
  }

  @Override
  public long liveBytes() {
    return process.liveBytes();
  }

  @Override
  public void close() {
    process.close();
  }

  private boolean ready() {
    long end = System.nanoTime() + START.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.management() + "/ready"))
              .timeout(Duration.ofSeconds(2))
              .build();
      while (process.alive() && System.nanoTime() < end) {
        if (answers(client, request)) {
          return true;
        }
        process.awaitEnd(STEP.toMillis());
      }
      return false;
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
