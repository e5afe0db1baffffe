package havn.correspondence;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.KeysForTests;
import havn.kernel.time.DemoClock;
import havn.kernel.time.SystemTime;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two processes release and send thousands of texts while somebody kills them at random moments
/// (`kill -9`). Not part of the checks: `ops/havn-load kills`; sixteen minutes at most.
class KillFigures {

  private static final long SEED = Long.getLong("havn.kills.seed", 1);
  private static final int PROCESSES = 2;
  private static final int MOST_KILLS = 40;
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final int SPEED = 30;

  /// A Tuesday at ten: what we begin may go out for ten hours, which pass in 20 minutes.
  private static final Instant TEN = Instant.parse("2026-11-24T09:00:00Z");

  private final Random chance = new Random(SEED);
  private final Vertx vertx = Vertx.vertx();
  private final PostgresAddress address = PostgresForTests.migrated();
  private final Pool pool = Postgres.pool(vertx, address);
  private final List<Process> running = new ArrayList<>();
  private long peak;

  @ParameterizedTest
  @CsvSource({"true, 10000", "false, 3000"})
  void nothingIsLostAndNothingIsSentTwiceWhoeverIsKilledWhenever(
      boolean keyed, int texts, @TempDir Path folder) throws Exception {
    KeysForTests.keys(folder.resolve("keys"));
    DemoClock.set(folder.resolve("clock"), TEN, SystemTime.wall());
    DemoClock.of(folder.resolve("clock"), SystemTime.wall()).run(SPEED);
    try (CountingProvider provider = new CountingProvider(keyed, SEED)) {
      List<SendingProcess.Task> tasks = new ArrayList<>();
      int each = texts / PROCESSES;
      for (int i = 0; i < PROCESSES; i++) {
        tasks.add(
            new SendingProcess.Task(
                address.port(),
                address.database(),
                folder.resolve("keys"),
                folder.resolve("clock"),
                provider.url(),
                keyed,
                1 + i * each,
                each));
        running.add(start(tasks.get(i)));
      }
      long from = SystemTime.monotonicNanos();
      int kills = killUntilDone(tasks, texts);
      double seconds = (SystemTime.monotonicNanos() - from) / 1e9;
      Map<String, Integer> states = states();
      int arrived = provider.arrived().size();
      report(
          ("%,d texts over a provider that %s, two processes, %d kills, seed %d: %.0f s, %.0f texts"
                  + " a second; %s; %,d arrived; most resident memory of a process %,d MiB")
              .formatted(
                  texts,
                  keyed ? "takes keys" : "takes no keys",
                  kills,
                  SEED,
                  seconds,
                  texts / seconds,
                  states,
                  arrived,
                  peak / 1_024));
      provider.arrived().forEach((number, times) -> assertEquals(1, times.get(), number));
      assertEquals(texts, states.values().stream().mapToInt(Integer::intValue).sum());
      int sent = states.getOrDefault("sent", 0);
      int perhaps = states.getOrDefault("perhaps", 0);
      assertEquals(texts, sent + perhaps + states.getOrDefault("again", 0), states.toString());
      assertTrue(sent <= arrived && arrived <= sent + perhaps, states + ", " + arrived);
      assertTrue(!keyed || perhaps == 0, states.toString());
    } finally {
      running.forEach(Process::destroyForcibly);
      get(vertx.close());
    }
  }

  /// Kills one of them every three to nine seconds, of which a process needs two to begin; answers
  /// how often.
  private int killUntilDone(List<SendingProcess.Task> tasks, int texts) throws IOException {
    long end = SystemTime.monotonicNanos() + LIMIT.toNanos();
    int kills = 0;
    while (!done(texts)) {
      assertTrue(SystemTime.monotonicNanos() < end, "not in time: " + states());
      LockSupport.parkNanos(Duration.ofMillis(3_000 + chance.nextInt(6_000)).toNanos());
      remember();
      if (kills < MOST_KILLS) {
        int which = chance.nextInt(PROCESSES);
        running.get(which).destroyForcibly().onExit().join();
        running.set(which, start(tasks.get(which)));
        kills++;
      }
    }
    remember();
    return kills;
  }

  private boolean done(int texts) {
    String query =
        "SELECT count(*) AS made, count(*) FILTER (WHERE state = 'queued') AS waiting FROM message";
    for (Row row : get(pool.query(query).execute())) {
      return row.getLong("made") == texts && row.getLong("waiting") == 0;
    }
    return false;
  }

  private Map<String, Integer> states() {
    Map<String, Integer> states = new TreeMap<>();
    for (Row row :
        get(pool.query("SELECT state, count(*) AS n FROM message GROUP BY state").execute())) {
      states.put(row.getString("state"), row.getInteger("n"));
    }
    return states;
  }

  private Process start(SendingProcess.Task task) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SendingProcess.class.getName()));
    line.addAll(List.of(task.arguments()));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    task.keys().resolveSibling("processes.log").toFile()));
    builder.environment().put(SendingProcess.PASSWORD, address.password().text());
    return builder.start();
  }

  /// The most memory that one of them has had so far, in KiB, as the kernel counts it.
  private void remember() throws IOException {
    for (Process process : running) {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      if (process.isAlive() && Files.exists(status)) {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            peak = Math.max(peak, Long.parseLong(line.replaceAll("\\D", "")));
          }
        }
      }
    }
  }

  private static void report(String line) throws IOException {
    Path file = Path.of("target/loadtest/kills.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
