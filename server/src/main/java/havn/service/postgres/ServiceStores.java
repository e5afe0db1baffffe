package havn.service.postgres;

import havn.service.ServiceStore;
import io.vertx.sqlclient.Pool;

/// Opens the service store.
public final class ServiceStores {

  private ServiceStores() {}

  public static ServiceStore in(Pool pool) {
    return new PgServiceStore(pool);
  }
}
