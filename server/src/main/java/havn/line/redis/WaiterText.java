package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// `since ms ⏎ lane ⏎ language ⏎ wished device or nothing ⏎ boost ⏎ traits ⏎ relaxed ⏎ answered ⏎
/// in danger since ms`, with commas between traits and between what was relaxed. Fields are only
/// ever added at the end, and those that are not there are empty, so that two versions can serve
/// one line. `raise.lua` changes the boost and the last one, `relax.lua` the two before that.
final class WaiterText {

  private WaiterText() {}

  static String write(Waiter waiter) {
    return String.join(
        "\n",
        Long.toString(waiter.since().toEpochMilli()),
        waiter.lane(),
        waiter.language(),
        waiter.wish().map(DeviceId::hex).orElse(""),
        waiter.boost().name(),
        String.join(",", waiter.wants().traits()),
        String.join(",", waiter.wants().relaxed()),
        Integer.toString(waiter.wants().answered()),
        Long.toString(waiter.endangeredSince().toEpochMilli()));
  }

  /// Empty when the text is gone.
  static Optional<Waiter> read(
      ConversationId conversation, String text, Instant seen, Offer offer) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 3) {
      return Optional.empty();
    }
    Instant since = instant(lines[0]);
    Optional<DeviceId> wish =
        field(lines, 3).isEmpty() ? Optional.empty() : Optional.of(new DeviceId(lines[3]));
    return Optional.of(
        new Waiter(
            conversation,
            since,
            lines[1],
            lines[2],
            wish,
            boost(field(lines, 4)),
            seen,
            offer,
            wants(field(lines, 5), field(lines, 6), field(lines, 7)),
            field(lines, 8).isEmpty() ? since : instant(field(lines, 8))));
  }

  private static Instant instant(String ms) {
    return Instant.ofEpochMilli(Long.parseLong(ms));
  }

  private static Wants wants(String traits, String relaxed, String answered) {
    return new Wants(
        set(traits), set(relaxed), answered.isEmpty() ? 0 : Integer.parseInt(answered));
  }

  private static Set<String> set(String list) {
    return list.isEmpty() ? Set.of() : Set.of(list.split(","));
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
