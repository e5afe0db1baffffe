package havn.postgres;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.service.ServiceStore;
import havn.service.postgres.ServiceStores;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceStoreTest {

  private static final String DOCUMENT =
      """
      {"id":"nadheim","names":{"nb":"Nadheim"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;

  private final Vertx vertx = Vertx.vertx();
  private Pool pool;

  @BeforeEach
  void open() {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void aTransferToAServiceIsStoredTogetherWithItAndNotAlone() {
    ServiceStore store = ServiceStores.in(pool);
    String from = DOCUMENT.replaceFirst("\\{", "{\"afterHours\":{\"service\":\"rosa\"},");
    String to = DOCUMENT.replace("\"nadheim\"", "\"rosa\"");
    assertEquals(
        List.of(
            "nadheim: afterHours.service names rosa, which is no service; mend the spelling, or"
                + " store that one in the same step"),
        get(store.put(List.of(from))));
    assertEquals(0, get(store.all()).size());
    assertEquals(List.of(), get(store.put(List.of(from, to))));
    String back = to.replaceFirst("\\{", "{\"afterHours\":{\"service\":\"nadheim\"},");
    assertEquals(2, get(store.put(List.of(back))).size());
    assertEquals(2, get(store.all()).size());
  }
}
