package havn.login.postgres;

import havn.login.Invites;
import havn.login.PasskeyStore;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;

/// Opens the sign-in stores of PostgreSQL.
public final class LoginStores {

  private LoginStores() {}

  public static Invites invites(Pool pool, InstantSource clock) {
    return new PgInvites(pool, clock);
  }

  public static PasskeyStore passkeys(Pool pool, InstantSource clock) {
    return new PgPasskeyStore(pool, clock);
  }
}
