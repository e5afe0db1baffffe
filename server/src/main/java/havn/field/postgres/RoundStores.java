package havn.field.postgres;

import havn.field.RoundStore;
import io.vertx.sqlclient.Pool;

/// Opens the store of rounds.
public final class RoundStores {

  private RoundStores() {}

  public static RoundStore in(Pool pool) {
    return new PgRoundStore(pool);
  }
}
