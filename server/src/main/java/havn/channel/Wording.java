package havn.channel;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Says what a text reads like when it goes out.
///
/// @param <T> what it says it of
public interface Wording<T extends Waiting<T>> {

  /// Empty when it is not needed any more.
  Future<Optional<String>> of(T text, Instant now);
}
