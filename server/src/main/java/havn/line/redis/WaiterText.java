package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.line.Waiter;
import java.time.Instant;
import java.util.Optional;

/// `since ms ⏎ lane ⏎ language`.
final class WaiterText {

  private WaiterText() {}

  static String write(Waiter waiter) {
    return waiter.since().toEpochMilli() + "\n" + waiter.lane() + "\n" + waiter.language();
  }

  /// Empty when the text is gone.
  static Optional<Waiter> read(ConversationId conversation, String text, Instant seen) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 3) {
      return Optional.empty();
    }
    Instant since = Instant.ofEpochMilli(Long.parseLong(lines[0]));
    return Optional.of(new Waiter(conversation, since, lines[1], lines[2], seen));
  }
}
