package havn.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  @TempDir Path dir;

  @Test
  void theProcessIdIsTheCommandsOwn() throws IOException {
    try (Leash child = start("TERM", "sleep", "600")) {
      var info = ProcessHandle.of(child.pid()).orElseThrow();
      assertTrue(
          Patience.await(SOON, PAUSE, () -> info.info().command().orElse("").contains("sleep")));
    }
  }

  @Test
  void aClosedChildIsAskedToStopFirst() throws IOException {
    Path said = dir.resolve("said");
    String script =
        "trap 'echo stopping > " + said + "; exit 0' TERM; echo up; while :; do sleep 0.1; done";
    Leash child = start("TERM", "sh", "-c", script);
    assertTrue(Patience.await(SOON, PAUSE, () -> log().contains("up")));
    child.close();
    assertFalse(child.alive());
    assertEquals("stopping\n", Files.readString(said));
  }

  @Test
  void aDeafChildIsKilledAfterItsGraceWithWhatItStarted() throws IOException {
    Path number = dir.resolve("number");
    String script =
        "trap '' TERM; sleep 600 & echo $! > " + number + "; echo up; while :; do sleep 1; done";
    Leash child = start("TERM", "sh", "-c", script);
    assertTrue(Patience.await(SOON, PAUSE, () -> log().contains("up")));
    long grandchild = Long.parseLong(Files.readString(number).strip());
    child.close();
    assertFalse(child.alive());
    assertTrue(Patience.await(SOON, PAUSE, () -> gone(grandchild)));
  }

  @Test
  void aChildDoesNotOutliveAKilledParent() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process parent =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("parent.log").toFile())
            .start();
    Path number = dir.resolve("child.pid");
    assertTrue(Patience.await(SOON, PAUSE, () -> Files.exists(number)));
    long child = Long.parseLong(Files.readString(number));
    assertFalse(gone(child));
    parent.destroyForcibly().waitFor();
    assertTrue(Patience.await(SOON, PAUSE, () -> gone(child)));
  }

  @Test
  void theExitCodeOfAChildThatEndsByItselfIsKnown() throws IOException {
    try (Leash child = start("TERM", "sh", "-c", "exit 7")) {
      assertTrue(child.awaitEnd(SOON));
      assertEquals(7, child.ended().join());
    }
  }

  /// Starts a child, says which, and waits to be killed.
  static final class Parent {
    public static void main(String[] args) throws IOException {
      Path dir = Path.of(args[0]);
      Leash child =
          Leash.start(new Leash.Child(List.of("sleep", "600"), Map.of(), dir.resolve("child.log")));
      Path part = Files.writeString(dir.resolve("part"), Long.toString(child.pid()));
      Files.move(part, dir.resolve("child.pid"));
      child.awaitEnd(Duration.ofMinutes(10));
    }
  }

  private Leash start(String signal, String... command) throws IOException {
    return Leash.start(
        new Leash.Child(List.of(command), Map.of(), dir.resolve("log"))
            .stoppedBy(signal, Duration.ofMillis(500)));
  }

  private String log() {
    try {
      return Files.exists(dir.resolve("log")) ? Files.readString(dir.resolve("log")) : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static boolean gone(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }
}
