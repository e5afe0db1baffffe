package havn.service.postgres;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.service.Audience;
import havn.service.Edition;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.ServiceText;
import havn.service.Transfers;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Puts services where all processes read them, each as a new edition, inside a transaction.
final class Shelving {

  static final String ALL =
      "SELECT id, settings::text AS settings FROM service ORDER BY id LIMIT "
          + (ServiceBook.MOST_SERVICES + 1);

  private static final String PUT =
      "INSERT INTO service (id, settings) VALUES ($1, $2) "
          + "ON CONFLICT (id) DO UPDATE SET settings = excluded.settings";
  private static final String ADD =
      "INSERT INTO service_edition (service, number, settings, staff, published)"
          + " SELECT $1, coalesce(max(number), 0) + 1, $2, $3, coalesce($4, now())"
          + " FROM service_edition WHERE service = $1";
  private static final String TRIM =
      "DELETE FROM service_edition WHERE service = $1 AND number <="
          + " (SELECT max(number) FROM service_edition WHERE service = $1) - "
          + Edition.MOST_KEPT;

  /// Two that save at once could name each other in a ring.
  private static final String ALONE = "LOCK TABLE service IN SHARE ROW EXCLUSIVE MODE";

  /// Nor does anybody come to work for another service meanwhile.
  private static final String STAFF_STAY = "LOCK TABLE staff IN SHARE ROW EXCLUSIVE MODE";

  private static final String WORKING = "SELECT id, services FROM staff WHERE gone IS NULL";

  private static final String MIXED =
      "audience: somebody would work for people who sell and for people who buy, and those are"
          + " never joined; take one kind of services from them first, or let somebody else publish"
          + " it";

  private static final String ANOTHER =
      "audience: a service stays for the people for whom it was published first, since those who"
          + " wrote to it are known by it; write another one anew";

  private Shelving() {}

  /// Who publishes, and when.
  record Signature(StaffId who, Instant when) {}

  /// Nobody else writes services until the transaction ends.
  static Future<Void> alone(SqlConnection connection) {
    return connection
        .query(ALONE)
        .execute()
        .compose(alone -> connection.query(STAFF_STAY).execute())
        .mapEmpty();
  }

  /// Stores all of the documents or none; answers what is wrong with them. Behind [#alone].
  static Future<List<String>> store(
      SqlConnection connection, List<String> documents, Optional<Signature> signature) {
    List<String> faults = new ArrayList<>();
    Map<ServiceId, Service> read = new LinkedHashMap<>();
    Map<ServiceId, String> texts = new LinkedHashMap<>();
    for (String document : documents) {
      switch (ServiceText.read(document)) {
        case ServiceText.Refused refused -> faults.addAll(refused.faults());
        case ServiceText.Read service -> {
          read.put(service.service().id(), service.service());
          texts.put(service.service().id(), document);
        }
      }
    }
    if (!faults.isEmpty()) {
      return Future.succeededFuture(List.copyOf(faults));
    }
    return connection
        .query(ALL)
        .execute()
        .compose(
            rows -> {
              List<Service> together = together(rows, read);
              List<String> wrong = turned(rows, read) ? List.of(ANOTHER) : faults(together);
              return wrong.isEmpty()
                  ? mixed(connection, together, read.keySet(), signature)
                  : Future.succeededFuture(wrong);
            })
        .compose(
            wrong ->
                wrong.isEmpty()
                    ? write(connection, texts, signature).map(wrong)
                    : Future.succeededFuture(wrong));
  }

  /// Whether somebody would work for people who sell and for people who buy. Whoever publishes a
  /// new service works for it.
  private static Future<List<String>> mixed(
      SqlConnection connection,
      List<Service> together,
      Set<ServiceId> saved,
      Optional<Signature> signature) {
    return connection
        .query(WORKING)
        .execute()
        .map(
            rows -> {
              for (Row row : rows) {
                Set<String> works = new HashSet<>(List.of(row.getArrayOfStrings("services")));
                boolean publishes =
                    signature
                        .filter(s -> Arrays.equals(s.who().bytes(), row.getBuffer("id").getBytes()))
                        .isPresent();
                saved.stream().filter(id -> publishes).forEach(id -> works.add(id.slug()));
                if (Audience.mixed(
                    together.stream().filter(s -> works.contains(s.id().slug())).toList())) {
                  return List.of(MIXED);
                }
              }
              return List.of();
            });
  }

  private static List<String> faults(List<Service> together) {
    return together.size() > ServiceBook.MOST_SERVICES
        ? List.of(
            "there may be at most %d services; write another one anew instead"
                .formatted(ServiceBook.MOST_SERVICES))
        : Transfers.faults(together);
  }

  private static Future<?> write(
      SqlConnection connection, Map<ServiceId, String> texts, Optional<Signature> signature) {
    List<Tuple> services = new ArrayList<>();
    List<Tuple> editions = new ArrayList<>();
    List<Tuple> ids = new ArrayList<>();
    texts.forEach(
        (id, text) -> {
          JsonObject settings = new JsonObject(text);
          services.add(Tuple.of(id.slug(), settings));
          editions.add(
              Tuple.of(
                  id.slug(),
                  settings,
                  signature.map(s -> Buffer.buffer(s.who().bytes())).orElse(null),
                  signature.map(s -> s.when().atOffset(ZoneOffset.UTC)).orElse(null)));
          ids.add(Tuple.of(id.slug()));
        });
    return connection
        .preparedQuery(PUT)
        .executeBatch(services)
        .compose(put -> connection.preparedQuery(ADD).executeBatch(editions))
        .compose(added -> connection.preparedQuery(TRIM).executeBatch(ids));
  }

  /// Whether one of them was for other people, also where what is stored cannot be read any more.
  private static boolean turned(RowSet<Row> rows, Map<ServiceId, Service> saved) {
    for (Row row : rows) {
      Service now = saved.get(new ServiceId(row.getString("id")));
      if (now != null
          && !now.audience()
              .printed()
              .equals(audience(new JsonObject(row.getString("settings"))))) {
        return true;
      }
    }
    return false;
  }

  private static String audience(JsonObject stored) {
    return Objects.toString(stored.getValue("audience"), Audience.SELLERS.printed());
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

  static Service read(Row row) {
    return switch (ServiceText.read(row.getString("settings"))) {
      case ServiceText.Read read -> read.service();
      case ServiceText.Refused refused ->
          throw new IllegalStateException(
              "service " + row.getString("id") + ": " + String.join("; ", refused.faults()));
    };
  }
}
