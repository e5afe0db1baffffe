package havn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// House rules that are read off the source files themselves.
class SourceFilesTest {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern BROKEN_DOC = Pattern.compile("(?m)^ *///.*\\n *// ");
  private static final Pattern SWITCHED_OFF = Pattern.compile("@(Disabled|Ignore)\\b");

  @Test
  void everyRoomHasADoorplate() throws IOException {
    try (var tree = Files.walk(MAIN)) {
      assertEquals(
          List.of(),
          tree.filter(Files::isDirectory)
              .filter(SourceFilesTest::holdsCode)
              .filter(room -> !text(room.resolve("package-info.java")).contains("@NullMarked"))
              .toList());
    }
  }

  @Test
  void filesFitOnAFewScreens() throws IOException {
    assertEquals(List.of(), javaFiles(file -> text(file).lines().count() > 400));
  }

  /// The formatter folds a documentation line of more than 100 columns into a plain comment.
  @Test
  void documentationLinesAreNotFoldedIntoPlainComments() throws IOException {
    assertEquals(List.of(), javaFiles(file -> BROKEN_DOC.matcher(text(file)).find()));
  }

  @Test
  void noTestIsSwitchedOff() throws IOException {
    assertEquals(List.of(), javaFiles(file -> SWITCHED_OFF.matcher(text(file)).find()));
  }

  private static List<Path> javaFiles(Predicate<Path> which) throws IOException {
    try (var main = Files.walk(MAIN);
        var tests = Files.walk(TESTS)) {
      return Stream.concat(main, tests)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(which)
          .toList();
    }
  }

  private static boolean holdsCode(Path dir) {
    try (var files = Files.list(dir)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
