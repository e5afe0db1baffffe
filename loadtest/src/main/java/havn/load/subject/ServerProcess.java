package havn.load.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A child of this run. It is told to stop when it is closed or when this process ends in any way.
public final class ServerProcess implements Footprint, AutoCloseable {

  private static final int SECONDS_TO_STOP = 20;
  private static final String LEASH = leash();

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts `command` with these further environment variables; its errors are appended to `log`.
  public static ServerProcess start(List<String> command, Map<String, String> more, Path log) {
    var line = new ArrayList<>(List.of("sh", "-c", LEASH, "leash"));
    line.addAll(command);
    var builder = new ProcessBuilder(line);
    builder.environment().putAll(more);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      return new ServerProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next line it prints.
  ///
  /// @throws IllegalStateException when it ends instead
  public String line() {
    try {
      var line = process.inputReader().readLine();
      if (line == null) {
        throw new IllegalStateException("a process ended before it said where it listens: " + log);
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything it prints until it ends.
  public String all() {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean alive() {
    return process.isAlive();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /// Waits until it ends, at most `millis`.
  public void awaitEnd(long millis) {
    try {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Processor time of any process, in microseconds.
  public static long cpuMicros(ProcessHandle process) {
    return Kernel.cpuMicros(process.pid());
  }

  @Override
  public long cpuMicros() {
    return Kernel.cpuMicros(process.pid());
  }

  @Override
  public long residentBytes() {
    return Kernel.residentBytes(process.pid());
  }

  @Override
  public long liveBytes() {
    return LiveHeap.bytes(process.pid());
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// A tool of the JDK this runs on.
  static Path tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  private static String leash() {
    try (InputStream in = ServerProcess.class.getResourceAsStream("leash.sh")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
