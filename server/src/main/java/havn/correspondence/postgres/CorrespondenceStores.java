package havn.correspondence.postgres;

import havn.channel.Outbox;
import havn.channel.PhoneTags;
import havn.correspondence.Carried;
import havn.correspondence.CorrespondenceStore;
import havn.correspondence.MemoryKey;
import havn.correspondence.OptOutStore;
import havn.correspondence.Release;
import havn.correspondence.SilenceStore;
import havn.correspondence.Standings;
import havn.correspondence.Terms;
import havn.correspondence.ThreadStore;
import havn.courtesy.Manners;
import havn.kernel.id.ServiceId;
import io.vertx.sqlclient.Pool;
import java.util.function.Function;

/// Opens the stores of this room. `terms` and `manners` are asked each time.
public final class CorrespondenceStores {

  private CorrespondenceStores() {}

  public static CorrespondenceStore in(Pool pool, Function<ServiceId, Terms> terms) {
    return new PgCorrespondenceStore(pool, new PgStandings(pool, terms));
  }

  public static Standings standings(Pool pool, Function<ServiceId, Terms> terms) {
    return new PgStandings(pool, terms);
  }

  public static OptOutStore optOuts(Pool pool) {
    return new PgOptOuts(pool);
  }

  public static SilenceStore silence(Pool pool) {
    return new PgSilence(pool);
  }

  public static ThreadStore threads(Pool pool) {
    return new PgThreadStore(pool);
  }

  /// What waits to be sent to people over one provider.
  public static Outbox<Release> outbox(
      Pool pool,
      MemoryKey memory,
      PhoneTags tags,
      Carried carried,
      Function<ServiceId, Manners> manners) {
    return new PgReleases(pool, memory, tags, carried, manners);
  }
}
