package havn.correspondence.postgres;

import havn.channel.Outbox;
import havn.channel.PhoneTags;
import havn.correspondence.Carried;
import havn.correspondence.CorrespondenceStore;
import havn.correspondence.MemoryKey;
import havn.correspondence.OptOuts;
import havn.correspondence.Release;
import havn.correspondence.Standings;
import havn.correspondence.ThreadStore;
import io.vertx.sqlclient.Pool;

/// Opens the stores of this room.
public final class CorrespondenceStores {

  private CorrespondenceStores() {}

  public static CorrespondenceStore in(Pool pool) {
    return new PgCorrespondenceStore(pool);
  }

  public static Standings standings(Pool pool) {
    return new PgStandings(pool);
  }

  public static OptOuts optOuts(Pool pool) {
    return new PgOptOuts(pool);
  }

  public static ThreadStore threads(Pool pool) {
    return new PgThreadStore(pool);
  }

  /// What waits to be sent to people over one provider.
  public static Outbox<Release> outbox(
      Pool pool, MemoryKey memory, PhoneTags tags, Carried carried) {
    return new PgReleases(pool, memory, tags, carried);
  }
}
