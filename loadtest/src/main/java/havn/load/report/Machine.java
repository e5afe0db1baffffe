package havn.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the figures were taken on, without a name or an address of it. `redis` is empty when none
/// ran.
public record Machine(
    int cores, String processor, String jdk, Optional<String> redis, boolean pinned) {

  /// Reads this machine's facts.
  public static Machine here(Optional<String> redis, boolean pinned) {
    return new Machine(
        processors().size(),
        processors().stream().findFirst().orElse("unknown"),
        Runtime.version().toString(),
        redis,
        pinned);
  }

  /// The model of each core; the process itself may be pinned to one of them.
  private static List<String> processors() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
