package havn.correspondence;

import havn.courtesy.Courtesy;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The 180 days after a restore in which nothing is begun, by any service: a backup does not know
/// whom somebody wrote to since, so every number counts as written to and reminded. Whoever knows
/// that nobody was may end it; that is asked before.
public final class Silence {

  /// Of an act: it is about no single thing.
  private static final byte[] ALL = new byte[16];

  private final SilenceStore store;
  private final Journal journal;
  private final InstantSource clock;

  public Silence(SilenceStore store, Journal journal, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /// Until when nothing is begun; empty, there is no such silence.
  public Future<Optional<Instant>> until() {
    return store
        .restored()
        .map(
            restored ->
                restored
                    .map(at -> at.plus(Courtesy.CONSENT))
                    .filter(until -> until.isAfter(clock.instant())));
  }

  /// Ends it for every service, after a line in the journal; false when there is none.
  public Future<Boolean> end(StaffId who) {
    return until()
        .compose(
            until ->
                until.isEmpty()
                    ? Future.succeededFuture(false)
                    : journal
                        .write(new Act(who, Act.Deed.OUTREACH_AGAIN, ALL), clock.instant())
                        .compose(written -> store.end())
                        .map(true));
  }
}
