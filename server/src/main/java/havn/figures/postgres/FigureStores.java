package havn.figures.postgres;

import havn.figures.FigureStore;
import io.vertx.sqlclient.Pool;

/// Opens the store of counters.
public final class FigureStores {

  private FigureStores() {}

  public static FigureStore in(Pool pool) {
    return new PgFigureStore(pool);
  }
}
