package havn.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// For how long nothing has been said in a chat, and for how long its visitor has been away.
/// Belongs to the event loop of the connection that leads the chat.
final class Quiet {

  /// After so long of either the chat is paused: its place goes to somebody else.
  static final Duration PAUSE = Duration.ofMinutes(20);

  /// After so long it ends.
  static final Duration MOST = Duration.ofMinutes(60);

  private final InstantSource time;
  private Instant saidAt;
  private Optional<Instant> awaySince = Optional.empty();

  Quiet(InstantSource time) {
    this.time = time;
    this.saidAt = time.instant();
  }

  /// Somebody said something, or the visitor says that they are there.
  void broken() {
    saidAt = time.instant();
  }

  /// It has been quiet for as long as a pause needs.
  void goesOn() {
    saidAt = time.instant().minus(PAUSE);
  }

  /// Whether somebody is there now who was not: whoever comes back after a pause is, a short break
  /// says nothing.
  boolean visitor(boolean connected) {
    boolean back = connected && away(PAUSE);
    if (back) {
      broken();
    }
    if (connected) {
      awaySince = Optional.empty();
    } else if (awaySince.isEmpty()) {
      awaySince = Optional.of(time.instant());
    }
    return back;
  }

  boolean pauses() {
    return lasted(PAUSE);
  }

  boolean tooLong() {
    return lasted(MOST);
  }

  private boolean lasted(Duration so) {
    return !saidAt.isAfter(time.instant().minus(so)) || away(so);
  }

  private boolean away(Duration so) {
    Instant limit = time.instant().minus(so);
    return awaySince.filter(since -> !since.isAfter(limit)).isPresent();
  }
}
