package havn.transcript.postgres;

import havn.transcript.ArchiveStore;
import io.vertx.sqlclient.Pool;

/// Opens the store of archives.
public final class ArchiveStores {

  private ArchiveStores() {}

  public static ArchiveStore archives(Pool pool) {
    return new PgArchiveStore(pool);
  }
}
