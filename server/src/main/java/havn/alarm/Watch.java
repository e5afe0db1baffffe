package havn.alarm;

import havn.danger.DangerCall;
import havn.danger.DangerDesk;
import havn.duty.Lateness;
import havn.kernel.id.ServiceId;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.shift.Shifts;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.task.Tasks;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks what people must be told of now.
public final class Watch {

  private final ServiceBook services;
  private final StaffStore people;
  private final Lateness lateness;
  private final Shifts shifts;
  private final Tasks tasks;
  private final DangerDesk danger;
  private final InstantSource clock;

  public Watch(
      ServiceBook services,
      StaffStore people,
      Lateness lateness,
      Shifts shifts,
      Tasks tasks,
      DangerDesk danger,
      InstantSource clock) {
    this.services = services;
    this.people = people;
    this.lateness = lateness;
    this.shifts = shifts;
    this.tasks = tasks;
    this.danger = danger;
    this.clock = clock;
  }

  /// Services, and lanes with hours of their own, where nobody is there for five minutes.
  public Future<List<Alarm>> late() {
    Instant now = clock.instant();
    List<Future<List<Cause.Late>>> asked = services.all().stream().map(this::late).toList();
    Future<?> all = Future.all(asked);
    return all.compose(done -> people.of(all()))
        .map(
            staff ->
                asked.stream()
                    .flatMap(one -> one.result().stream())
                    .flatMap(one -> AlarmRules.late(one, staff, now).stream())
                    .toList());
  }

  private Future<List<Cause.Late>> late(Service service) {
    return lateness
        .of(service)
        .map(
            all ->
                all.stream()
                    .map(late -> new Cause.Late(service.id(), late.lane(), late.since()))
                    .toList());
  }

  /// Calls for help that nobody answered. Whoever is on duty and does not look is texted on the
  /// way.
  public Future<List<Alarm>> unanswered() {
    return calls(AlarmRules::unanswered);
  }

  /// Calls for help that stand, for whoever may be on duty.
  public Future<List<Alarm>> called() {
    return calls(AlarmRules::called);
  }

  @FunctionalInterface
  private interface CallRule {
    Optional<Alarm> alarm(
        ServiceId service, DangerCall.Seen seen, List<StaffMember> staff, Instant now);
  }

  private Future<List<Alarm>> calls(CallRule rule) {
    Map<ServiceId, Future<List<DangerCall.Seen>>> looked = new HashMap<>();
    all().forEach(service -> looked.put(service, danger.look(service)));
    Future<?> done = Future.all(List.copyOf(looked.values()));
    return done.compose(seen -> people.of(all()))
        .map(
            staff ->
                looked.entrySet().stream()
                    .flatMap(of -> calls(of.getKey(), of.getValue().result(), rule, staff))
                    .toList());
  }

  private Stream<Alarm> calls(
      ServiceId service, List<DangerCall.Seen> seen, CallRule rule, List<StaffMember> staff) {
    Instant now = clock.instant();
    return seen.stream().flatMap(one -> rule.alarm(service, one, staff, now).stream());
  }

  /// Shifts that begin within 72 hours and lack somebody.
  public Future<List<Alarm>> gaps() {
    Instant now = clock.instant();
    return people
        .of(all())
        .compose(
            staff ->
                shifts
                    .coming(all(), AlarmRules.DAYS_AHEAD)
                    .map(
                        coming ->
                            coming.stream()
                                .flatMap(shift -> AlarmRules.gap(shift, staff, now).stream())
                                .toList()));
  }

  /// Tasks past their due time that are not done.
  public Future<List<Alarm>> overdue() {
    Instant now = clock.instant();
    return people
        .of(all())
        .compose(
            staff ->
                tasks
                    .late(all(), AlarmRules.OLDEST)
                    .map(
                        late ->
                            late.stream()
                                .flatMap(
                                    task ->
                                        AlarmRules.overdue(task, tasks.kind(task), staff, now)
                                            .stream())
                                .toList()));
  }

  private Set<ServiceId> all() {
    return services.all().stream().map(Service::id).collect(Collectors.toUnmodifiableSet());
  }
}
