package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.figures.Counted;
import havn.figures.FigureStore;
import havn.figures.Tally;
import havn.figures.postgres.FigureStores;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final ServiceId MINE = new ServiceId("pro-mann");

  private LettersForTests people;
  private FigureStore store;

  @BeforeEach
  void open() {
    people = new LettersForTests();
    store = FigureStores.in(people.desk.pool);
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void aCoordinatorSeesTheMonthsOfTheirOwnServicesAndNobodyElseDoes() {
    count("2026-10-31T22:59:00Z", MINE, Counted.UNDER_5, 6);
    count("2026-10-31T23:01:00Z", MINE, Counted.LETTERS, 8);
    count("2026-10-05T10:00:00Z", MINE, Counted.UNANSWERED, 4);
    count("2026-10-05T10:00:00Z", new ServiceId("nadheim"), Counted.LETTERS, 9);
    JsonArray months = people.kari.page().get("/api/figures").json().getJsonArray("months");
    assertEquals(2, months.size());
    JsonObject running = months.getJsonObject(0);
    assertEquals("2026-11", running.getString("month"));
    assertTrue(running.getBoolean("running"));
    assertEquals(5, running.getLong("letters"));
    JsonObject over = months.getJsonObject(1);
    assertEquals("2026-10", over.getString("month"));
    assertEquals(6, over.getLong("chats"));
    assertNull(over.getLong("under5"));
    assertNull(over.getLong("unanswered"));
    assertEquals(403, people.ola.page().get("/api/figures").status());
  }

  @Test
  void whatWasCountedIsAddedOnceAlsoWhenManyProcessesCountAtOnce() {
    List<Tally> processes =
        IntStream.range(0, 4).mapToObj(i -> tally("2026-10-05T10:00:00Z")).toList();
    for (int round = 0; round < 5; round++) {
      processes.forEach(tally -> tally.count(MINE, Counted.LETTERS));
      processes.forEach(tally -> tally.count(MINE, Counted.UNDER_5));
      get(Future.all(processes.stream().map(Tally::flush).toList()));
    }
    JsonObject month =
        people.kari.page().get("/api/figures").json().getJsonArray("months").getJsonObject(0);
    assertEquals(20, month.getLong("letters"));
    assertEquals(20, month.getLong("chats"));
  }

  @Test
  void whatIsOlderThanFiveYearsIsForgotten() {
    count("2021-11-19T10:00:00Z", MINE, Counted.LETTERS, 8);
    count("2021-11-20T10:00:00Z", MINE, Counted.LETTERS, 8);
    get(new Tally(store, DeskForTests.CLOCK).flush());
    var left = get(people.desk.pool.query("SELECT count(*) FROM service_count").execute());
    assertEquals(1, left.iterator().next().getLong(0));
  }

  private void count(String at, ServiceId service, Counted what, int times) {
    Tally tally = tally(at);
    for (int i = 0; i < times; i++) {
      tally.count(service, what);
    }
    get(tally.flush());
  }

  private Tally tally(String at) {
    InstantSource clock = () -> Instant.parse(at);
    return new Tally(store, clock);
  }
}
