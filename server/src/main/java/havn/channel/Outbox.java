package havn.channel;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Texts that wait to be sent. Whatever is done to a claimed text has no effect once the claim has
/// run out and somebody else has it.
///
/// @param <T> what waits
public interface Outbox<T extends Waiting<T>> {

  /// Most texts of one claim.
  int MOST_AT_ONCE = 10;

  /// How long a claim lasts.
  Duration CLAIM = Duration.ofMinutes(5);

  /// Claims what is due, and what was claimed by whoever never came back; what may go out at any
  /// hour first, as somebody waits for it. Nobody else gets it meanwhile. What this version does
  /// not know is left alone.
  Future<List<T>> claim(Instant now);

  /// What came of the last step.
  sealed interface Begun {}

  /// It may be handed over, and the claim begins anew.
  ///
  /// @param answer whether they wrote over the same provider in the last 24 hours
  record To(Address address, boolean answer) implements Begun {}

  /// Its person does not wish for it any more.
  record NotWished() implements Begun {}

  /// Nobody can read any more whom it is for.
  record Unreadable() implements Begun {}

  /// It may be somebody else's by now.
  record RanOut() implements Begun {}

  /// The last step before a text is handed over, in one transaction with the look whether its
  /// person still wishes for it: notes that it is in doubt from here on.
  Future<Begun> begin(T text, Instant now);

  /// What becomes of a claimed text.
  enum End {
    ACCEPTED,
    /// Not delivered; the person is shown it.
    FAILED,
    /// Nobody knows whether it was sent; never repeated by itself.
    PERHAPS,
    /// Not needed any more, and never handed over.
    DROPPED
  }

  /// Ends a text; its sealed part goes. Answers whether the claim still held.
  ///
  /// @param accepted what the provider calls it, if it took it
  Future<Boolean> end(T text, End end, Optional<Handed.Accepted> accepted, Instant now);

  /// Lets a text wait until `next`.
  ///
  /// @param refused whether a provider has refused it now, or knew nothing
  Future<Void> again(T text, Instant next, boolean refused, boolean doubt);

  /// Removes what ended before `before`; answers how many.
  Future<Integer> forget(Instant before);
}
