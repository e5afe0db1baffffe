package havn.staff;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.postgres.DatabaseForTests;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two processes on one PostgreSQL: one publishes, the other reads.
class LiveRosterBookTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
  private final TrustFixture fixture = new TrustFixture(now.get());
  private final List<Long> heard = new ArrayList<>();
  private final List<Long> announced = new ArrayList<>();
  private final DatabaseForTests database = new DatabaseForTests();
  private final Pool pool = database.pool;
  private Publishing publishing;

  /// Whether what a device answers for is for those who sell and for those who buy.
  private boolean mixed;
  private LiveRosterBook reader;

  @BeforeEach
  void open() {
    TrustStore store = StaffStores.trust(pool);
    publishing =
        new StoredPublishing(
            store,
            new LiveRosterBook(store, Optional.empty(), now::get),
            version -> {
              announced.add(version);
              return Future.succeededFuture();
            },
            services -> mixed,
            now::get);
    reader = new LiveRosterBook(store, Optional.empty(), now::get);
    reader.onChange(roster -> heard.add(roster.version()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aPublishedRosterIsAnnouncedAndHeardOnceByTheOtherProcess() {
    publish();
    assertEquals(List.of(1L), announced.stream().filter(version -> version > 0).toList());
    get(reader.refresh());
    get(reader.refresh());
    assertEquals(List.of(1L), heard);
    assertTrue(reader.current().orElseThrow().entry(fixture.deviceId, now.get()).isPresent());
  }

  @Test
  void documentsThatStandAsTheyDidAreFollowedOnceAMinute() {
    publish();
    get(reader.refresh());
    Roster first = reader.current().orElseThrow();
    now.set(now.get().plusSeconds(59));
    get(reader.refresh());
    assertSame(first, reader.current().orElseThrow());
    now.set(now.get().plusSeconds(1));
    get(reader.refresh());
    assertNotSame(first, reader.current().orElseThrow());
    assertEquals(List.of(1L), heard);
  }

  @Test
  void theNewestRootSetsPinIsTheOneForLinks() {
    publish();
    get(reader.refresh());
    assertEquals(Optional.of(fixture.rootSet().payloadHash()), reader.pin());
  }

  @Test
  void anotherInstallationsPinFindsNoRoster() {
    publish();
    LiveRosterBook elsewhere =
        new LiveRosterBook(StaffStores.trust(pool), Optional.of(Hash.of(new byte[1])), now::get);
    get(elsewhere.refresh());
    assertEquals(Optional.empty(), elsewhere.current());
  }

  @Test
  void aRosterThatWasExchangedInTheDatabaseIsNotBelieved() {
    publish();
    get(reader.refresh());
    TrustFixture forger = new TrustFixture(now.get());
    get(
        pool.preparedQuery("UPDATE roster SET document = $1 WHERE version = 1")
            .execute(Tuple.of(forger.roster().json().print())));
    get(reader.refresh());
    assertEquals(Optional.empty(), reader.current());
  }

  @Test
  void aRosterThatWasTakenBackInTheDatabaseIsNotBelieved() {
    Dsse first = publish();
    Dsse second = fixture.roster(2, Optional.of(first.payloadHash()), List.of());
    assertInstanceOf(Publishing.Published.class, get(publishing.roster(second.json().print())));
    get(reader.refresh());
    get(pool.query("DELETE FROM roster WHERE version = 2").execute());
    get(reader.refresh());
    assertEquals(Optional.empty(), reader.current());
    assertEquals(List.of(2L), heard);
  }

  @Test
  void anExpiredRosterIsGone() {
    publish();
    get(reader.refresh());
    now.set(fixture.at(9));
    get(reader.refresh());
    assertEquals(Optional.empty(), reader.current());
  }

  @Test
  void ofTwoWhoPublishTheSameVersionAtOnceOneIsBehind() {
    publish();
    Hash before = fixture.roster().payloadHash();
    String one = fixture.roster(2, Optional.of(before), List.of()).json().print();
    String two =
        fixture
            .roster(
                2,
                Optional.of(before),
                List.of(fixture.entry(fixture.deviceId, fixture.device, Role.WORKER)))
            .json()
            .print();
    Future<Publishing.Outcome> first = publishing.roster(one);
    Future<Publishing.Outcome> second = publishing.roster(two);
    List<Publishing.Outcome> outcomes = List.of(get(first), get(second));
    assertEquals(
        1, outcomes.stream().filter(o -> o instanceof Publishing.Published).count(), "" + outcomes);
    assertEquals(1, outcomes.stream().filter(o -> o instanceof Publishing.Behind).count());
  }

  @Test
  void aRosterWhereADeviceAnswersForThoseWhoSellAndThoseWhoBuyIsRefused() {
    Dsse first = publish();
    mixed = true;
    var entries = List.of(fixture.entry(fixture.deviceId, fixture.device, Role.WORKER));
    Dsse second = fixture.roster(2, Optional.of(first.payloadHash()), entries);
    assertInstanceOf(Publishing.Refused.class, get(publishing.roster(second.json().print())));
    get(reader.refresh());
    assertEquals(1, reader.current().orElseThrow().version());
  }

  private Dsse publish() {
    Dsse roster = fixture.roster();
    for (Publishing.Outcome outcome :
        List.of(
            get(publishing.root(fixture.rootSet().json().print())),
            get(publishing.signer(fixture.signerDocument().json().print())),
            get(publishing.roster(roster.json().print())))) {
      assertInstanceOf(Publishing.Published.class, outcome);
    }
    return roster;
  }
}
