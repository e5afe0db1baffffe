package havn.channel.postgres;

import havn.channel.Outbox;
import io.vertx.sqlclient.Pool;

/// Opens the outbox.
public final class OutboxStores {

  private OutboxStores() {}

  public static Outbox in(Pool pool) {
    return new PgOutbox(pool);
  }
}
