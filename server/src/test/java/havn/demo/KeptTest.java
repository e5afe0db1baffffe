package havn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.lifecycle.Leash;
import havn.lifecycle.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  @TempDir Path dir;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void aChildThatIsKilledIsReplaced() throws IOException {
    try (Kept kept = Kept.start("child", () -> child("sleep", "600"), said::add)) {
      long first = kept.pid();
      kill(first);
      assertTrue(Patience.await(SOON, PAUSE, () -> kept.pid() != first && kept.pid() != 0));
      assertEquals(List.of("child ended; starting it again"), said);
    }
  }

  @Test
  void aStartThatFailsIsTriedAgain() throws IOException {
    AtomicInteger starts = new AtomicInteger();
    Kept.Start start =
        () -> {
          if (starts.incrementAndGet() == 2) {
            throw new IOException("not this time");
          }
          return child("sleep", "600");
        };
    try (Kept kept = Kept.start("child", start, said::add)) {
      long first = kept.pid();
      kill(first);
      assertTrue(Patience.await(SOON, PAUSE, () -> kept.pid() != 0 && kept.pid() != first));
      assertEquals(3, starts.get());
      assertEquals("child did not start: not this time", said.getLast());
    }
  }

  @Test
  void aChildThatKeepsDyingIsStartedLessAndLessOften() throws IOException {
    AtomicInteger starts = new AtomicInteger();
    Kept.Start start =
        () -> {
          starts.incrementAndGet();
          return child("true");
        };
    try (Kept kept = Kept.start("child", start, said::add)) {
      Patience.await(Duration.ofSeconds(3), PAUSE, () -> starts.get() > 6);
      assertTrue(starts.get() >= 3 && starts.get() <= 6, "started " + starts + " times in 3 s");
    }
  }

  @Test
  void aClosedChildIsGoneAndStaysGone() throws IOException {
    Kept kept = Kept.start("child", () -> child("sleep", "600"), said::add);
    long pid = kept.pid();
    assertNotEquals(0, pid);
    kept.close();
    assertEquals(0, kept.pid());
    assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    assertEquals(List.of(), said);
  }

  @Test
  void aFirstStartThatFailsIsTheCallersToKnow() {
    Kept.Start start =
        () -> {
          throw new IOException("port is taken");
        };
    assertThrows(IOException.class, () -> Kept.start("child", start, said::add));
  }

  private Leash child(String... command) throws IOException {
    return Leash.start(new Leash.Child(List.of(command), Map.of(), dir.resolve("log")));
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }
}
