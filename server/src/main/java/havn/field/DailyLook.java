package havn.field;

import havn.field.RoundStore.Gathered;
import havn.kernel.id.ServiceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Running months as they were when somebody looked first on a day in Norway. Until the next day
/// they stay so: whoever tells a round of their own and looks again learns nothing of others'.
///
/// In the memory of a process: after a start there is one look more. One entry a service, 12 rows
/// each at most (two months, three kinds of place, counted and estimated).
final class DailyLook {

  private record Look(LocalDate day, List<Gathered> running) {

    @Override
    public String toString() {
      return "Look[" + day + "]";
    }
  }

  private final Map<ServiceId, Look> looks = new ConcurrentHashMap<>();

  /// The months with running ones as they were at the day's first look; the newest first.
  ///
  /// @param all of these services now, the newest first
  /// @param runs whether rounds of one can still come
  List<Gathered> of(
      Set<ServiceId> services, List<Gathered> all, Predicate<Gathered> runs, LocalDate today) {
    Stream<Gathered> running =
        services.stream()
            .sorted((one, other) -> one.slug().compareTo(other.slug()))
            .flatMap(service -> first(service, all, runs, today).stream())
            .sorted((one, other) -> other.month().compareTo(one.month()));
    return Stream.concat(running, all.stream().filter(runs.negate())).toList();
  }

  private List<Gathered> first(
      ServiceId service, List<Gathered> all, Predicate<Gathered> runs, LocalDate today) {
    List<Gathered> running =
        all.stream().filter(runs).filter(one -> one.service().equals(service)).toList();
    return Objects.requireNonNull(
            looks.merge(
                service,
                new Look(today, running),
                (before, now) -> before.day().equals(today) ? before : now))
        .running();
  }
}
