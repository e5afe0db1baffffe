package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// `since ms ⏎ lane ⏎ language ⏎ wished device or nothing ⏎ boost`. Fields are only ever
/// added at the
/// end, and those that are not there are empty, so that two versions can serve one line.
final class WaiterText {

  private WaiterText() {}

  static String write(Waiter waiter) {
    return String.join(
        "\n",
        Long.toString(waiter.since().toEpochMilli()),
        waiter.lane(),
        waiter.language(),
        waiter.wish().map(DeviceId::hex).orElse(""),
        waiter.boost().name());
  }

  /// Empty when the text is gone.
  static Optional<Waiter> read(
      ConversationId conversation, String text, Instant seen, Offer offer) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 3) {
      return Optional.empty();
    }
    Instant since = Instant.ofEpochMilli(Long.parseLong(lines[0]));
    Optional<DeviceId> wish =
        field(lines, 3).isEmpty() ? Optional.empty() : Optional.of(new DeviceId(lines[3]));
    return Optional.of(
        new Waiter(
            conversation, since, lines[1], lines[2], wish, boost(field(lines, 4)), seen, offer));
  }

  private static String field(String[] lines, int at) {
    return at < lines.length ? lines[at] : "";
  }

  private static Boost boost(String name) {
    return Arrays.stream(Boost.values())
        .filter(boost -> boost.name().equals(name))
        .findFirst()
        .orElse(Boost.NONE);
  }
}
