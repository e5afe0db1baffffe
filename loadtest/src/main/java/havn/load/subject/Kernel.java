package havn.load.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Figures of other processes under `/proc` (proc(5)).
final class Kernel {

  /// USER_HZ is 100 on every Linux this runs on.
  private static final long MICROS_PER_TICK = 10_000;

  private static final Pattern SPACES = Pattern.compile(" ");
  private static final int FIELDS_BEFORE_UTIME = 11;

  private Kernel() {}

  static long cpuMicros(long pid) {
    var stat = read(pid, "stat");
    var fields = List.of(SPACES.split(stat.substring(stat.lastIndexOf(')') + 2), -1));
    long ticks =
        Long.parseLong(fields.get(FIELDS_BEFORE_UTIME))
            + Long.parseLong(fields.get(FIELDS_BEFORE_UTIME + 1));
    return ticks * MICROS_PER_TICK;
  }

  static long residentBytes(long pid) {
    for (var line : read(pid, "status").lines().toList()) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new IllegalStateException("the process is over");
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
