package havn.year;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What happened at one service.
final class Tally {

  enum Thing {
    CAME,
    CLOSED,
    SENT_ON,
    REFUSED,
    TAKEN,
    LEFT_THE_LINE,
    STILL_WAITED_AT_CLOSING,
    HANDED_OVER,
    SILENT_AND_BACK,
    OVERTIME,
    PROCESS_DIED,
    DOUBLE_CLAIM,
    STRANDED
  }

  private final Map<Thing, Integer> counts = new EnumMap<>(Thing.class);
  private final List<Duration> waits = new ArrayList<>();

  void count(Thing thing) {
    counts.merge(thing, 1, Integer::sum);
  }

  int of(Thing thing) {
    return counts.getOrDefault(thing, 0);
  }

  void waited(Duration wait) {
    waits.add(wait);
    count(Thing.TAKEN);
  }

  String printed(String name) {
    StringBuilder text = new StringBuilder(name).append('\n');
    for (Thing thing : Thing.values()) {
      text.append(
          "  %-24s %6d%n".formatted(thing.name().toLowerCase(java.util.Locale.ROOT), of(thing)));
    }
    Collections.sort(waits);
    return text.append("  wait p50 %s, p90 %s, p99 %s%n".formatted(wait(50), wait(90), wait(99)))
        .toString();
  }

  private String wait(int percent) {
    if (waits.isEmpty()) {
      return "–";
    }
    Duration wait = waits.get(Math.min(waits.size() - 1, waits.size() * percent / 100));
    return "%d:%02d".formatted(wait.toMinutes(), wait.toSecondsPart());
  }
}
