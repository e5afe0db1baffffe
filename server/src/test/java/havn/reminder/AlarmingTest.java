package havn.reminder;

import static havn.Eventually.get;
import static havn.reminder.RemindersForTests.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Handed;
import havn.channel.TestProvider;
import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.kernel.id.DeviceId;
import havn.kernel.id.TaskId;
import havn.service.Service;
import havn.service.TaskKind;
import havn.shift.Place;
import havn.shift.SeatAct;
import havn.shift.ShiftPlan;
import havn.shift.ShiftsForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.task.TaskAct;
import havn.task.TaskRules;
import havn.task.Tasks;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// No console is open: whoever has to know learns it from their phone, once.
class AlarmingTest {

  private static final String LATE = NUMBER + " Ingen er på plass ennå.";
  private static final String LANE = NUMBER + " Det mangler noen nå. Se i konsollen.";
  private static final String DUE = NUMBER + " En frist er ute.";
  private static final String AGAIN = NUMBER + " En frist er fortsatt ute.";

  /// 13:30 to 02:00.
  private static final String FRIDAY =
      """
      {"day":"friday","from":"13:30","to":"02:00"}\
      """;

  private static final String DOCTORS =
      "\"laneHours\":{\"doctor\":[{\"day\":\"friday\",\"from\":\"16:00\",\"to\":\"18:00\"}]},";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final RemindersForTests house = new RemindersForTests(provider);

  AlarmingTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void coordinatorsAndNobodyElseAreToldFiveMinutesAfterNobodyCame() {
    house.reachable("Kari", Role.COORDINATOR);
    house.reachable("Ola", Role.WORKER);
    house.reachable("Eva", Role.VOLUNTEER);
    house.open(FRIDAY);
    house.at("2026-11-20T12:34:59Z");
    round();
    assertEquals(List.of(), provider.arrived);
    house.later(Duration.ofSeconds(1));
    for (int rounds = 0; rounds < 3; rounds++) {
      round();
      house.later(Duration.ofHours(1));
    }
    assertEquals(List.of(LATE), provider.arrived);
  }

  @Test
  void whoeverLeavesLastAtNightLeavesFiveMinutesToComeBack() {
    house.reachable("Kari", Role.COORDINATOR);
    house.open(FRIDAY);
    DeviceId ola = DeviceId.fresh();
    house.at("2026-11-20T22:00:00Z");
    onDuty(ola);
    round();
    get(house.presences.drop(Set.of(ShiftsForTests.SERVICE), ola, house.now));
    house.later(Duration.ofSeconds(299));
    round();
    assertEquals(List.of(), provider.arrived);
    house.later(Duration.ofSeconds(1));
    round();
    assertEquals(List.of(LATE), provider.arrived);
    onDuty(ola);
    round();
    get(house.presences.drop(Set.of(ShiftsForTests.SERVICE), ola, house.now));
    house.later(Duration.ofMinutes(5));
    round();
    assertEquals(List.of(LATE, LATE), provider.arrived, "it is another time");
  }

  @Test
  void aLaneWithHoursOfItsOwnWhereNobodyIsThereIsToldFiveMinutesAfterTheyBeginToo() {
    house.reachable("Kari", Role.COORDINATOR);
    house.open(FRIDAY, DOCTORS);
    house.at("2026-11-20T12:30:00Z");
    DeviceId ola = DeviceId.fresh();
    for (int minutes = 0; minutes < 155; minutes++) {
      onDuty(ola, Set.of("self"));
      round();
      house.later(Duration.ofMinutes(1));
    }
    assertEquals(List.of(), provider.arrived);
    onDuty(ola, Set.of("self"));
    round();
    assertEquals(List.of(LANE), provider.arrived);
    DeviceId doctor = DeviceId.fresh();
    onDuty(doctor, Set.of("doctor"));
    onDuty(ola, Set.of());
    get(house.presences.drop(Set.of(ShiftsForTests.SERVICE), doctor, house.now));
    for (int minutes = 0; minutes < 4; minutes++) {
      house.later(Duration.ofMinutes(2));
      onDuty(ola, Set.of());
      round();
    }
    assertEquals(List.of(LANE), provider.arrived, "whoever answers all answers doctors' too");
    house.at("2026-11-20T19:00:00Z");
    onDuty(ola, Set.of("self"));
    round();
    assertEquals(List.of(LANE), provider.arrived, "its hours are over");
  }

  @Test
  void asManyLanesAsOneIsToldOfLeaveWordsForAServiceWhereNobodyIs() {
    house.reachable("Kari", Role.COORDINATOR);
    house.open(FRIDAY, DOCTORS);
    house.at("2026-11-20T15:30:00Z");
    DeviceId ola = DeviceId.fresh();
    for (int time = 0; time < Kind.LANE.most(); time++) {
      onDuty(ola, Set.of());
      get(house.presences.drop(Set.of(ShiftsForTests.SERVICE), ola, house.now));
      house.later(Duration.ofMinutes(5));
      onDuty(ola, Set.of("self"));
      round();
    }
    get(house.presences.drop(Set.of(ShiftsForTests.SERVICE), ola, house.now));
    house.later(Duration.ofMinutes(5));
    round();
    assertEquals(LATE, provider.arrived.get(Kind.LANE.most()));
  }

  @Test
  void whatIsNoLongerSoWhenItWouldBeSentIsNotSaid() {
    house.reachable("Kari", Role.COORDINATOR);
    house.open(FRIDAY);
    house.at("2026-11-20T12:40:00Z");
    get(house.alarming.round());
    onDuty(DeviceId.fresh());
    get(house.sender().round());
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("late dropped"), house.states());
  }

  @Test
  void aShiftThatLacksSomebodyIsToldThreeDaysAndOneDayBeforeAndNeverAtNight() {
    house.reachable("Kari", Role.COORDINATOR);
    house.reachable("Ola", Role.WORKER);
    house.plan("2026-11-24", "22:30", "23:30");
    house.at("2026-11-21T21:30:00Z");
    round();
    assertEquals(List.of(), provider.arrived);
    house.at("2026-11-22T09:00:00Z");
    round();
    round();
    house.at("2026-11-23T21:30:00Z");
    round();
    house.at("2026-11-24T09:00:00Z");
    round();
    house.at("2026-11-24T15:00:00Z");
    round();
    assertEquals(
        List.of(
            NUMBER + " Det mangler noen tirsdag kl. 22.30. Se i kalenderen.",
            NUMBER + " Det mangler noen i dag kl. 22.30. Se i kalenderen."),
        provider.arrived);
  }

  @Test
  void whoSignsUpInTheMeantimeLeavesNothingToTell() {
    house.reachable("Kari", Role.COORDINATOR);
    StaffMember ola = house.somebody("Ola", Role.WORKER);
    Place place = ShiftsForTests.place(plan("2026-11-24", 1), "2026-11-24");
    house.at("2026-11-21T21:30:00Z");
    get(house.alarming.round());
    house.does(ola, new SeatAct.SignUp(place));
    house.at("2026-11-22T09:00:00Z");
    round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("gap dropped"), house.states());
    house.does(ola, new SeatAct.TakeBack(place));
    round();
    assertEquals(1, provider.arrived.size(), "nobody was told of it yet");
  }

  @Test
  void howeverManyShiftsLackSomebodyAfterAHaltItIsOneText() {
    house.reachable("Kari", Role.COORDINATOR);
    for (int day = 21; day < 25; day++) {
      plan("2026-11-" + day, 3);
    }
    house.at("2026-11-21T12:00:00Z");
    round();
    round();
    assertEquals(1, provider.arrived.size());
    assertTrue(provider.arrived.getFirst().contains("i dag kl. 18"), provider.arrived::toString);
  }

  @Test
  void anUrgentTaskIsToldAtNightToAllWhoMayHandleItAndOnceMoreWhenItsKindAlarmsAgain() {
    StaffMember kari = house.reachable("Kari", Role.COORDINATOR);
    house.reachable("Ola", Role.WORKER);
    house.reachable("Eva", Role.VOLUNTEER);
    house.at("2026-11-20T23:00:00Z");
    raise(kari, "barnevern");
    house.at("2026-11-21T00:59:59Z");
    round();
    assertEquals(List.of(), provider.arrived);
    house.later(Duration.ofSeconds(1));
    round();
    round();
    assertEquals(List.of(DUE, DUE), provider.arrived);
    house.later(Duration.ofMinutes(30));
    for (int rounds = 0; rounds < 4; rounds++) {
      round();
      house.later(Duration.ofHours(1));
    }
    assertEquals(List.of(DUE, DUE, AGAIN, AGAIN), provider.arrived);
  }

  @Test
  void whatComesAtNightWaitsForNoPauseOfWhatTheProviderRefusedBefore() {
    StaffMember kari = house.reachable("Kari", Role.COORDINATOR);
    house.at("2026-11-20T20:00:00Z");
    raise(kari, "barnevern");
    house.at("2026-11-20T21:30:00Z");
    raise(kari, "barnevern");
    house.at("2026-11-20T22:00:00Z");
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.UNREACHABLE));
    for (int pause : List.of(0, 6, 31, 181, 901, 3_601)) {
      house.later(Duration.ofSeconds(pause));
      round();
    }
    provider.instead = Optional.empty();
    house.at("2026-11-20T23:29:59Z");
    round();
    assertEquals(List.of(), provider.arrived, "the first one pauses for hours");
    house.later(Duration.ofSeconds(1));
    round();
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void aTaskThatSomebodyHasIsToldThemFirstAndOneThatIsDoneToNobody() {
    StaffMember kari = house.reachable("Kari", Role.COORDINATOR);
    StaffMember ola = house.reachable("Ola", Role.WORKER);
    TaskId task = raise(kari, "barnevern");
    act(ola, task, new TaskAct.Take());
    house.later(Duration.ofHours(2));
    get(house.alarming.round());
    assertEquals(1, house.states().size());
    act(ola, task, new TaskAct.Finish());
    get(house.sender().round());
    house.later(Duration.ofHours(1));
    round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("urgent dropped"), house.states());
  }

  @Test
  void aTaskThatCountsWorkingDaysWaitsForTheMorning() {
    StaffMember kari = house.reachable("Kari", Role.COORDINATOR);
    raise(kari, "advokat");
    house.at("2026-11-23T20:00:00Z");
    round();
    assertEquals(List.of(), provider.arrived);
    house.at("2026-11-24T09:00:00Z");
    round();
    assertEquals(List.of(AGAIN), provider.arrived);
  }

  @Test
  void nobodyIsToldOfWhatBeganAWeekAgoOrWantsNoAlarms() {
    StaffMember kari = house.reachable("Kari", Role.COORDINATOR);
    StaffMember ola = house.reachable("Ola", Role.WORKER);
    assertTrue(get(house.reminders.wish(ola.id(), new ReminderStore.Wishes(true, true, false))));
    raise(kari, "barnevern");
    house.later(Duration.ofDays(7).plusHours(2));
    round();
    assertEquals(List.of(), house.states());
    raise(kari, "barnevern");
    house.later(Duration.ofHours(2));
    round();
    assertEquals(List.of(DUE), provider.arrived);
  }

  @Test
  void nobodyGetsMoreThanSixOfAKindInADay() {
    StaffMember kari = house.reachable("Kari", Role.COORDINATOR);
    for (int tasks = 0; tasks < 9; tasks++) {
      raise(kari, "barnevern");
      house.later(Duration.ofMinutes(20));
    }
    house.later(Duration.ofHours(1));
    for (int rounds = 0; rounds < 30; rounds++) {
      round();
      house.later(Duration.ofMinutes(10));
    }
    assertEquals(Kind.URGENT.most(), provider.arrived.size());
  }

  @Test
  void twoProcessesThatLookAtOnceTellEachOnce() {
    for (int i = 0; i < 6; i++) {
      house.reachable("Nr " + i, Role.COORDINATOR);
    }
    StaffMember kari = house.reachable("Kari", Role.COORDINATOR);
    plan("2026-11-22", 2);
    raise(kari, "barnevern");
    house.open(FRIDAY);
    house.later(Duration.ofHours(2));
    Alarming other = new Alarming(house.store, house.watch, () -> house.now);
    get(Future.join(house.alarming.round(), other.round(), house.alarming.round(), other.round()));
    Future<Integer> one = house.sender().round();
    Future<Integer> two = house.sender().round();
    get(Future.join(one, two));
    round();
    round();
    round();
    assertEquals(21, provider.arrived.size());
    assertEquals(7, provider.arrived.stream().filter(LATE::equals).count());
    assertEquals(7, provider.arrived.stream().filter(DUE::equals).count());
  }

  @Test
  void aServiceOfWhichNoCoordinatorIsToldIsNamed() {
    Set<havn.kernel.id.ServiceId> service = Set.of(ShiftsForTests.SERVICE);
    house.reachable("Ola", Role.WORKER);
    StaffMember kari = house.somebody("Kari", Role.COORDINATOR);
    house.code(kari);
    assertEquals(service, get(house.reminders.unheard(service)));
    StaffMember ida = house.reachable("Ida", Role.COORDINATOR);
    assertEquals(Set.of(), get(house.reminders.unheard(service)));
    assertTrue(get(house.reminders.wish(ida.id(), new ReminderStore.Wishes(true, true, false))));
    assertEquals(service, get(house.reminders.unheard(service)));
  }

  private void round() {
    get(house.alarming.round());
    get(house.sender().round());
    get(house.sender().round());
  }

  private ShiftPlan plan(String day, int seats) {
    ShiftPlan plan = ShiftsForTests.plan(day, "18:00", "21:00", "", seats);
    get(house.shifts.plan(plan));
    return plan;
  }

  private void onDuty(DeviceId device) {
    onDuty(device, Set.of());
  }

  /// @param lanes none, all of them
  private void onDuty(DeviceId device, Set<String> lanes) {
    DutyRecord record =
        new DutyRecord(
            device,
            house.now.plusSeconds(7_200),
            house.now,
            false,
            0,
            3,
            true,
            Optional.empty(),
            new Abilities(Set.of("nb"), lanes, Set.of()));
    get(house.presences.put(Set.of(ShiftsForTests.SERVICE), record));
  }

  private TaskId raise(StaffMember who, String kind) {
    Service service = house.services.find(ShiftsForTests.SERVICE).orElseThrow();
    TaskKind task = service.duties().task(kind).orElseThrow();
    TaskId id = TaskId.fresh();
    var raised = get(house.tasks.raise(id, who, service, task, Optional.empty()));
    return assertInstanceOf(Tasks.Raised.Kept.class, raised).id();
  }

  private void act(StaffMember who, TaskId task, TaskAct act) {
    assertInstanceOf(TaskRules.Decision.Changed.class, get(house.tasks.act(who, task, act)));
  }
}
