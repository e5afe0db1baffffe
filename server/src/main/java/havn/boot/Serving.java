package havn.boot;

import io.vertx.core.Future;

/// A role that has started.
interface Serving {

  /// Gives up ports and timers.
  Future<Void> close();
}
