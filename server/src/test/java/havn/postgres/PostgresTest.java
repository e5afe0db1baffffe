package havn.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import havn.kernel.secret.Password;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.service.postgres.ServiceStores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {

  private static final String DOCUMENT =
      """
      {"id":"nadheim","names":{"nb":"Nadheim"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;

  private Vertx vertx;
  private PostgresAddress address;
  private Pool pool;

  @BeforeAll
  void start() {
    vertx = Vertx.vertx();
    address = PostgresForTests.fresh();
    assertEquals(37, Postgres.migrate(address));
    pool = Postgres.pool(vertx, address);
  }

  @AfterAll
  void stop() {
    await(pool.close());
    await(vertx.close());
  }

  @Test
  void migratingTwiceChangesNothing() {
    assertEquals(0, Postgres.migrate(address));
  }

  @Test
  void anAddressPrintsWithoutThePassword() {
    assertFalse(
        new PostgresAddress("db", 5432, "havn", "havn", new Password("hemmelig"))
            .toString()
            .contains("hemmelig"));
  }

  @Test
  void aServiceIsPutReplacedAndFoundInTheBook() {
    ServiceStore store = ServiceStores.in(pool);
    ServiceBook book = new ServiceBook(store);
    assertEquals(List.of(), await(store.put(List.of(DOCUMENT))));
    assertEquals(
        List.of(), await(store.put(List.of(DOCUMENT.replace("\"Nadheim\"", "\"Nettet\"")))));
    await(book.refresh());
    assertEquals("Nettet", book.find(new ServiceId("nadheim")).orElseThrow().name("nb"));
  }

  @Test
  void aDocumentWithATypoIsRefusedAndChangesNothing() {
    ServiceStore store = ServiceStores.in(pool);
    await(store.put(List.of(DOCUMENT)));
    assertEquals(
        List.of("exit is missing", "exitt is not known; remove it or mend the spelling"),
        await(store.put(List.of(DOCUMENT.replace("\"exit\"", "\"exitt\"")))));
    assertEquals(1, await(store.all()).size());
  }

  @Test
  void theDatabaseRefusesADocumentUnderAnotherName() {
    Future<?> put =
        pool.query("INSERT INTO service VALUES ('rosa', '{\"id\":\"nadheim\"}')").execute();
    assertTrue(failed(put));
  }

  private static boolean failed(Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
      return false;
    } catch (Exception failure) {
      return true;
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
