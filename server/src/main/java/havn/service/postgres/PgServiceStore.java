package havn.service.postgres;

import havn.kernel.id.ServiceId;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.service.ServiceText;
import havn.service.Transfers;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class PgServiceStore implements ServiceStore {

  private static final String ALL =
      "SELECT id, settings::text AS settings FROM service ORDER BY id LIMIT "
          + (ServiceBook.MOST_SERVICES + 1);

  private static final String PUT =
      "INSERT INTO service (id, settings) VALUES ($1, $2) "
          + "ON CONFLICT (id) DO UPDATE SET settings = excluded.settings";

  /// Two that save at once could name each other in a ring.
  private static final String ALONE = "LOCK TABLE service IN SHARE ROW EXCLUSIVE MODE";

  private final Pool pool;

  PgServiceStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Service>> all() {
    return pool.query(ALL).execute().map(PgServiceStore::read);
  }

  @Override
  public Future<List<String>> put(List<String> documents) {
    List<String> faults = new ArrayList<>();
    Map<ServiceId, Service> saved = new LinkedHashMap<>();
    Map<ServiceId, String> texts = new LinkedHashMap<>();
    for (String document : documents) {
      switch (ServiceText.read(document)) {
        case ServiceText.Refused refused -> faults.addAll(refused.faults());
        case ServiceText.Read read -> {
          saved.put(read.service().id(), read.service());
          texts.put(read.service().id(), document);
        }
      }
    }
    return faults.isEmpty() ? put(saved, texts) : Future.succeededFuture(List.copyOf(faults));
  }

  private Future<List<String>> put(Map<ServiceId, Service> saved, Map<ServiceId, String> texts) {
    return pool.<List<String>>withTransaction(
            connection ->
                connection
                    .query(ALONE)
                    .execute()
                    .compose(alone -> connection.query(ALL).execute())
                    .map(rows -> Transfers.faults(together(rows, saved)))
                    .compose(
                        faults ->
                            faults.isEmpty()
                                ? write(connection, texts).map(faults)
                                : Future.succeededFuture(faults)))
        .map(faults -> Objects.requireNonNull(faults));
  }

  private static Future<?> write(SqlConnection connection, Map<ServiceId, String> texts) {
    List<Tuple> rows =
        texts.entrySet().stream()
            .map(text -> Tuple.of(text.getKey().slug(), new JsonObject(text.getValue())))
            .toList();
    return connection.preparedQuery(PUT).executeBatch(rows);
  }

  /// What would be stored then. A stored document that cannot be read may be replaced.
  private static List<Service> together(RowSet<Row> rows, Map<ServiceId, Service> saved) {
    List<Service> all = new ArrayList<>(saved.values());
    for (Row row : rows) {
      if (!saved.containsKey(new ServiceId(row.getString("id")))) {
        all.add(read(row));
      }
    }
    return all;
  }

  private static List<Service> read(RowSet<Row> rows) {
    List<Service> services = new ArrayList<>();
    rows.forEach(row -> services.add(read(row)));
    return services;
  }

  private static Service read(Row row) {
    return switch (ServiceText.read(row.getString("settings"))) {
      case ServiceText.Read read -> read.service();
      case ServiceText.Refused refused ->
          throw new IllegalStateException(
              "service " + row.getString("id") + ": " + String.join("; ", refused.faults()));
    };
  }
}
