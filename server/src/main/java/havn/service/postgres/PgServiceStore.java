package havn.service.postgres;

import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.service.ServiceText;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

final class PgServiceStore implements ServiceStore {

  private static final String ALL =
      "SELECT id, settings::text AS settings FROM service ORDER BY id LIMIT "
          + (ServiceBook.MOST_SERVICES + 1);

  private static final String PUT =
      "INSERT INTO service (id, settings) VALUES ($1, $2) "
          + "ON CONFLICT (id) DO UPDATE SET settings = excluded.settings";

  private final Pool pool;

  PgServiceStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Service>> all() {
    return pool.query(ALL).execute().map(PgServiceStore::read);
  }

  @Override
  public Future<ServiceText.Reading> put(String document) {
    ServiceText.Reading reading = ServiceText.read(document);
    return switch (reading) {
      case ServiceText.Refused refused -> Future.succeededFuture(refused);
      case ServiceText.Read read ->
          pool.preparedQuery(PUT)
              .execute(Tuple.of(read.service().id().slug(), new JsonObject(document)))
              .map(reading);
    };
  }

  private static List<Service> read(RowSet<Row> rows) {
    List<Service> services = new ArrayList<>();
    for (Row row : rows) {
      switch (ServiceText.read(row.getString("settings"))) {
        case ServiceText.Read read -> services.add(read.service());
        case ServiceText.Refused refused ->
            throw new IllegalStateException(
                "service " + row.getString("id") + ": " + String.join("; ", refused.faults()));
      }
    }
    return services;
  }
}
