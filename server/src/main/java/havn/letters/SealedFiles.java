package havn.letters;

import havn.kernel.id.FileId;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;

/// Files that letters and answers name. Whoever knows a file's id may have its sealed bytes.
public final class SealedFiles {

  private final FileStore store;
  private final long mostBytes;
  private final InstantSource clock;

  /// @param mostBytes of all files together
  public SealedFiles(FileStore store, long mostBytes, InstantSource clock) {
    this.store = store;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /// Keeps a file of a legal length ([FileShape]) for one hour; empty when there is no room.
  public Future<Optional<FileId>> keep(byte[] content) {
    if (!FileShape.fits(content.length)) {
      throw new IllegalArgumentException("the length of a sealed file is checked before");
    }
    FileId id = FileId.fresh();
    return store
        .keep(id, content, clock.instant().plus(Bounds.UNCLAIMED), mostBytes)
        .map(kept -> kept ? Optional.of(id) : Optional.empty());
  }

  public Future<Optional<byte[]>> find(FileId id) {
    return store.find(id, clock.instant());
  }
}
