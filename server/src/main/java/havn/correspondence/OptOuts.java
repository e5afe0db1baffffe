package havn.correspondence;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

  /// When they said it, of a word that may have been told before.
  ///
  /// @param first when it was told first; the epoch where nobody knows when they said it
  /// @param now since when they are stopped where no mark stands
  record When(Instant first, Instant now) {

    public static When at(Instant now) {
      return new When(now, now);
    }

    /// At some time before `now`.
    public static When before(Instant now) {
      return new When(Instant.EPOCH, now);
    }

    /// What they wrote after it is answered, though they are stopped. Where nobody knows when they
    /// said it that is all: they may have written since, and wait for an answer.
    public Instant said() {
      return first.equals(Instant.EPOCH) ? first : now;
    }
  }

  /// From now on no service of the installation writes to them. Said again, the later moment
  /// counts. Answers whether that is new.
  default Future<Boolean> stop(byte[] stop, Source source, Instant at) {
    return stop(stop, source, When.at(at));
  }

  /// The same of a word that may have been told before: it makes a mark that stands no younger than
  /// `first`. Where none stands they are stopped as of `now`.
  Future<Boolean> stop(byte[] stop, Source source, When when);

  /// The same of several, one after the other: each is tried, and the first failure is answered.
  /// Answers how many are new.
  default Future<Integer> stopAll(List<byte[]> stops, Source source, When when) {
    List<Future<Boolean>> all = new ArrayList<>();
    Future<Boolean> before = Future.succeededFuture(true);
    for (byte[] stop : stops) {
      before = before.otherwise(false).compose(tried -> stop(stop, source, when));
      all.add(before);
    }
    Future<?> every = Future.join(all);
    return every.map(
        done -> (int) all.stream().filter(one -> Boolean.TRUE.equals(one.result())).count());
  }

  /// The person let the provider begin again: takes back what the provider alone told, before `at`.
  Future<Boolean> resume(byte[] stop, Instant at);

  /// The person took it back, and the store knows by now: it did so while it filed their word.
  Future<Void> undone(byte[] stop, Instant at);
}
