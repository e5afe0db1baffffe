package havn.service.postgres;

import havn.service.Editions;
import havn.service.ServiceStore;
import io.vertx.sqlclient.Pool;

/// Opens the stores of services.
public final class ServiceStores {

  private ServiceStores() {}

  public static ServiceStore in(Pool pool) {
    return new PgServiceStore(pool);
  }

  public static Editions editions(Pool pool) {
    return new PgEditions(pool);
  }
}
