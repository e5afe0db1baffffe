package havn.service.postgres;

import havn.service.Service;
import havn.service.ServiceStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class PgServiceStore implements ServiceStore {

  private final Pool pool;

  PgServiceStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Service>> all() {
    return pool.query(Shelving.ALL)
        .execute()
        .map(
            rows -> {
              List<Service> services = new ArrayList<>();
              rows.forEach(row -> services.add(Shelving.read(row)));
              return services;
            });
  }

  @Override
  public Future<List<String>> put(List<String> documents) {
    return pool.<List<String>>withTransaction(
            connection ->
                Shelving.alone(connection)
                    .compose(alone -> Shelving.store(connection, documents, Optional.empty())))
        .map(faults -> Objects.requireNonNull(faults));
  }
}
