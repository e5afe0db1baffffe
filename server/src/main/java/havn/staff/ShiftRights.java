package havn.staff;

import havn.kernel.id.ServiceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// When, and on which lanes, somebody has the rights that follow the shifts they hold. Pure.
///
/// @param windows one for each shift, by service, in the order in which they begin
public record ShiftRights(Map<ServiceId, List<Window>> windows) {

  public static final ShiftRights NONE = new ShiftRights(Map.of());

  public ShiftRights {
    windows = Map.copyOf(windows);
  }

  /// The time of one shift, with the quarters of an hour around it.
  ///
  /// @param lane of the service; empty, all of them
  /// @param until no more at this moment
  public record Window(String lane, Instant from, Instant until) {

    private boolean holds(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }

    private boolean isFor(Set<String> lanes) {
      return lane.isEmpty() || lanes.isEmpty() || lanes.contains(lane);
    }
  }

  /// Until when they exist without a gap for every one of these services; empty when they do not
  /// now. Shifts that follow each other within half an hour count as one.
  ///
  /// @param lanes on one of which they must exist; none, on any
  public Optional<Instant> until(Set<ServiceId> services, Set<String> lanes, Instant now) {
    return services.stream()
        .map(service -> until(service, lanes, now))
        .reduce(
            Optional.of(Instant.MAX),
            (one, other) -> one.flatMap(a -> other.map(b -> a.isBefore(b) ? a : b)))
        .filter(until -> until.isBefore(Instant.MAX));
  }

  private Optional<Instant> until(ServiceId service, Set<String> lanes, Instant now) {
    Optional<Instant> until = Optional.empty();
    for (Window window : windows.getOrDefault(service, List.of())) {
      if (window.isFor(lanes) && window.holds(until.orElse(now))) {
        until = Optional.of(window.until());
      }
    }
    return until;
  }

  /// On which of these lanes they exist at this moment: no lane stands for all of them, in what is
  /// asked and in what is answered. Empty when they exist on none.
  public Optional<Set<String>> lanes(ServiceId service, Set<String> asked, Instant now) {
    Set<String> held =
        windows.getOrDefault(service, List.of()).stream()
            .filter(window -> window.holds(now))
            .map(Window::lane)
            .collect(Collectors.toSet());
    if (held.contains("")) {
      return Optional.of(asked);
    }
    Set<String> both = new HashSet<>(held);
    if (!asked.isEmpty()) {
      both.retainAll(asked);
    }
    return both.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(both));
  }
}
