package havn.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A running child process on a leash: it is told to stop when [#close()] is called or when
/// this process ends in any way, `kill -9` included. It runs in a session of its own where the
/// system has `setsid`, so that Ctrl-C reaches the parent alone and what the child started ends
/// with it.
public final class Leash implements AutoCloseable {

  private static final String SCRIPT = script();

  private final Process process;
  private final Duration grace;

  private Leash(Process process, Duration grace) {
    this.process = process;
    this.grace = grace;
  }

  /// What to start.
  ///
  /// @param environment variables set over this process's own
  /// @param output gets what the child prints; appended to
  /// @param log gets its errors; may be the same file; appended to
  /// @param signal asks the child to stop, such as `TERM`
  /// @param grace how long it may take to stop before it is killed
  public record Child(
      List<String> command,
      Map<String, String> environment,
      Path output,
      Path log,
      String signal,
      Duration grace) {

    public Child {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }

    /// A child with one log that stops on `TERM` within ten seconds.
    public Child(List<String> command, Map<String, String> environment, Path log) {
      this(command, environment, log, log, "TERM", Duration.ofSeconds(10));
    }

    /// The same child, with what it prints in a file of its own.
    public Child printingTo(Path file) {
      return new Child(command, environment, file, log, signal, grace);
    }

    /// The same child, asked to stop in another way.
    public Child stoppedBy(String other, Duration within) {
      return new Child(command, environment, output, log, other, within);
    }
  }

  /// Starts the child. Fails when there is no `sh` or the log cannot be written; a command that
  /// does not exist shows as a child that ends with 126 or 127.
  public static Leash start(Child child) throws IOException {
    List<String> line = new ArrayList<>();
    if (onPath("setsid")) {
      line.add("setsid");
    }
    long tenths = Math.max(1, child.grace().toMillis() / 100);
    line.addAll(List.of("sh", "-c", SCRIPT, "leash", child.signal(), Long.toString(tenths)));
    line.addAll(child.command());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(child.environment());
    builder.redirectErrorStream(child.output().equals(child.log()));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(child.output().toFile()));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(child.log().toFile()));
    return new Leash(builder.start(), child.grace());
  }

  /// The process id of the command itself.
  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /// Completes with the exit code when the child has ended, for whatever reason.
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /// The exit code of a child that has ended. Fails while it runs.
  public int exitCode() {
    return process.exitValue();
  }

  /// Blocks until the child has ended by itself, or `limit` has passed; answers whether it ended.
  public boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Asks the child to stop without waiting for it; it is killed after its grace.
  public void release() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      process.destroy();
    }
  }

  /// Asks the child to stop and waits for it; returns when it is gone.
  @Override
  public void close() {
    release();
    if (!awaitEnd(grace.plusSeconds(5))) {
      process.destroyForcibly();
    }
  }

  /// Whether a program of this name is on `PATH`.
  public static boolean onPath(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
    return List.of(path.split(":", -1)).stream()
        .anyMatch(dir -> !dir.isEmpty() && Files.isExecutable(Path.of(dir, program)));
  }

  private static String script() {
    try (InputStream in = Leash.class.getResourceAsStream("leash.sh")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
