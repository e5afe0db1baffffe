package havn.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.redis.TestRedis;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Some weeks of three services with a change of the clock in them, on two processes and one Redis.
///
/// The whole year: `ops/havn-load year [SEED]`.
class YearTest {

  private static final long SEED = Long.getLong("havn.year.seed", 1);
  private static final int DAYS = Integer.getInteger("havn.year.days", 21);

  @Test
  void nobodyIsStrandedAndNobodyIsTakenTwiceThoughProcessesDie() throws Exception {
    Vertx vertx = Vertx.vertx();
    TestRedis redis = TestRedis.own();
    try (Season season = new Season(SEED, vertx, redis.settings(), LocalDate.of(2026, 3, 16))) {
      season.play(DAYS);
      write(season);
      for (Plan plan : Plan.ALL) {
        assertEquals(0, season.tally(plan).of(Tally.Thing.DOUBLE_CLAIM), plan.id().slug());
        assertEquals(0, season.tally(plan).of(Tally.Thing.STRANDED), plan.id().slug());
        assertTrue(season.tally(plan).of(Tally.Thing.CAME) > 0, plan.id().slug());
      }
      // Weeks may pass in which nobody comes in a lawyer's two hours.
      assertTrue(season.tally(Plan.ALL.getFirst()).of(Tally.Thing.TAKEN) > 0);
      assertTrue(season.tally(Plan.ALL.getFirst()).of(Tally.Thing.PROCESS_DIED) > 0);
    } finally {
      redis.stop();
      havn.Eventually.get(vertx.close());
    }
  }

  private static void write(Season season) throws IOException {
    Path file = Path.of("target", "loadtest", "year.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        Plan.ALL.stream()
            .map(plan -> season.tally(plan).printed(plan.id().slug()))
            .collect(Collectors.joining("", "seed %d, %d days%n".formatted(SEED, DAYS), "")));
  }
}
