package havn.staff.postgres;

import havn.staff.DeviceStore;
import havn.staff.SpareStore;
import havn.staff.StaffStore;
import havn.staff.TrustStore;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;

/// Opens the stores of people and their keys.
public final class StaffStores {

  private StaffStores() {}

  public static StaffStore people(Pool pool, InstantSource clock) {
    return new PgStaffStore(pool, clock);
  }

  public static DeviceStore devices(Pool pool) {
    return new PgDeviceStore(pool);
  }

  public static SpareStore spares(Pool pool) {
    return new PgSpareStore(pool);
  }

  public static TrustStore trust(Pool pool) {
    return new PgTrustStore(pool);
  }
}
