package havn.duty;

import havn.hours.OpeningHours;
import havn.kernel.id.ServiceId;
import havn.line.Lines;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Answers whether a service is open, busy, late or closed.
public final class Availability {

  private static final ServiceState UNKNOWN =
      new ServiceState(Staffing.CLOSED, 0, Optional.empty(), Optional.empty());

  private final ServiceBook services;
  private final Presences presences;
  private final Lines lines;
  private final InstantSource time;

  public Availability(ServiceBook services, Presences presences, Lines lines, InstantSource time) {
    this.services = services;
    this.presences = presences;
    this.lines = lines;
    this.time = time;
  }

  /// The state now; an unknown service is closed. Fails when a store does.
  public Future<ServiceState> of(ServiceId id) {
    return services.find(id).map(this::of).orElseGet(() -> Future.succeededFuture(UNKNOWN));
  }

  private Future<ServiceState> of(Service service) {
    Instant now = time.instant();
    OpeningHours hours = new OpeningHours(service.hours());
    if (!hours.inHours(now)) {
      return Future.succeededFuture(
          new ServiceState(Staffing.CLOSED, 0, hours.opensAt(now), Optional.empty()));
    }
    return presences
        .of(service.id())
        .compose(
            duty -> {
              Staffing staffing = StaffedTruth.decide(true, duty, now);
              Optional<Instant> late =
                  staffing == Staffing.LATE ? hours.openedAt(now) : Optional.empty();
              return lines
                  .length(service.id())
                  .map(waiting -> new ServiceState(staffing, waiting, Optional.empty(), late));
            });
  }
}
