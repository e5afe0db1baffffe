package havn.channel;

import havn.kernel.id.TextId;
import java.time.Instant;

/// A text in an outbox that this process has claimed.
///
/// @param <T> itself
public interface Waiting<T extends Waiting<T>> {

  TextId id();

  /// What it is for, as figures name it.
  String purpose();

  /// When it is too late.
  Instant until();

  /// How often a provider refused it.
  int tries();

  /// Whether it was handed over before without an answer.
  boolean doubt();

  /// The first moment from `at` on when it may go out; at or after [#until()] if there is none.
  Instant permitted(Instant at);

  /// The same, known never to have reached the provider.
  T unheard();
}
