package havn.year;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/// What happens when, in order; and the clock, which jumps from one to the next.
final class Diary implements InstantSource {

  private record Event(Instant at, long number, Runnable what) implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      int time = at.compareTo(other.at);
      return time != 0 ? time : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private volatile Instant now;
  private long number;

  Diary(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void at(Instant when, Runnable what) {
    events.add(new Event(when, number++, what));
  }

  void in(Duration delay, Runnable what) {
    at(now.plus(delay), what);
  }

  /// Lets everything happen that happens before `end`.
  void until(Instant end) {
    while (!events.isEmpty() && events.peek().at().isBefore(end)) {
      Event event = events.remove();
      now = event.at().isAfter(now) ? event.at() : now;
      event.what().run();
    }
    now = end;
  }
}
