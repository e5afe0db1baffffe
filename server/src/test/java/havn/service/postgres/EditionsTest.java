package havn.service.postgres;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.postgres.DatabaseForTests;
import havn.service.Draft;
import havn.service.Edition;
import havn.service.Editions;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditionsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final ServiceId HAVEN = new ServiceId("haven");
  private static final String DOCUMENT =
      """
      {"id":"%s","names":{"nb":"%s"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[{"day":"monday","from":"10:00","to":"12:00"}],
       "exceptions":[]},"origins":[],"retentionDays":0,"exit":"https://www.yr.no/",
       "emergency":[{"number":"113","kind":"health"}]}
      """;

  private final StaffId kari = StaffId.fresh();
  private final StaffId berit = StaffId.fresh();
  private DatabaseForTests database;
  private Editions editions;
  private ServiceStore store;
  private StaffStore people;

  @BeforeEach
  void open() {
    database = new DatabaseForTests();
    editions = ServiceStores.editions(database.pool);
    store = ServiceStores.in(database.pool);
    people = StaffStores.people(database.pool, () -> NOW);
    get(store.put(List.of(DOCUMENT.formatted("rosa", "Rosa"))));
    for (StaffId id : List.of(kari, berit)) {
      get(people.add(new StaffMember(id, "Kari", Role.COORDINATOR, Set.of(new ServiceId("rosa")))));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewServiceIsReadByNobodyUntilItIsPublishedAndThenItsAuthorWorksForIt() {
    assertEquals(new Editions.Saved(1), save(named("Haven"), 0, 0));
    assertEquals(1, get(store.all()).size());
    assertEquals(2, get(editions.all(Set.of(new ServiceId("rosa")), kari)).size());
    assertEquals(1, get(editions.all(Set.of(new ServiceId("rosa")), berit)).size());
    assertEquals(new Editions.Published(1), publish(1));
    assertEquals("Haven", shown());
    assertTrue(get(people.find(kari)).orElseThrow().services().contains(HAVEN));
    assertFalse(get(people.find(berit)).orElseThrow().services().contains(HAVEN));
    assertTrue(desk().draft().isEmpty());
    assertEquals("Kari", desk().editions().getFirst().by().orElseThrow());
  }

  @Test
  void whatIsWrongIsSaidAndNothingChanges() {
    save(named("Haven").replace("monday", "mandag"), 0, 0);
    Editions.Refused refused = assertInstanceOf(Editions.Refused.class, publish(1));
    assertEquals(
        List.of("hours.weekly[0].day must be a day from monday to sunday"), refused.faults());
    assertEquals(1, get(store.all()).size());
    assertEquals(1, desk().draft().orElseThrow().revision());
    assertEquals(0, desk().newest());
  }

  @Test
  void anUndoPublishesWhatWasBeforeAndASecondOneTakesItBack() {
    published("Haven");
    published("Havn");
    assertEquals(new Editions.Published(3), undo(2));
    assertEquals("Haven", shown());
    assertEquals(new Editions.Published(4), undo(3));
    assertEquals("Havn", shown());
    assertInstanceOf(Editions.Overtaken.class, undo(3));
  }

  @Test
  void theUndoOfAFirstEditionLeavesAServiceThatIsClosedAtAllHours() {
    published("Haven");
    assertEquals(new Editions.Published(2), undo(1));
    Service off = get(store.all()).getFirst();
    assertEquals(HAVEN, off.id());
    assertTrue(off.opening().opensAt(NOW).isEmpty());
    assertEquals(new Editions.Published(3), undo(2));
    assertTrue(get(store.all()).getFirst().opening().opensAt(NOW).isPresent());
  }

  @Test
  void whoSavesOrPublishesWhatAnotherChangedIsToldAndChangesNothing() {
    published("Haven");
    save(named("A"), 1, 0);
    assertInstanceOf(Editions.Overtaken.class, save(named("B"), 1, 0));
    assertInstanceOf(Editions.Overtaken.class, save(named("B"), 0, 1));
    get(store.put(List.of(named("From the command line"))));
    assertInstanceOf(Editions.Overtaken.class, publish(1));
    assertEquals("From the command line", shown());
    assertFalse(get(editions.discard(HAVEN, 2)));
    assertTrue(get(editions.discard(HAVEN, 1)));
  }

  @Test
  void ofManyWhoPublishAtOnceOneDoes() {
    save(named("Haven"), 0, 0);
    List<Future<Editions.Publishing>> all =
        IntStream.range(0, 8).mapToObj(i -> editions.publish(HAVEN, 1, kari, NOW)).toList();
    get(Future.all(all));
    assertEquals(1, all.stream().filter(one -> one.result() instanceof Editions.Published).count());
    assertEquals(1, desk().newest());
  }

  @Test
  void twentyEditionsAreKeptAndNoneIsEverChanged() {
    for (int i = 1; i <= 23; i++) {
      published("Haven " + i);
    }
    List<Long> kept = desk().editions().stream().map(Edition::number).toList();
    assertEquals(
        IntStream.iterate(23, i -> i > 3, i -> i - 1).mapToObj(Long::valueOf).toList(), kept);
    for (String change :
        List.of(
            "UPDATE service_edition SET published = now()",
            "DELETE FROM service_edition WHERE number = 23",
            "DELETE FROM service_edition WHERE number = 4")) {
      assertThrows(
          RuntimeException.class, () -> get(database.pool.query(change).execute()), change);
    }
  }

  @Test
  void thereAreAtMostAHundredServicesAndDraftsOfNewOnes() {
    List<String> many =
        IntStream.range(1, ServiceBook.MOST_SERVICES - 1)
            .mapToObj(i -> DOCUMENT.formatted("s" + i, "S"))
            .toList();
    assertEquals(List.of(), get(store.put(many)));
    assertEquals(new Editions.Saved(1), save(named("Haven"), 0, 0));
    Draft next = draft(new ServiceId("next"), DOCUMENT.formatted("next", "Next"), 0, 0);
    assertInstanceOf(Editions.Refused.class, get(editions.save(next)));
    assertEquals(new Editions.Published(1), publish(1));
    assertEquals(1, get(store.put(List.of(DOCUMENT.formatted("next", "Next")))).size());
    assertEquals(ServiceBook.MOST_SERVICES, get(store.all()).size());
  }

  private void published(String name) {
    save(named(name), desk().newest(), 0);
    assertInstanceOf(Editions.Published.class, publish(1));
  }

  private static String named(String name) {
    return DOCUMENT.formatted(HAVEN.slug(), name);
  }

  private Draft draft(ServiceId id, String document, long base, long revision) {
    return new Draft(id, document, base, revision, kari, NOW);
  }

  private Editions.Saving save(String document, long base, long revision) {
    return get(editions.save(draft(HAVEN, document, base, revision)));
  }

  private Editions.Publishing publish(long revision) {
    return get(editions.publish(HAVEN, revision, kari, NOW));
  }

  private Editions.Publishing undo(long newest) {
    return get(editions.undo(HAVEN, newest, kari, NOW));
  }

  private Editions.Desk desk() {
    return get(editions.find(HAVEN));
  }

  private String shown() {
    return get(store.all()).getFirst().shownInNorwegian();
  }

  @Test
  void nobodyIsGivenAServiceForBuyersThatIsPublishedAtTheSameMoment() {
    String buyers =
        DOCUMENT.formatted("haven", "Haven").replaceFirst("\\{", "{\"audience\":\"buyers\",");
    Promise<Void> published = Promise.promise();
    Promise<Future<StaffStore.Change>> given = Promise.promise();
    Future<Boolean> publishing =
        database
            .pool
            .<List<String>>withTransaction(
                publisher ->
                    Shelving.alone(publisher)
                        .compose(
                            alone -> Shelving.store(publisher, List.of(buyers), Optional.empty()))
                        .onSuccess(stored -> given.complete(people.extend(kari, Set.of(HAVEN))))
                        .compose(stored -> published.future().map(stored)))
            .map(stored -> true);
    Future<StaffStore.Change> change = get(given.future());
    until("it waits or is done", () -> change.isComplete() || waits());
    published.complete();
    get(publishing);
    assertEquals(StaffStore.Change.MIXED, get(change));
    assertFalse(get(people.find(kari)).orElseThrow().services().contains(HAVEN));
  }

  /// Whether somebody waits for what another one has locked.
  private boolean waits() {
    String waiting =
        "SELECT FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock'";
    return get(database.pool.query(waiting).execute()).size() > 0;
  }
}
