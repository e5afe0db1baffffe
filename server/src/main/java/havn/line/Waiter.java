package havn.line;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One visitor in the line.
///
/// @param since when they rang
/// @param wish the device of whoever they wrote with last, when they wish for the same person
/// @param seen the last sign of life of their page
/// @param offer whom of staff they were offered to
public record Waiter(
    ConversationId conversation,
    Instant since,
    String lane,
    String language,
    Optional<DeviceId> wish,
    Instant seen,
    Offer offer) {

  /// Two heartbeats and a little.
  public static final Duration FRESH = Duration.ofSeconds(35);

  /// A place is kept for two minutes after the page was last connected.
  public static final Duration KEPT = FRESH.plusMinutes(2);

  public boolean connected(Instant now) {
    return now.isBefore(seen.plus(FRESH));
  }

  /// Whether the place is given up.
  public boolean gone(Instant now) {
    return !now.isBefore(seen.plus(KEPT));
  }
}
