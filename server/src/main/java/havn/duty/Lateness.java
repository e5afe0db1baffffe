package havn.duty;

import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Since when nobody is there within hours, and when coordinators are alerted of it: after five
/// minutes, counted from the opening or, if that was later, from when the last one with whom the
/// service may be open was there. Every process counts from the same instant.
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

  /// Since when nobody is there; empty outside hours and while somebody is.
  public Future<Optional<Instant>> since(ServiceId service) {
    return availability.of(service).compose(state -> since(service, state));
  }

  /// The same for a state that is known.
  public Future<Optional<Instant>> since(ServiceId service, ServiceState state) {
    Instant now = time.instant();
    return switch (state.staffing()) {
      case LATE ->
          presences
              .keptUntil(service, state.lateSince().orElse(now), now)
              .map(kept -> Optional.of(since(state.lateSince(), kept, now)));
      case OPEN, BUSY, CLOSED -> Future.succeededFuture(Optional.empty());
    };
  }

  /// Somebody who counts as there answers nobody here: then it counts from the opening.
  static Instant since(Optional<Instant> opened, Instant kept, Instant now) {
    Instant left = kept.isAfter(now) ? Instant.EPOCH : kept;
    return opened.filter(left::isBefore).orElse(left);
  }

  /// Whether coordinators are alerted of nobody being there since then.
  public static boolean alarms(Optional<Instant> since, Instant now) {
    return since.filter(from -> !now.isBefore(from.plus(PATIENCE))).isPresent();
  }
}
