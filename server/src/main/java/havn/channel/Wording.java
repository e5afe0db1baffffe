package havn.channel;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Says what a text reads like when it goes out.
public interface Wording {

  /// Empty when it is not needed any more.
  Future<Optional<String>> of(Waiting text, Instant now);
}
