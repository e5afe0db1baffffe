package havn.field.postgres;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.field.Round;
import havn.field.RoundPlace;
import havn.field.RoundRules;
import havn.field.RoundStore;
import havn.field.Telling;
import havn.kernel.id.RoundId;
import havn.kernel.id.ServiceId;
import havn.postgres.Postgres;
import havn.postgres.PostgresForTests;
import havn.service.postgres.ServiceStores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundStoreTest {

  private static final String DOCUMENT =
      """
      {"id":"%s","names":{"nb":"Ute"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;
  private static final ServiceId NORTH = new ServiceId("nord");
  private static final ServiceId SOUTH = new ServiceId("sor");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private final Vertx vertx = Vertx.vertx();
  private Pool pool;
  private RoundStore store;

  @BeforeEach
  void open() {
    pool = Postgres.pool(vertx, PostgresForTests.migrated());
    store = RoundStores.in(pool);
    get(ServiceStores.in(pool).put(List.of(DOCUMENT.formatted("nord"), DOCUMENT.formatted("sor"))));
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void ofManyRevisionsThatComeAtOnceTheHighestIsKeptOnce() {
    List<Future<Telling>> all =
        IntStream.rangeClosed(1, 12).mapToObj(n -> tell(round(NORTH, 1, TODAY, n, n))).toList();
    get(Future.all(all));
    assertEquals(1, rows());
    Telling kept = get(tell(round(NORTH, 1, TODAY, 0, 1)));
    assertEquals(new Telling.Stands(round(NORTH, 1, TODAY, 12, 12)), kept);
  }

  @Test
  void ofManyRoundsThatComeAtOnceADayTakesTwenty() {
    List<Future<Telling>> all =
        IntStream.rangeClosed(1, 30).mapToObj(n -> tell(round(NORTH, n, TODAY, n, 1))).toList();
    get(Future.all(all));
    assertEquals(20, rows());
    assertEquals(20, all.stream().filter(one -> get(one) instanceof Telling.Written).count());
  }

  @Test
  void ofTwoServicesThatTellOneIdAtOnceOneKeepsIt() {
    for (int id = 1; id <= 10; id++) {
      Future<Telling> north = tell(round(NORTH, id, TODAY, 7, 1));
      Future<Telling> south = tell(round(SOUTH, id, TODAY, 9, 1));
      List<Telling> both = List.of(get(north), get(south));
      assertEquals(1, both.stream().filter(Telling.Written.class::isInstance).count());
      assertTrue(both.contains(new Telling.Refused(Telling.Reason.ANOTHER_SERVICE)));
    }
    assertEquals(10, rows());
  }

  @Test
  void aMonthIsGatheredByPlaceAndByWhatWasCountedOrEstimated() {
    get(tell(round(NORTH, 1, TODAY, 15, 1)));
    get(tell(round(NORTH, 2, TODAY.minusDays(3), 40, 1)));
    get(tell(new Round(id(3), NORTH, TODAY, RoundPlace.INDOOR, counts(6, 2, 3), false, 1)));
    get(tell(new Round(id(4), NORTH, TODAY, RoundPlace.STREET, counts(156, 0, 0), true, 1)));
    get(tell(round(SOUTH, 5, TODAY, 99, 1)));
    List<RoundStore.Gathered> all = get(store.since(YearMonth.of(2026, 11), Set.of(NORTH)));
    YearMonth month = YearMonth.of(2026, 11);
    assertEquals(
        List.of(
            new RoundStore.Gathered(
                NORTH, month, RoundPlace.STREET, false, 2, new RoundStore.Sums(55, 0, 0), 15, 40),
            new RoundStore.Gathered(
                NORTH, month, RoundPlace.STREET, true, 1, new RoundStore.Sums(156, 0, 0), 156, 156),
            new RoundStore.Gathered(
                NORTH, month, RoundPlace.INDOOR, false, 1, new RoundStore.Sums(6, 2, 3), 6, 6)),
        all);
    assertEquals(List.of(), get(store.since(YearMonth.of(2026, 12), Set.of(NORTH))));
  }

  @Test
  void whatIsOldIsForgottenAThousandAtATime() {
    get(
        pool.query(
                "INSERT INTO field_round SELECT decode(lpad(to_hex(n), 32, '0'), 'hex'), 'nord',"
                    + " date '2021-11-19', 'street', 1, 0, 0, false, 1"
                    + " FROM generate_series(1, 1001) n")
            .execute());
    get(tell(round(NORTH, 5_000, TODAY, 7, 1)));
    assertEquals(1_000, get(store.forgetBefore(TODAY.minusYears(5))));
    assertEquals(1, get(store.forgetBefore(TODAY.minusYears(5))));
    assertEquals(1, rows());
  }

  @Test
  void aRowSaysNothingOfAPersonOrAnHour() {
    List<String> columns = new ArrayList<>();
    get(pool.query(
                "SELECT column_name || ' ' || data_type FROM information_schema.columns"
                    + " WHERE table_name = 'field_round' ORDER BY ordinal_position")
            .execute())
        .forEach(row -> columns.add(row.getString(0)));
    assertEquals(
        List.of(
            "id bytea",
            "service text",
            "day date",
            "place text",
            "people integer",
            "first integer",
            "places integer",
            "estimated boolean",
            "revision integer"),
        columns);
  }

  @Test
  void whatTheRuleRefusesIsNotWritten() {
    assertInstanceOf(Telling.Refused.class, get(tell(round(NORTH, 1, TODAY.plusDays(1), 7, 1))));
    assertEquals(0, rows());
  }

  private Future<Telling> tell(Round round) {
    return store.tell(round, (kept, others) -> RoundRules.decide(round, kept, others, TODAY));
  }

  private static Round round(ServiceId service, int id, LocalDate day, int people, int revision) {
    return new Round(
        id(id), service, day, RoundPlace.STREET, counts(people, 0, 0), false, revision);
  }

  private static Round.Counts counts(int people, int first, int places) {
    return new Round.Counts(people, first, places);
  }

  private static RoundId id(int number) {
    return new RoundId("%032x".formatted(number));
  }

  private long rows() {
    return get(pool.query("SELECT count(*) FROM field_round").execute())
        .iterator()
        .next()
        .getLong(0);
  }
}
