package havn.gateway;

import havn.conversation.Conversation;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// For how long a visitor whose page is connected has waited for a word of staff. Belongs to the
/// connection's event loop.
///
/// After eight minutes the service leaves the chat, and the page rings again in front of the line.
/// Whoever leads the chat is warned by their own console three minutes before.
final class Silence {

  static final Duration MOST = Duration.ofMinutes(8);

  private final Hub hub;
  private Optional<Instant> since = Optional.empty();

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
    if (since.isEmpty() || now().isBefore(since.get().plus(MOST))) {
      return;
    }
    Optional<Instant> before = since;
    since = Optional.empty();
    hub.house()
        .encounters()
        .end(conversation, EndReason.STAFF_SILENT)
        .onSuccess(
            seq -> {
              if (seq > 0) {
                hub.relay().entry(conversation.id(), seq, StreamBody.end(EndReason.STAFF_SILENT));
              }
            })
        .onFailure(unavailable -> since = before);
  }

  private Instant now() {
    return hub.house().time().instant();
  }
}
