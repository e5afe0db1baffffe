package havn.load.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/// Live objects of another JVM, by the JDK's `jcmd PID GC.class_histogram`, which collects in full
/// first.
final class LiveHeap {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private LiveHeap() {}

  static long bytes(long pid) {
    try {
      var jcmd = ServerProcess.tool("jcmd").toString();
      var process =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      try (var lines = process.inputReader().lines()) {
        return total(lines.filter(line -> line.startsWith("Total")).findFirst().orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The third word of `Total 123 456`.
  static long total(String line) {
    var words = List.of(SPACES.split(line.strip(), -1));
    if (words.size() != 3) {
      throw new IllegalStateException("the server's heap could not be read");
    }
    return Long.parseLong(words.get(2));
  }
}
