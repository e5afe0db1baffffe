package havn.correspondence;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.channel.Handed;
import havn.channel.Outbox;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.figures.Counted;
import havn.figures.FigureStore;
import havn.figures.Tally;
import havn.figures.postgres.FigureStores;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import havn.postgres.DatabaseForTests;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is counted of texts, in a real PostgreSQL.
class CountedReleasesTest {

  private static final ServiceId SERVICE = new ServiceId("counted");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final DatabaseForTests database = new DatabaseForTests();
  private final FigureStore store = FigureStores.in(database.pool);
  private final Tally tally = new Tally(store, () -> NOW);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatAProviderTookIsCountedByWhatItWas() {
    for (Occasion occasion : Occasion.values()) {
      ends(occasion, Outbox.End.ACCEPTED, true);
    }
    ends(Occasion.FIRST, Outbox.End.PERHAPS, true);
    ends(Occasion.FIRST, Outbox.End.FAILED, true);
    ends(Occasion.ANSWER, Outbox.End.DROPPED, true);
    assertEquals(Map.of(Counted.TEXTS_BEGUN, 2L, Counted.TEXTS_ANSWERED, 1L), counted());
  }

  @Test
  void whatAnotherProcessEndedIsCountedThere() {
    ends(Occasion.FIRST, Outbox.End.ACCEPTED, false);
    assertEquals(Map.of(), counted());
  }

  private void ends(Occasion occasion, Outbox.End end, boolean mine) {
    Outbox<Release> outbox = new CountedReleases(new Ending(mine), tally);
    assertEquals(mine, get(outbox.end(release(occasion), end, Optional.empty(), NOW)));
  }

  private static Release release(Occasion occasion) {
    return new Release(
        TextId.fresh(),
        SERVICE,
        occasion,
        Optional.empty(),
        List.of(),
        Manners.DEFAULT,
        Optional.empty(),
        NOW,
        1,
        0,
        false);
  }

  private Map<Counted, Long> counted() {
    get(tally.flush());
    List<FigureStore.Month> months = get(store.since(YearMonth.of(2026, 11), Set.of(SERVICE)));
    return months.isEmpty() ? Map.of() : months.getFirst().counts();
  }

  /// Answers every end in the same way; nothing else is asked of it.
  private record Ending(boolean mine) implements Outbox<Release> {

    @Override
    public Future<Boolean> end(
        Release text, End end, Optional<Handed.Accepted> accepted, Instant now) {
      return Future.succeededFuture(mine);
    }

    @Override
    public Future<List<Release>> claim(Instant now) {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Begun> begin(Release text, Instant now) {
      return Future.succeededFuture(new RanOut());
    }

    @Override
    public Future<Void> again(Release text, Instant next, boolean refused, boolean doubt) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Integer> forget(Instant before) {
      return Future.succeededFuture(0);
    }
  }
}
