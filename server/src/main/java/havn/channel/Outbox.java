package havn.channel;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Texts that wait to be sent. Whatever is done to a claimed text has no effect once the claim has
/// run out and somebody else has it.
public interface Outbox {

  /// Most texts of one claim.
  int MOST_AT_ONCE = 10;

  /// How long a claim lasts.
  Duration CLAIM = Duration.ofMinutes(5);

  /// Claims what is due, and what was claimed by whoever never came back. Nobody else gets it
  /// meanwhile.
  Future<List<Waiting>> claim(Instant now);

  /// The last step before a text is handed over, in one statement with the look whether its person
  /// still wishes for it: notes that it is in doubt from here on, and answers the person's number,
  /// sealed. Empty when it is not wished for, or the claim has run out.
  Future<Optional<byte[]>> begin(Waiting text);

  /// What becomes of a claimed text.
  enum End {
    ACCEPTED,
    /// Not delivered; the person is shown it.
    FAILED,
    /// Nobody knows whether it was sent; never repeated by itself.
    PERHAPS,
    /// Not needed any more.
    DROPPED
  }

  /// Ends a text; its sealed part goes.
  Future<Void> end(Waiting text, End end, Instant now);

  /// Lets a text wait until `next`.
  ///
  /// @param refused whether a provider has refused it now
  Future<Void> again(Waiting text, Instant next, boolean refused, boolean doubt);

  /// Removes what ended before `before`; answers how many.
  Future<Integer> forget(Instant before);
}
