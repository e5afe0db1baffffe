package havn.letters;

import havn.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a letter or an answer ends: 14 days after the second opening that follows it, at the
/// earliest after 30 days. Openings are looked for within 366 days, so nothing lives longer than
/// 380; where only one opening follows it counts, and where none does, 30 days remain.
public final class LetterEnd {

  public static final Duration LEAST = Duration.ofDays(30);
  public static final Duration AFTER_OPENING = Duration.ofDays(14);
  public static final Duration LONGEST = AFTER_OPENING.plusDays(OpeningHours.DAYS_AHEAD);

  private LetterEnd() {}

  public static Instant of(OpeningHours hours, Instant at) {
    Instant least = at.plus(LEAST);
    Optional<Instant> first = next(hours, at).filter(opening -> near(at, opening));
    Optional<Instant> second =
        first.flatMap(opening -> next(hours, opening)).filter(opening -> near(at, opening));
    return second
        .or(() -> first)
        .map(opening -> opening.plus(AFTER_OPENING))
        .filter(end -> end.isAfter(least))
        .orElse(least);
  }

  /// The first opening after `at`; hours that run at `at` have opened already.
  private static Optional<Instant> next(OpeningHours hours, Instant at) {
    return hours.inHours(at) ? hours.closesAt(at).flatMap(hours::opensAt) : hours.opensAt(at);
  }

  private static boolean near(Instant at, Instant opening) {
    return !opening.isAfter(at.plus(Duration.ofDays(OpeningHours.DAYS_AHEAD)));
  }
}
