package havn.transcript;

import havn.kernel.id.ArchiveId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/// Makes archives unreadable for ever: the share is overwritten first, then the rows go. An archive
/// whose rows could not be removed is found again by the next sweep.
public final class Shredder {

  /// Archives that one sweep shreds at most.
  public static final int MOST_PER_SWEEP = 1_000;

  private final ArchiveStore archives;
  private final Shares shares;

  public Shredder(ArchiveStore archives, Shares shares) {
    this.archives = archives;
    this.shares = shares;
  }

  /// Shreds what this capability may erase; answers how many archives that were.
  public Future<Integer> eraseBy(String fingerprint) {
    return archives.erasableBy(fingerprint).compose(this::all);
  }

  /// Shreds what has ended; answers how many archives that were.
  public Future<Integer> sweep(Instant now) {
    return archives.ended(now, MOST_PER_SWEEP).compose(this::all);
  }

  /// Shreds one archive.
  public Future<Void> shred(ArchiveId id) {
    return shares.shred(id).compose(shredded -> archives.delete(id));
  }

  /// One after another: never more than one step under way.
  private Future<Integer> all(List<ArchiveId> ids) {
    Future<Void> done = Future.succeededFuture();
    for (ArchiveId id : ids) {
      done = done.compose(before -> shred(id));
    }
    return done.map(ids.size());
  }
}
