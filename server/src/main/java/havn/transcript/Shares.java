package havn.transcript;

import havn.kernel.id.ArchiveId;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/// The server's half of each archive's key. Never on a disk, in no backup.
public interface Shares {

  /// Keeps a share of 64 bytes for at most `life`.
  Future<Void> keep(ArchiveId archive, Secret share, Duration life);

  Future<Optional<Secret>> find(ArchiveId archive);

  /// Overwrites a share where it lies, then deletes it, in one step; false when there was none.
  Future<Boolean> shred(ArchiveId archive);
}
