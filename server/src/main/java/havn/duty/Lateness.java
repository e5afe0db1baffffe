package havn.duty;

import havn.kernel.id.ServiceId;
import havn.service.Service;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Since when nobody is there within hours, and when coordinators are alerted of it: after five
/// minutes, counted from the opening or, if that was later, from when the last one with whom the
/// service may be open was there. A lane where nobody is there is late by the same rule, while
/// somebody is for others. Every process counts from the same instant.
public final class Lateness {

  /// So long nobody is alerted.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Availability availability;
  private final Presences presences;
  private final InstantSource time;

  public Lateness(Availability availability, Presences presences, InstantSource time) {
    this.availability = availability;
    this.presences = presences;
    this.time = time;
  }

  /// That nobody is there.
  ///
  /// @param lane empty, on none
  public record Late(Optional<String> lane, Instant since) {

    /// Whether coordinators are alerted of it.
    public boolean alarms(Instant now) {
      return Lateness.alarms(Optional.of(since), now);
    }
  }

  /// Where nobody is there: nowhere at the service, or on lanes, at most 16, while somebody is
  /// there for others. Empty outside hours.
  public Future<List<Late>> of(Service service) {
    return availability.of(service.id()).compose(state -> of(service, state));
  }

  /// The same for a state that is known.
  public Future<List<Late>> of(Service service, ServiceState state) {
    return switch (state.staffing()) {
      case LATE ->
          since(service.id(), service.lanes(), state)
              .map(since -> since.map(from -> new Late(Optional.empty(), from)).stream().toList());
      case OPEN, BUSY -> lanes(service);
      case CLOSED -> Future.succeededFuture(List.of());
    };
  }

  private Future<List<Late>> lanes(Service service) {
    return service.lanes().size() == 1 && service.laneHours().isEmpty()
        ? Future.succeededFuture(List.of())
        : availability.lanes(service).compose(states -> lanes(service.id(), states));
  }

  private Future<List<Late>> lanes(ServiceId service, Map<String, ServiceState> states) {
    List<Future<List<Late>>> asked =
        states.entrySet().stream()
            .map(lane -> lane(service, lane.getKey(), lane.getValue()))
            .toList();
    Future<?> all = Future.all(asked);
    return all.map(done -> asked.stream().flatMap(lane -> lane.result().stream()).toList());
  }

  private Future<List<Late>> lane(ServiceId service, String lane, ServiceState state) {
    return since(service, Set.of(lane), state)
        .map(since -> since.map(from -> new Late(Optional.of(lane), from)).stream().toList());
  }

  private Future<Optional<Instant>> since(
      ServiceId service, Collection<String> lanes, ServiceState state) {
    Instant now = time.instant();
    return switch (state.staffing()) {
      case LATE ->
          presences
              .keptUntil(service, lanes, state.lateSince().orElse(now))
              .map(kept -> Optional.of(since(state.lateSince(), kept, now)));
      case OPEN, BUSY, CLOSED -> Future.succeededFuture(Optional.empty());
    };
  }

  /// Where somebody still counts as there who was not when the state was looked at, nobody has been
  /// missing for any time yet.
  static Instant since(Optional<Instant> opened, Instant kept, Instant now) {
    Instant left = kept.isAfter(now) ? now : kept;
    return opened.filter(left::isBefore).orElse(left);
  }

  /// Whether coordinators are alerted of nobody being there since then.
  static boolean alarms(Optional<Instant> since, Instant now) {
    return since.filter(from -> !now.isBefore(from.plus(PATIENCE))).isPresent();
  }
}
