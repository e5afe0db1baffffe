package havn.publichttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import havn.kernel.time.SystemTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/// Hears every line that is logged meanwhile, and looks into what the stores wrote into files
/// since.
public final class Ears implements AutoCloseable {

  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("havn");
  private final Level before = ours.getLevel();
  private final Instant began = SystemTime.wall().instant().minusSeconds(2);

  public Ears() {
    heard.start();
    root.addAppender(heard);
    ours.setLevel(Level.ALL);
  }

  /// Asserts that something was heard, and none of these.
  public void heard(String something, List<String> secrets) {
    String lines =
        List.copyOf(heard.list).stream()
            .map(line -> line.getFormattedMessage() + " " + line.getKeyValuePairs())
            .collect(Collectors.joining("\n"));
    assertTrue(lines.contains(something), lines);
    for (String secret : secrets) {
      assertFalse(lines.contains(secret), secret);
    }
  }

  public void assertOnNoDisk(String text) throws IOException {
    assertEquals(List.of(), written().stream().filter(file -> holds(file, text)).toList());
  }

  public void assertInNoLogFile(List<String> secrets) throws IOException {
    for (Path log : written().stream().filter(f -> f.toString().endsWith(".log")).toList()) {
      for (String secret : secrets) {
        assertFalse(holds(log, secret), log + ": " + secret);
      }
    }
  }

  /// Databases of other tests, in which nothing was written since, are not read.
  private List<Path> written() throws IOException {
    Path stores = Path.of("target", "test-stores", Long.toString(ProcessHandle.current().pid()));
    try (var tree = Files.walk(stores)) {
      List<Path> files = tree.filter(Files::isRegularFile).filter(this::isWritten).toList();
      assertFalse(files.isEmpty(), "nothing was written at all");
      return files;
    }
  }

  private boolean isWritten(Path file) {
    try {
      return !Files.getLastModifiedTime(file).toInstant().isBefore(began);
    } catch (java.nio.file.NoSuchFileException gone) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, ISO_8859_1).contains(text);
    } catch (java.nio.file.NoSuchFileException gone) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    root.detachAppender(heard);
    ours.setLevel(before);
  }
}
