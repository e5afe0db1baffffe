package havn.matching;

import havn.duty.DutyRecord;
import havn.line.Boost;
import havn.line.Waiter;
import havn.wire.v1.Preference;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody who waits is asked to give up. Pure: the moments follow from when they rang, so
/// that a page that comes back is asked the same.
///
/// One thing at a time, the least important of what keeps them from whoever could otherwise take
/// them: a profession, then a gender, then the language. The person of last time is not among
/// them: a wish for that one keeps nobody waiting ([Offers]).
public final class Questions {

  /// So long after the ring, one question each.
  static final List<Duration> AFTER =
      List.of(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));

  private Questions() {}

  /// @param number 1–3
  public record Question(int number, Preference preference) {}

  /// The question that stands now and was not answered; empty when there is none, when somebody
  /// free could take them as they are, and for those in danger.
  public static Optional<Question> standing(
      Waiter waiter, Collection<DutyRecord> duty, Instant now) {
    int number =
        (int) AFTER.stream().filter(wait -> !now.isBefore(waiter.since().plus(wait))).count();
    if (number <= waiter.wants().answered() || waiter.boost() == Boost.DANGER) {
      return Optional.empty();
    }
    return leastInTheWay(waiter, free(duty, now))
        .map(preference -> new Question(number, preference));
  }

  /// Who could take somebody now, or when nobody can, who is on duty at all.
  private static List<DutyRecord> free(Collection<DutyRecord> duty, Instant now) {
    List<DutyRecord> ready = duty.stream().filter(record -> record.ready(now)).toList();
    return ready.isEmpty()
        ? duty.stream().filter(record -> record.counts(now) && !record.onBreak()).toList()
        : ready;
  }

  private static Optional<Preference> leastInTheWay(Waiter waiter, List<DutyRecord> duty) {
    List<Set<Preference>> ways =
        duty.stream()
            .map(DutyRecord::abilities)
            .filter(able -> able.answers(waiter.lane()))
            .map(able -> Fit.inTheWay(waiter, able))
            .toList();
    return ways.stream()
        .min(Comparator.comparing(Questions::most).thenComparing(Set::size))
        .flatMap(way -> way.stream().min(Comparator.naturalOrder()));
  }

  /// The most important of what would have to be given up; 0 for nothing.
  private static int most(Set<Preference> way) {
    return way.stream().mapToInt(Preference::getNumber).max().orElse(0);
  }
}
