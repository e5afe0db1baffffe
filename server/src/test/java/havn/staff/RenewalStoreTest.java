package havn.staff;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import havn.postgres.DatabaseForTests;
import havn.seal.Dsse;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two people press in two browsers; the server puts their signatures together.
class RenewalStoreTest {

  private final RenewalFixture house = new RenewalFixture(Instant.parse("2026-11-20T12:00:00Z"));
  private final AtomicReference<Instant> now = new AtomicReference<>(house.trust.now);
  private final RenewalDocument renewal = house.next(5);
  private final DatabaseForTests database = new DatabaseForTests();
  private final Pool pool = database.pool;
  private LiveRosterBook book;
  private Publishing publishing;

  @BeforeEach
  void open() {
    TrustStore store = StaffStores.trust(pool);
    book = new LiveRosterBook(store, Optional.empty(), now::get);
    publishing =
        new StoredPublishing(
            store, book, version -> Future.succeededFuture(), services -> false, now::get);
    publish(publishing.root(house.trust.rootSet().json().print()));
    publish(publishing.signer(house.trust.signerDocument().json().print()));
    publish(publishing.roster(house.roster.json().print()));
    now.set(house.trust.at(6));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSecondPersonsPressPublishes() {
    assertEquals(new Publishing.Waiting(), press(RenewalFixture.sign(renewal, house.kari)));
    assertEquals(1, book.current().orElseThrow().version());
    assertEquals(
        new Publishing.Renewing(2, List.of(TrustText.of(house.kari.id().bytes()))),
        get(publishing.renewing()));
    assertEquals(new Publishing.Published(), press(RenewalFixture.sign(renewal, house.per)));
    assertEquals(2, book.current().orElseThrow().version());
    assertEquals(house.trust.at(13), book.current().orElseThrow().expires());
    assertEquals(new Publishing.Renewing(3, List.of()), get(publishing.renewing()));
    assertEquals(new Publishing.Behind(), press(RenewalFixture.sign(renewal, house.per)));
  }

  @Test
  void thePressOfASecondDeviceOfTheSamePersonWaitsOn() {
    press(RenewalFixture.sign(renewal, house.kari));
    assertEquals(new Publishing.Waiting(), press(RenewalFixture.sign(renewal, house.karisPhone)));
  }

  @Test
  void whoSignsSomethingElseIsNotCounted() {
    press(RenewalFixture.sign(renewal, house.kari));
    assertEquals(new Publishing.Waiting(), press(RenewalFixture.sign(house.next(4), house.per)));
  }

  @Test
  void aStrangersPressIsRefusedAndNotKept() {
    RenewalFixture.Device stranger = house.device(Role.WORKER, house.per.entry().person());
    assertInstanceOf(Publishing.Refused.class, press(RenewalFixture.sign(renewal, stranger)));
    assertEquals(new Publishing.Renewing(2, List.of()), get(publishing.renewing()));
  }

  @Test
  void theSignersNextRosterEndsTheCollecting() {
    press(RenewalFixture.sign(renewal, house.kari));
    var next =
        new RosterDocument(
            2,
            Optional.of(house.hash()),
            house.trust.at(6),
            house.trust.at(14),
            "",
            house.entries());
    publish(publishing.roster(house.trust.roster(next, house.trust.signer).json().print()));
    assertEquals(new Publishing.Behind(), press(RenewalFixture.sign(renewal, house.per)));
    assertEquals(new Publishing.Renewing(3, List.of()), get(publishing.renewing()));
  }

  private Publishing.Outcome press(Dsse document) {
    return get(publishing.renewal(document.json().print()));
  }

  private static void publish(Future<Publishing.Outcome> outcome) {
    assertEquals(new Publishing.Published(), get(outcome));
  }
}
