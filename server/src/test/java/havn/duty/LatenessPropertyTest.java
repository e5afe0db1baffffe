package havn.duty;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.redis.DutyStores;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.redis.Redis;
import havn.redis.TestRedis;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/// Two processes on one Redis, three workers, one of them on one lane only, and a volunteer who
/// come and go: a service that never closes is late from the very moment nobody was there any more,
/// and so is each of its lanes.
class LatenessPropertyTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Redis REDIS = get(Redis.open(VERTX, TestRedis.shared().settings()));
  private static final List<DeviceId> DEVICES = Stream.generate(DeviceId::fresh).limit(4).toList();

  /// Who of four does something, and how long it was since the last did.
  record Step(int who, What what, Duration after) {}

  enum What {
    BEAT,
    STUMBLE,
    LEAVE,
    BEAT_UNTIL_SOON
  }

  /// What is asked for: the service, and each of its lanes.
  private static final List<List<String>> LANES =
      List.of(List.of("self", "doctor"), List.of("self"), List.of("doctor"));

  @AfterContainer
  static void close() {
    REDIS.close();
    get(VERTX.close());
  }

  @Property(tries = 150)
  void bothProcessesCountFromWhenTheLastOneWasThere(@ForAll("evenings") List<Step> evening) {
    new Night().play(evening);
  }

  /// One evening at a service of its own.
  private static final class Night {

    private final ServiceId service =
        new ServiceId("s" + ConversationId.fresh().hex().substring(0, 12));
    private final @Nullable DutyRecord[] records = new DutyRecord[4];
    private Instant now = Instant.ofEpochMilli(1_795_000_000_000L);
    private final Map<List<String>, Instant> lastThere = new HashMap<>();

    private final Presences one = DutyStores.presences(REDIS);
    private final Presences other = DutyStores.presences(REDIS);

    void play(List<Step> evening) {
      for (Step step : evening) {
        passes(step.after());
        act(step.who() % 2 == 0 ? one : other, step);
      }
      passes(Duration.ofSeconds(40L * evening.size()));
      LANES.forEach(this::isLateSinceTheLastOneWasThere);
    }

    private void isLateSinceTheLastOneWasThere(List<String> lanes) {
      Instant since = since(one, lanes);
      assertEquals(since, since(other, lanes));
      if (end(lanes).isAfter(now)) {
        assertEquals(now, since, "nobody is missed while somebody counts as there");
        return;
      }
      assertEquals(lastThere.getOrDefault(lanes, now), since);
      Instant alarmed = since.plus(Lateness.PATIENCE);
      assertTrue(Lateness.alarms(Optional.of(since), alarmed));
      assertTrue(!Lateness.alarms(Optional.of(since), alarmed.minusMillis(1)));
    }

    private Instant since(Presences process, List<String> lanes) {
      return Lateness.since(Optional.empty(), get(process.keptUntil(service, lanes, now)), now);
    }

    /// Somebody is there until the latest end of those with whom it may be open.
    private Instant end(List<String> lanes) {
      return Stream.of(records)
          .filter(record -> record != null && record.keepsOpen())
          .filter(record -> lanes.stream().anyMatch(record.abilities()::answers))
          .map(Night::end)
          .max(Instant::compareTo)
          .orElse(Instant.EPOCH);
    }

    private static Instant end(DutyRecord record) {
      Instant gone = record.beat().plus(DutyRecord.GONE);
      return gone.isBefore(record.until()) ? gone : record.until();
    }

    private void passes(Duration time) {
      Instant next = now.plus(time);
      for (List<String> lanes : LANES) {
        if (end(lanes).isAfter(now)) {
          lastThere.put(lanes, end(lanes).isBefore(next) ? end(lanes) : next);
        }
      }
      now = next;
    }

    private void act(Presences process, Step step) {
      DeviceId device = DEVICES.get(step.who());
      if (step.what() == What.LEAVE) {
        records[step.who()] = null;
        get(process.drop(Set.of(service), device, now));
        return;
      }
      Instant beat = step.what() == What.STUMBLE ? now.minus(DutyRecord.UNSTEADY) : now;
      Instant until = now.plusSeconds(step.what() == What.BEAT_UNTIL_SOON ? 20 : 7_200);
      boolean worker = step.who() < 3;
      Set<String> lanes = step.who() == 2 ? Set.of("doctor") : Set.of();
      DutyRecord record =
          new DutyRecord(
              device,
              until,
              beat,
              false,
              0,
              3,
              worker,
              Optional.empty(),
              new Abilities(Set.of("nb"), lanes, Set.of()));
      records[step.who()] = record;
      get(process.put(Set.of(service), record));
    }
  }

  @Provide
  Arbitrary<List<Step>> evenings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(What.class),
            Arbitraries.integers().between(0, 420).map(Duration::ofSeconds))
        .as(Step::new)
        .list()
        .ofMaxSize(14);
  }
}
