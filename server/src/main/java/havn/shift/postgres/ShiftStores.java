package havn.shift.postgres;

import havn.shift.ShiftStore;
import io.vertx.sqlclient.Pool;

/// Opens the store of shifts.
public final class ShiftStores {

  private ShiftStores() {}

  public static ShiftStore in(Pool pool) {
    return new PgShiftStore(pool);
  }
}
