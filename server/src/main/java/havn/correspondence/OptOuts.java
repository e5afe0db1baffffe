package havn.correspondence;

import io.vertx.core.Future;
import java.time.Instant;

/// Who is written to no more. A mark outlives cards, threads and everything else, and only the
/// person takes it back.
public interface OptOuts {

  /// Who said so.
  enum Source {
    /// The person, by a word.
    WORD,
    /// A worker, because the person refused in other words.
    WORKER,
    /// The person to the provider.
    PROVIDER
  }

  /// From now on no service of the installation writes to them. Answers whether that is new.
  Future<Boolean> stop(byte[] stop, Source source, Instant now);

  /// The person took it back. Answers whether there was anything to take back.
  Future<Boolean> undo(byte[] stop);

  /// How many are written to no more.
  Future<Long> count();
}
