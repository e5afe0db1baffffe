package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Offer;
import havn.line.Waiter;
import java.time.Instant;
import java.util.Optional;

/// `since ms ⏎ lane ⏎ language ⏎ wished device or nothing`.
final class WaiterText {

  private WaiterText() {}

  static String write(Waiter waiter) {
    return String.join(
        "\n",
        Long.toString(waiter.since().toEpochMilli()),
        waiter.lane(),
        waiter.language(),
        waiter.wish().map(DeviceId::hex).orElse(""));
  }

  /// Empty when the text is gone.
  static Optional<Waiter> read(
      ConversationId conversation, String text, Instant seen, Offer offer) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4) {
      return Optional.empty();
    }
    Instant since = Instant.ofEpochMilli(Long.parseLong(lines[0]));
    Optional<DeviceId> wish =
        lines[3].isEmpty() ? Optional.empty() : Optional.of(new DeviceId(lines[3]));
    return Optional.of(new Waiter(conversation, since, lines[1], lines[2], wish, seen, offer));
  }
}
