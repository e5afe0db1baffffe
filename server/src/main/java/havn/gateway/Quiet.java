package havn.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// For how long nothing has been said in a chat, and for how long its visitor has been away.
/// Belongs
/// to the event loop of the connection that leads the chat.
final class Quiet {

  /// After so long of either the chat ends, so that its place goes to somebody else.
  static final Duration MOST = Duration.ofMinutes(60);

  private final InstantSource time;
  private Instant saidAt;
  private Optional<Instant> awaySince = Optional.empty();

  Quiet(InstantSource time) {
    this.time = time;
    this.saidAt = time.instant();
  }

  /// Somebody said something.
  void broken() {
    saidAt = time.instant();
  }

  void visitor(boolean connected) {
    if (connected) {
      awaySince = Optional.empty();
    } else if (awaySince.isEmpty()) {
      awaySince = Optional.of(time.instant());
    }
  }

  boolean tooLong() {
    Instant limit = time.instant().minus(MOST);
    return !saidAt.isAfter(limit) || awaySince.filter(since -> !since.isAfter(limit)).isPresent();
  }
}
