package havn.gateway;

import havn.conversation.Conversation;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// For how long a visitor whose page is connected has waited for a word of staff, or for staff to
/// be connected. Belongs to the connection's event loop.
///
/// After eight minutes of either the service leaves the chat, and the page rings again in front of
/// the line.
/// Whoever leads the chat is warned by their own console three minutes before.
final class Silence {

  static final Duration MOST = Duration.ofMinutes(8);

  private final Hub hub;
  private Optional<Instant> since = Optional.empty();
  private Optional<Instant> away = Optional.empty();

  Silence(Hub hub) {
    this.hub = hub;
  }

  /// The page says for how long it has waited already.
  void goesOn(Duration unanswered) {
    if (unanswered.isPositive()) {
      since = Optional.of(now().minus(unanswered));
    }
  }

  /// Staff took the chat, or the visitor said something.
  void begins() {
    if (since.isEmpty()) {
      since = Optional.of(now());
    }
  }

  /// The page was told whether staff are connected.
  void staffAre(boolean connected) {
    if (connected) {
      away = Optional.empty();
    } else if (away.isEmpty()) {
      away = Optional.of(now());
    }
  }

  /// Something was said in the chat, now or before this connection: the visitor's own words come
  /// this way only when they are replayed.
  void heard(byte[] body) {
    if (StreamBody.isOfStaff(body)) {
      since = Optional.empty();
    } else if (StreamBody.isTalk(body)) {
      begins();
    }
  }

  /// Leaves the chat when it has been too long.
  void check(Conversation conversation) {
    if (!lasted(since) && !lasted(away)) {
      return;
    }
    Optional<Instant> silent = since;
    Optional<Instant> gone = away;
    since = Optional.empty();
    away = Optional.empty();
    hub.house()
        .encounters()
        .end(conversation, EndReason.STAFF_SILENT)
        .onSuccess(
            seq -> {
              if (seq > 0) {
                hub.relay().entry(conversation.id(), seq, StreamBody.end(EndReason.STAFF_SILENT));
              }
            })
        .onFailure(
            unavailable -> {
              since = silent;
              away = gone;
            });
  }

  private boolean lasted(Optional<Instant> from) {
    return from.filter(then -> !now().isBefore(then.plus(MOST))).isPresent();
  }

  private Instant now() {
    return hub.house().time().instant();
  }
}
