package havn.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// From an instant up to, not including, another.
public record Span(Instant from, Instant to) {

  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /// The same time as spans in order that neither touch nor overlap; empty ones are dropped.
  static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    spans.stream()
        .filter(span -> span.from.isBefore(span.to))
        .sorted(Comparator.comparing(Span::from))
        .forEach(
            span -> {
              Span last = joined.isEmpty() ? span : joined.getLast();
              if (joined.isEmpty() || span.from.isAfter(last.to)) {
                joined.add(span);
              } else if (span.to.isAfter(last.to)) {
                joined.set(joined.size() - 1, new Span(last.from, span.to));
              }
            });
    return joined;
  }

  /// What is left of `spans` without `hole`.
  static List<Span> without(List<Span> spans, Span hole) {
    List<Span> left = new ArrayList<>();
    for (Span span : spans) {
      left.add(new Span(span.from, earlier(span.to, hole.from)));
      left.add(new Span(later(span.from, hole.to), span.to));
    }
    return left.stream().filter(span -> span.from.isBefore(span.to)).toList();
  }

  /// The time that lies in both; the spans of each are in order and do not overlap.
  static List<Span> common(List<Span> some, List<Span> others) {
    List<Span> common = new ArrayList<>();
    for (Span one : some) {
      for (Span other : others) {
        common.add(new Span(later(one.from, other.from), earlier(one.to, other.to)));
      }
    }
    return joined(common);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
