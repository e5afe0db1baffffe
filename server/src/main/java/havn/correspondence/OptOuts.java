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
  default Future<Boolean> stop(byte[] stop, Source source, Instant at) {
    return stop(stop, source, at, at);
  }

  /// The same of a word that may have been told before: it makes a mark that stands no younger than
  /// `first`. Where none stands they are stopped as of `now`.
  ///
  /// @param first when that word was told first
  Future<Boolean> stop(byte[] stop, Source source, Instant first, Instant now);

  /// A provider stopped them at some time before `now`, and does not say when. A mark that stands
  /// is not moved: they may have written since, and wait for an answer.
  default Future<Boolean> stoppedBefore(byte[] stop, Instant now) {
    return stop(stop, Source.PROVIDER, Instant.EPOCH, now);
  }

  /// The person let the provider begin again: takes back what the provider alone told, before `at`.
  Future<Boolean> resume(byte[] stop, Instant at);

  /// The person took it back, and the store knows by now: it did so while it filed their word.
  Future<Void> undone(byte[] stop, Instant at);
}
