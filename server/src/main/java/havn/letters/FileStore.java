package havn.letters;

import havn.kernel.id.FileId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Where sealed files are kept, byte for byte.
public interface FileStore {

  /// Keeps a file that nothing names yet; false when all files together would pass `mostBytes`.
  Future<Boolean> keep(FileId id, byte[] content, Instant ends, long mostBytes);

  Future<Optional<byte[]>> find(FileId id, Instant now);
}
