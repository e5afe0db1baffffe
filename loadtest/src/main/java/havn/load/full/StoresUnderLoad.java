package havn.load.full;

import havn.load.subject.Pin;
import havn.load.subject.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The embedded stores of a run, on the server's core.
final class StoresUnderLoad implements AutoCloseable {

  private static final Pattern VERSION = Pattern.compile(" v=(\\S+)");
  private static final int SECONDS_TO_STOP = 20;
  private static final String LAST = "HAVN_POSTGRES_PASSWORD_FILE";

  private final ServerProcess process;
  private final Map<String, String> environment;

  private StoresUnderLoad(ServerProcess process, Map<String, String> environment) {
    this.process = process;
    this.environment = Map.copyOf(environment);
  }

  /// Starts them with their data under `home`, and waits until they answer.
  static StoresUnderLoad start(Path havn, Path home, Ports ports, Pin pin) {
    var command =
        List.of(
            havn.toString(),
            "stores",
            "--data=" + home.resolve("stores"),
            "--port-base=" + ports.base(),
            "--redis-megabytes=4096");
    var process = ServerProcess.start(pin.command(command), Map.of(), home.resolve("stores.log"));
    var environment = new HashMap<String, String>();
    while (!environment.containsKey(LAST)) {
      var line = process.line();
      int equals = line.indexOf('=');
      if (line.startsWith("HAVN_") && equals > 0) {
        environment.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new StoresUnderLoad(process, environment);
  }

  /// The settings that lead a server to them.
  Map<String, String> environment() {
    return environment;
  }

  /// The Redis process.
  ProcessHandle redis() {
    return process
        .handle()
        .descendants()
        .filter(child -> program(child).contains("redis"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Redis is not running"));
  }

  /// Its version; empty when its program does not tell.
  Optional<String> redisVersion() {
    try {
      var asked = new ProcessBuilder(program(redis()), "--version").start();
      try (var lines = asked.inputReader().lines()) {
        var found = VERSION.matcher(lines.findFirst().orElse(""));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    var children = process.handle().descendants().toList();
    process.close();
    // The stores may outlive their starter by a moment, and write to the end.
    var ended = children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ended)
        .completeOnTimeout(null, SECONDS_TO_STOP, TimeUnit.SECONDS)
        .join();
  }

  private static String program(ProcessHandle process) {
    return process.info().command().orElse("");
  }
}
