package havn.alarm;

import havn.duty.Lateness;
import havn.duty.Reach;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.matching.Overtime;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.shift.Shifts;
import havn.staff.PersonTag;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.task.Tasks;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks what people must be told of now.
public final class Watch {

  private final ServiceBook services;
  private final StaffStore people;
  private final Lateness lateness;
  private final Shifts shifts;
  private final Tasks tasks;
  private final Chats chats;
  private final InstantSource clock;

  public Watch(
      ServiceBook services,
      StaffStore people,
      Lateness lateness,
      Shifts shifts,
      Tasks tasks,
      Chats chats,
      InstantSource clock) {
    this.services = services;
    this.people = people;
    this.lateness = lateness;
    this.shifts = shifts;
    this.tasks = tasks;
    this.chats = chats;
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

  /// Both of the following.
  public Future<List<Alarm>> unanswered() {
    return together(unansweredInChats(), untakenInLines());
  }

  /// Calls for help out of chats that nobody answered. Whoever is on duty and does not look is
  /// texted on the way.
  public Future<List<Alarm>> unansweredInChats() {
    return each(chats.calls()::look, AlarmRules::unanswered, Watch::everybody);
  }

  /// Those in danger in a line whom nobody took.
  public Future<List<Alarm>> untakenInLines() {
    return each(chats.lines()::waiting, AlarmRules::unanswered, Watch::everybody);
  }

  /// The same as it stands, for whoever is on duty and wishes for texts.
  public Future<List<Alarm>> called() {
    return together(
        each(chats.calls()::look, AlarmRules::called, this::onDuty),
        each(chats.lines()::waiting, AlarmRules::called, this::onDuty));
  }

  /// Chats that go on half an hour after their service closed.
  public Future<List<Alarm>> overtime() {
    return each(
        id ->
            services
                .find(id)
                .map(chats.overtime()::pastClosing)
                .orElseGet(() -> Future.succeededFuture(List.of())),
        AlarmRules::overtime,
        Watch::everybody);
  }

  /// Chats of those whose shift is over. Who is silent in a shift of theirs is none of them.
  public Future<List<Alarm>> afterShift() {
    return each(this::afterShift, AlarmRules::afterShift, Watch::everybody);
  }

  private Future<List<Overtime.Going>> afterShift(ServiceId service) {
    return chats
        .overtime()
        .pastShift(service)
        .compose(
            going ->
                going.isEmpty()
                    ? Future.succeededFuture(going)
                    : people
                        .of(Set.of(service))
                        .compose(staff -> withoutShift(service, going, staff)));
  }

  private Future<List<Overtime.Going>> withoutShift(
      ServiceId service, List<Overtime.Going> going, List<StaffMember> staff) {
    Instant now = clock.instant();
    List<Future<Optional<Overtime.Going>>> looked =
        going.stream()
            .map(
                one ->
                    holdsShift(service, one, staff, now)
                        .map(holds -> Optional.of(one).filter(chat -> !holds)))
            .toList();
    Future<?> done = Future.all(looked);
    return done.map(seen -> looked.stream().flatMap(one -> one.result().stream()).toList());
  }

  /// False also of somebody of whom the list of devices does not say who it is.
  private Future<Boolean> holdsShift(
      ServiceId service, Overtime.Going going, List<StaffMember> staff, Instant now) {
    return staff.stream()
        .filter(one -> PersonTag.of(one.id()).equals(going.lead().person()))
        .findFirst()
        .map(
            lead ->
                shifts
                    .rights(lead.id(), Set.of(service))
                    .map(held -> held.lanes(service, Set.of(), now).isPresent()))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  /// Whether somebody who wishes for texts is on duty anywhere.
  public Future<Boolean> isOnDuty(StaffId who) {
    List<Future<Set<StaffId>>> looked = all().stream().map(this::reached).toList();
    Future<?> done = Future.all(looked);
    return done.map(seen -> looked.stream().anyMatch(one -> one.result().contains(who)));
  }

  private Future<Predicate<StaffMember>> onDuty(ServiceId service) {
    return reached(service).map(there -> who -> there.contains(who.id()));
  }

  private Future<Set<StaffId>> reached(ServiceId service) {
    Instant now = clock.instant();
    return chats
        .duty()
        .of(service)
        .map(
            duty ->
                duty.stream()
                    .filter(record -> now.isBefore(record.until()))
                    .flatMap(record -> record.reach().stream())
                    .map(Reach::who)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  @FunctionalInterface
  private interface Rule<T> {
    Optional<Alarm> alarm(ServiceId service, T seen, List<StaffMember> staff, Instant now);
  }

  private static Future<Predicate<StaffMember>> everybody(ServiceId service) {
    return Future.succeededFuture(who -> true);
  }

  private static Future<List<Alarm>> together(
      Future<List<Alarm>> chats, Future<List<Alarm>> lines) {
    return chats.compose(
        first -> lines.map(second -> Stream.of(first, second).flatMap(List::stream).toList()));
  }

  private <T> Future<List<Alarm>> each(
      Function<ServiceId, Future<List<T>>> look,
      Rule<T> rule,
      Function<ServiceId, Future<Predicate<StaffMember>>> whom) {
    Instant now = clock.instant();
    Future<List<StaffMember>> staff = people.of(all());
    List<Future<List<Alarm>>> looked =
        all().stream()
            .map(
                service ->
                    look.apply(service)
                        .compose(
                            seen ->
                                seen.isEmpty()
                                    ? Future.succeededFuture(List.<Alarm>of())
                                    : whom.apply(service)
                                        .compose(
                                            told ->
                                                staff.map(
                                                    known ->
                                                        alarms(
                                                            service,
                                                            seen,
                                                            rule,
                                                            known.stream().filter(told).toList(),
                                                            now)))))
            .toList();
    Future<?> done = Future.all(looked);
    return done.map(seen -> looked.stream().flatMap(one -> one.result().stream()).toList());
  }

  private static <T> List<Alarm> alarms(
      ServiceId service, List<T> seen, Rule<T> rule, List<StaffMember> staff, Instant now) {
    return seen.stream().flatMap(one -> rule.alarm(service, one, staff, now).stream()).toList();
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
