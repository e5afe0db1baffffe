package havn.correspondence;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Where a restore put down that every number was written to and reminded.
public interface SilenceStore {

  /// When the last one did; empty when none did, or it was ended.
  Future<Optional<Instant>> restored();

  /// Takes it back.
  Future<Void> end();
}
