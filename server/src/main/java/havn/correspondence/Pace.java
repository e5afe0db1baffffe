package havn.correspondence;

import havn.kernel.id.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many texts each person releases in a minute, in this process. Remembers at most 1,000
/// people; the one heard of longest ago is forgotten first.
public final class Pace {

  /// Enough for whoever reads what they send.
  public static final int A_MINUTE = 10;

  /// Of a campaign that a second person has approved.
  public static final int OF_A_CAMPAIGN = 60;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_PEOPLE = 1_000;

  private final Map<StaffId, Deque<Instant>> released = new LinkedHashMap<>();

  /// Whether one more is within `most` a minute; counts it if it is.
  public synchronized boolean takes(StaffId who, int most, Instant now) {
    Deque<Instant> times = released.remove(who);
    if (times == null) {
      times = new ArrayDeque<>();
    }
    released.put(who, times);
    if (released.size() > MOST_PEOPLE) {
      released.remove(released.keySet().iterator().next());
    }
    while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(MINUTE))) {
      times.removeFirst();
    }
    if (times.size() >= most) {
      return false;
    }
    times.addLast(now);
    return true;
  }
}
