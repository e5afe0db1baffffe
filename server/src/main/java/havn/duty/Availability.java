package havn.duty;

import havn.kernel.id.ServiceId;
import havn.line.Lines;
import havn.line.WaitEstimate;
import havn.service.AfterHours;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Answers whether a service is open, busy, late or closed, one answer per lane, and who answers
/// instead.
public final class Availability {

  private static final Future<Optional<Elsewhere>> NOBODY =
      Future.succeededFuture(Optional.empty());

  private final ServiceBook services;
  private final Presences presences;
  private final Lines lines;
  private final DeskSigns signs;
  private final InstantSource time;

  public Availability(
      ServiceBook services, Presences presences, Lines lines, DeskSigns signs, InstantSource time) {
    this.services = services;
    this.presences = presences;
    this.lines = lines;
    this.signs = signs;
    this.time = time;
  }

  /// The state now; an unknown service is closed. Fails when a store does.
  public Future<ServiceState> of(ServiceId id) {
    return services
        .find(id)
        .map(service -> of(service, service.lanes(), Admission.Asker.ANYBODY))
        .orElseGet(Availability::unknown);
  }

  /// The state now for whoever asks in this lane: only those count who answer it.
  public Future<ServiceState> of(ServiceId id, String lane) {
    return of(id, lane, Admission.Asker.ANYBODY);
  }

  public Future<ServiceState> of(ServiceId id, String lane, Admission.Asker asker) {
    return services
        .find(id)
        .map(service -> of(service, lane, asker))
        .orElseGet(Availability::unknown);
  }

  private static Future<ServiceState> unknown() {
    return Future.succeededFuture(ServiceState.closed(Optional.empty()));
  }

  /// The states of all lanes of a service, at most 16, from one look at its duty.
  public Future<Map<String, ServiceState>> lanes(Service service) {
    Instant now = time.instant();
    Look look = look(service.id());
    return signs
        .of(service.id())
        .compose(
            sign -> {
              Map<String, Future<ServiceState>> asked = new LinkedHashMap<>();
              for (String lane : service.lanes()) {
                DeskHours desk = hours(service, lane, Admission.Asker.ANYBODY, sign, now);
                asked.put(
                    lane, of(service, Set.of(lane), desk, Admission.Asker.ANYBODY, now, look));
              }
              Map<String, ServiceState> states = new LinkedHashMap<>();
              Future<?> all = Future.all(List.copyOf(asked.values()));
              return all.map(
                  done -> {
                    asked.forEach((lane, state) -> states.put(lane, state.result()));
                    return states;
                  });
            });
  }

  private Future<ServiceState> of(
      Service service, Collection<String> lanes, Admission.Asker asker) {
    return of(service, lanes, asker, (sign, now) -> DeskHours.of(service.opening(), sign, now));
  }

  private Future<ServiceState> of(Service service, String lane, Admission.Asker asker) {
    return of(service, Set.of(lane), asker, (sign, now) -> hours(service, lane, asker, sign, now));
  }

  private Future<ServiceState> of(
      Service service,
      Collection<String> lanes,
      Admission.Asker asker,
      BiFunction<DeskSign, Instant, DeskHours> hours) {
    Instant now = time.instant();
    return signs
        .of(service.id())
        .compose(
            sign -> of(service, lanes, hours.apply(sign, now), asker, now, look(service.id())));
  }

  /// The lane's own hours, or the service's. Whoever comes first is taken while anybody is there,
  /// whatever their lane.
  private static DeskHours hours(
      Service service, String lane, Admission.Asker asker, DeskSign sign, Instant now) {
    return service.laneHours().containsKey(lane) && asker != Admission.Asker.FIRST
        ? DeskHours.of(service.opening(lane), sign, now)
        : DeskHours.of(service.opening(), sign, now);
  }

  /// Who is on duty, and how many wait.
  private record Look(Future<List<DutyRecord>> duty, Future<Integer> waiting) {}

  private Look look(ServiceId service) {
    return new Look(presences.of(service), lines.length(service));
  }

  private Future<ServiceState> of(
      Service service,
      Collection<String> lanes,
      DeskHours desk,
      Admission.Asker asker,
      Instant now,
      Look look) {
    if (!desk.open(now)) {
      return Future.succeededFuture(ServiceState.closed(desk.opensAt(now)));
    }
    Future<List<DutyRecord>> duty = look.duty().map(all -> answering(all, lanes, asker));
    return duty.compose(
        present ->
            look.waiting()
                .compose(
                    count ->
                        expectedWait(
                                service.id(), count, WaitEstimate.since(desk.openedAt(now), now))
                            .map(wait -> within(service, desk, present, count, wait, asker, now))));
  }

  /// Whoever is in danger is answered by anybody.
  private static List<DutyRecord> answering(
      List<DutyRecord> duty, Collection<String> lanes, Admission.Asker asker) {
    return duty.stream()
        .filter(DutyRecord::takes)
        .filter(
            record ->
                asker == Admission.Asker.FIRST
                    || lanes.stream().anyMatch(record.abilities()::answers))
        .toList();
  }

  private Future<Optional<Duration>> expectedWait(ServiceId id, int waiting, Instant since) {
    return waiting == 0
        ? Future.succeededFuture(Admission.expectedWait(0, List.of()))
        : lines.pickUps(id, since).map(pickUps -> Admission.expectedWait(waiting, pickUps));
  }

  private static ServiceState within(
      Service service,
      DeskHours desk,
      List<DutyRecord> duty,
      int waiting,
      Optional<Duration> wait,
      Admission.Asker asker,
      Instant now) {
    Staffing staffing = StaffedTruth.decide(true, duty, now);
    Optional<Instant> closes = desk.closesAt(now);
    return new ServiceState(
        staffing,
        waiting,
        Optional.empty(),
        staffing == Staffing.LATE ? desk.openedAt(now) : Optional.empty(),
        closes,
        Admission.decide(
            staffing, desk.mode(), closes.map(end -> Duration.between(now, end)), wait, asker),
        StaffedTruth.spoken(service.languages(), duty, now));
  }

  /// Who answers instead of a service in this state; empty while it takes new people itself, and
  /// when nobody can be named who does or will within a year.
  public Future<Optional<Elsewhere>> instead(Service service, ServiceState state) {
    return state.admission() == Admission.WELCOME || service.afterHours().isEmpty()
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
