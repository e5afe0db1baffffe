package havn.duty;

import havn.hours.OpeningHours;
import havn.kernel.id.ServiceId;
import havn.line.Lines;
import havn.service.AfterHours;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Answers whether a service is open, busy, late or closed, one answer per lane, and who answers
/// instead.
public final class Availability {

  private static final ServiceState UNKNOWN =
      new ServiceState(Staffing.CLOSED, 0, Optional.empty(), Optional.empty());
  private static final Future<Optional<Elsewhere>> NOBODY =
      Future.succeededFuture(Optional.empty());

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
    return services
        .find(id)
        .map(service -> of(service, service.opening()))
        .orElseGet(() -> Future.succeededFuture(UNKNOWN));
  }

  /// The state now for whoever asks in this lane.
  public Future<ServiceState> of(ServiceId id, String lane) {
    return services
        .find(id)
        .map(service -> of(service, service.opening(lane)))
        .orElseGet(() -> Future.succeededFuture(UNKNOWN));
  }

  private Future<ServiceState> of(Service service, OpeningHours hours) {
    Instant now = time.instant();
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

  /// Who answers instead of a service in this state; empty while it answers itself, and when nobody
  /// can be named who does or will within a year.
  public Future<Optional<Elsewhere>> instead(Service service, ServiceState state) {
    return state.staffing().answers() || service.afterHours().isEmpty()
        ? NOBODY
        : switch (service.afterHours().get()) {
          case AfterHours.Phone phone ->
              Future.succeededFuture(Instead.byPhone(phone, time.instant()));
          case AfterHours.Transfer transfer -> instead(service, transfer);
        };
  }

  private Future<Optional<Elsewhere>> instead(Service service, AfterHours.Transfer transfer) {
    return services
        .find(transfer.service())
        .filter(other -> other.audience() == service.audience())
        .map(other -> of(other.id()).map(state -> Instead.byService(transfer, other, state)))
        .orElse(NOBODY);
  }
}
