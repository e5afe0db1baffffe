package havn.task.postgres;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TaskId;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.service.Due;
import havn.service.Duties;
import havn.service.TaskKind;
import havn.service.postgres.ServiceStores;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import havn.task.SkipReason;
import havn.task.Task;
import havn.task.TaskAct;
import havn.task.TaskRules;
import havn.task.TaskRules.Decision;
import havn.task.TaskStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskStoreTest {

  private static final String DOCUMENT =
      """
      {"id":"vakt","names":{"nb":"Vakt"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;
  private static final ServiceId SERVICE = new ServiceId("vakt");
  private static final Set<ServiceId> MINE = Set.of(SERVICE);
  private static final List<String> THREE = List.of("nord", "sor", "vest");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final StaffMember kari =
      new StaffMember(StaffId.fresh(), "Kari", Role.WORKER, Set.of(SERVICE));
  private Pool pool;
  private TaskStore store;
  private boolean tells;

  @BeforeEach
  void open() {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    get(ServiceStores.in(pool).put(List.of(DOCUMENT)));
    get(StaffStores.people(pool, () -> NOW).add(kari));
    store = TaskStores.in(pool);
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void twentyAtOnceAlternateStrictlyBetweenTheOffices() {
    List<Future<Optional<TaskStore.Placed>>> raised =
        IntStream.range(0, 20).mapToObj(i -> store.raise(raising(THREE))).toList();
    get(Future.join(raised));
    Map<String, Long> counts =
        raised.stream()
            .map(placed -> placed.result().orElseThrow().office())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertEquals(Map.of("nord", 7L, "sor", 7L, "vest", 6L), counts);
    assertEquals(20, all().size());
    assertEquals(Map.of("barnevern", "sor"), get(store.turns(SERVICE)));
  }

  @Test
  void aSkippedOfficeIsNamedWithTheReasonAndTheTurnGoesOnFromWhoeverGotIt() {
    Task task = raised(raising(THREE));
    assertEquals("nord", task.office());
    Task moved = changed(task, new TaskAct.Skip(SkipReason.NOT_REACHED));
    assertEquals("sor", moved.office());
    assertEquals(List.of(new Task.Skipped("nord", SkipReason.NOT_REACHED)), moved.skipped());
    assertEquals(List.of(moved), all());
    assertEquals("vest", get(store.raise(raising(THREE))).orElseThrow().office());
    Task late = changed(moved, new TaskAct.Skip(SkipReason.NO_ROOM));
    assertEquals("vest", late.office());
    assertEquals(Map.of("barnevern", "vest"), get(store.turns(SERVICE)));
    assertEquals(
        new Decision.Refused(TaskRules.Reason.NOBODY_ELSE),
        act(late, new TaskAct.Skip(SkipReason.OTHER)));
  }

  @Test
  void whatIsRaisedAgainUnderItsNameIsTheSameTaskWithItsTimeAndTakesNoOtherTurn() {
    TaskStore.Raising raising = raising(THREE, Optional.of(NOW), Optional.empty());
    TaskStore.Placed first = get(store.raise(raising)).orElseThrow();
    assertEquals(Optional.empty(), first.before());
    var same = new TaskStore.Placed(first.office(), first.due(), Optional.of(raising.at()));
    assertEquals(Optional.of(same), get(store.raise(raising)));
    assertEquals(2, all().size());
    assertEquals(Map.of("barnevern", "nord"), get(store.turns(SERVICE)));
    StaffMember ola = new StaffMember(StaffId.fresh(), "Ola", Role.WORKER, MINE);
    get(StaffStores.people(pool, () -> NOW).add(ola));
    var others = raising(THREE, raising.id(), ola.id());
    assertEquals(Optional.empty(), get(store.raise(others)));
    assertEquals(2, all().size());
  }

  @Test
  void lateTasksOfOneKindHideNoneOfAnother() {
    Optional<Instant> tell = Optional.of(NOW.plusSeconds(1));
    for (int i = 0; i < Task.MOST_OPEN; i++) {
      assertTrue(get(store.raise(raising(THREE, tell, Optional.empty()))).isPresent());
    }
    var other = raising(THREE);
    get(
        store.raise(
            new TaskStore.Raising(
                other.id(),
                SERVICE,
                "rapport",
                THREE,
                kari.id(),
                NOW,
                NOW.plusSeconds(70),
                Optional.empty(),
                Optional.empty())));
    List<Task> late = get(store.late(MINE, NOW.minusSeconds(60), NOW.plusSeconds(90)));
    assertEquals(other.id(), late.getLast().id());
    assertEquals(2 * Task.MOST_OPEN + 1, late.size());
  }

  @Test
  void onlyOneOfManyTakesATask() {
    Task task = raised(raising(List.of()));
    List<Future<Decision>> asked =
        IntStream.range(0, 10)
            .mapToObj(i -> new StaffMember(StaffId.fresh(), "Nr " + i, Role.WORKER, MINE))
            .map(
                who -> {
                  get(StaffStores.people(pool, () -> NOW).add(who));
                  return decide(task, who, new TaskAct.Take());
                })
            .toList();
    get(Future.join(asked));
    assertEquals(1, asked.stream().filter(f -> f.result() instanceof Decision.Changed).count());
  }

  @Test
  void theOthersAreToldInATaskOfTheirOwnThatFollowsTheOffice() {
    tells = true;
    Instant tell = NOW.plus(Duration.ofHours(20));
    get(store.raise(raising(THREE, Optional.of(tell), Optional.empty())));
    assertEquals(
        List.of(Task.Purpose.ACT, Task.Purpose.TELL), all().stream().map(Task::purpose).toList());
    changed(all().getFirst(), new TaskAct.Skip(SkipReason.PARTIAL));
    assertEquals(List.of("sor", "sor"), all().stream().map(Task::office).toList());
    assertEquals(tell, all().get(1).due());
  }

  @Test
  void theOthersAreToldOnceMoreWhenAnOfficeIsSkippedAfterTheyWereTold() {
    tells = true;
    get(store.raise(raising(THREE, Optional.of(NOW.plusSeconds(90)), Optional.empty())));
    Task tell = changed(all().get(1), new TaskAct.Take());
    changed(tell, new TaskAct.Finish());
    changed(all().getFirst(), new TaskAct.Skip(SkipReason.PARTIAL));
    assertEquals(List.of("sor", "sor", "nord"), all().stream().map(Task::office).toList());
    Task again = all().getFirst();
    assertEquals(Task.Purpose.TELL, again.purpose());
    assertEquals(NOW.plusSeconds(9), again.due());
  }

  @Test
  void whatTellsTheOthersIsCountedToo() {
    Optional<Instant> tell = Optional.of(NOW.plusSeconds(90));
    for (int i = 0; i < Task.MOST_OPEN; i++) {
      assertTrue(get(store.raise(raising(THREE, tell, Optional.empty()))).isPresent());
    }
    assertEquals(2 * Task.MOST_OPEN, all().size());
    Task first = changed(all().getFirst(), new TaskAct.Take());
    changed(first, new TaskAct.Finish());
    assertEquals(Optional.empty(), get(store.raise(raising(THREE, tell, Optional.empty()))));
  }

  @Test
  void aTaskThatIsDoneGoesAndOneThatIsNotStays() {
    Task task = raised(raising(List.of()));
    changed(task, new TaskAct.Take());
    changed(task, new TaskAct.Finish());
    get(store.raise(raising(List.of())));
    assertEquals(2, all().size());
    assertEquals(0, get(store.forget(NOW.plus(Duration.ofDays(14)).minusSeconds(1))));
    assertEquals(1, get(store.forget(NOW.plus(Duration.ofDays(400)))));
    assertInstanceOf(Task.Open.class, all().getFirst().state());
  }

  @Test
  void theHundredAndFirstThatIsNotDoneIsRefusedAndTakesNoTurn() {
    for (int i = 0; i < Task.MOST_OPEN; i++) {
      assertTrue(get(store.raise(raising(THREE))).isPresent());
    }
    assertEquals(Optional.empty(), get(store.raise(raising(THREE))));
    assertEquals(Map.of("barnevern", "nord"), get(store.turns(SERVICE)));
  }

  @Test
  void whatSomebodyHadIsFreeForOthersWhenTheyLeave() {
    StaffStore people = StaffStores.people(pool, () -> NOW);
    StaffMember ola = new StaffMember(StaffId.fresh(), "Ola", Role.WORKER, MINE);
    get(people.add(ola));
    Task had = raised(raising(List.of()));
    assertInstanceOf(Decision.Changed.class, get(decide(had, ola, new TaskAct.Take())));
    get(people.offBoard(ola.id(), NOW, LocalDate.ofInstant(NOW, ZoneOffset.UTC)));
    assertInstanceOf(Task.Open.class, all().getFirst().state());
    assertInstanceOf(Task.Taken.class, changed(had, new TaskAct.Take()).state());
  }

  @Test
  void onlyWhoeverWorksForTheServiceFindsATaskAndItsDetail() {
    var sealed = new TaskStore.Sealed(new byte[] {1, 2}, List.of(DeviceId.fresh()));
    Task task = raised(raising(List.of(), Optional.empty(), Optional.of(sealed)));
    assertTrue(task.detail());
    assertEquals(2, get(store.detail(task.id(), MINE)).orElseThrow().length);
    Set<ServiceId> elsewhere = Set.of(new ServiceId("rosa"));
    assertEquals(Optional.empty(), get(store.detail(task.id(), elsewhere)));
    assertEquals(List.of(), get(store.all(elsewhere, NOW)));
    assertEquals(
        new Decision.Refused(TaskRules.Reason.UNKNOWN),
        get(
            store.decide(
                task.id(), elsewhere, place -> new Decision.Changed(task, "", Optional.empty()))));
  }

  private TaskStore.Raising raising(List<String> offices) {
    return raising(offices, Optional.empty(), Optional.empty());
  }

  private TaskStore.Raising raising(List<String> offices, TaskId id, StaffId by) {
    Instant due = NOW.plusSeconds(60);
    return new TaskStore.Raising(
        id, SERVICE, "barnevern", offices, by, NOW, due, Optional.empty(), Optional.empty());
  }

  private TaskStore.Raising raising(
      List<String> offices, Optional<Instant> tell, Optional<TaskStore.Sealed> detail) {
    return new TaskStore.Raising(
        TaskId.fresh(),
        SERVICE,
        "barnevern",
        offices,
        kari.id(),
        NOW,
        NOW.plusSeconds(60),
        tell,
        detail);
  }

  private Task raised(TaskStore.Raising raising) {
    get(store.raise(raising));
    return all().getFirst();
  }

  private List<Task> all() {
    return get(store.all(MINE, NOW));
  }

  private Task changed(Task task, TaskAct act) {
    return assertInstanceOf(Decision.Changed.class, act(task, act)).after();
  }

  private Decision act(Task task, TaskAct act) {
    return get(decide(task, kari, act));
  }

  private Future<Decision> decide(Task task, StaffMember who, TaskAct act) {
    TaskKind kind =
        new TaskKind(
            "barnevern",
            Map.of("nb", "Barnevern"),
            Map.of(),
            new Due.After(Duration.ofMinutes(1)),
            THREE.stream().map(id -> new Duties.Place(id, Map.of("nb", id))).toList(),
            tells,
            Set.of(Role.WORKER),
            TaskKind.AGAIN,
            14);
    return store.decide(
        task.id(),
        MINE,
        place -> TaskRules.decide(place, Optional.of(kind), who, act, NOW, NOW.plusSeconds(9)));
  }
}
