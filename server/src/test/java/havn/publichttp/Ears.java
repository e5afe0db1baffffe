package havn.publichttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/// Hears every line that is logged meanwhile, and looks into the files of the stores.
final class Ears implements AutoCloseable {

  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("havn");
  private final Level before = ours.getLevel();

  Ears() {
    heard.start();
    root.addAppender(heard);
    ours.setLevel(Level.ALL);
  }

  /// Asserts that something was heard, and none of these.
  void heard(String something, List<String> secrets) {
    String lines =
        List.copyOf(heard.list).stream()
            .map(line -> line.getFormattedMessage() + " " + line.getKeyValuePairs())
            .collect(Collectors.joining("\n"));
    assertTrue(lines.contains(something), lines);
    for (String secret : secrets) {
      assertFalse(lines.contains(secret), secret);
    }
  }

  static void assertOnNoDisk(String text) throws IOException {
    try (var tree = Files.walk(stores())) {
      assertEquals(
          List.of(), tree.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList());
    }
  }

  static void assertInNoLogFile(List<String> secrets) throws IOException {
    try (var tree = Files.walk(stores())) {
      for (Path log : tree.filter(file -> file.toString().endsWith(".log")).toList()) {
        for (String secret : secrets) {
          assertFalse(holds(log, secret), log + ": " + secret);
        }
      }
    }
  }

  private static Path stores() {
    return Path.of("target", "test-stores", Long.toString(ProcessHandle.current().pid()));
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
