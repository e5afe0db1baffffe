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

  /// From now on no service of the installation writes to them. Said again, the later moment
  /// counts. Answers whether that is new.
  Future<Boolean> stop(byte[] stop, Source source, Instant at);

  /// The person let the provider begin again: takes back what the provider alone told, before `at`.
  Future<Boolean> resume(byte[] stop, Instant at);

  /// The person took it back, and the store knows by now: it did so while it filed their word.
  Future<Void> undone(byte[] stop, Instant at);
}
