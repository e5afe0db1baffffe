package havn.reminder;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.alarm.Chats;
import havn.alarm.Watch;
import havn.channel.Channel;
import havn.channel.KeysForTests;
import havn.channel.Outbox;
import havn.channel.RoleKeys;
import havn.channel.Sender;
import havn.channel.TestProvider;
import havn.conversation.Conversations;
import havn.conversation.Memberships;
import havn.conversation.redis.ConversationStores;
import havn.danger.DangerDesk;
import havn.danger.redis.DangerStores;
import havn.duty.Abilities;
import havn.duty.Availability;
import havn.duty.DutyRecord;
import havn.duty.Lateness;
import havn.duty.Presences;
import havn.duty.Reach;
import havn.duty.redis.DutyStores;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.DeviceId;
import havn.line.Lines;
import havn.line.redis.LineStores;
import havn.matching.Overtime;
import havn.postgres.DatabaseForTests;
import havn.redis.Key;
import havn.redis.Redis;
import havn.redis.TestRedis;
import havn.reminder.postgres.ReminderStores;
import havn.service.ServiceBook;
import havn.service.postgres.ServiceStores;
import havn.shift.Place;
import havn.shift.SeatAct;
import havn.shift.SeatRules.Decision;
import havn.shift.ShiftPlan;
import havn.shift.Shifts;
import havn.shift.ShiftsForTests;
import havn.shift.postgres.ShiftStores;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import havn.task.Tasks;
import havn.task.postgres.TaskStores;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A service, its people and what reminds them, over a real database and a clock that a test moves.
/// It begins on Friday the 20th of November 2026 at 13:00 local time.
public final class RemindersForTests implements AutoCloseable {

  public static final String NUMBER = "+4741234567";

  private static final String DOCUMENT =
      """
      {"id":"pro-mann","names":{"nb":"Pro Mann"},"languages":["nb"],"lanes":["self","doctor"],
       "hours":{"zone":"Europe/Oslo","weekly":[%s],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/",%s"emergency":[{"number":"113","kind":"health"}],
       "duties":{"tasks":[
         {"id":"barnevern","names":{"nb":"Meld"},"due":{"minutes":120},"againMinutes":30},
         {"id":"advokat","names":{"nb":"Spør"},"due":{"workingDays":1},"againMinutes":60}]}}
      """;

  private static final Key LINE = Key.of("{s:pro-mann}:line");

  private final DatabaseForTests database = new DatabaseForTests();
  private final Vertx vertx = Vertx.vertx();
  private final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  final Pool pool = database.pool;
  Instant now = Instant.parse("2026-11-20T12:00:00Z");
  final StaffStore people = StaffStores.people(pool, () -> now);
  final Shifts shifts = new Shifts(ShiftStores.in(pool), () -> now);
  final ReminderStore store = ReminderStores.in(pool);
  final Outbox<StaffText> outbox;
  final TestProvider provider;
  final RoleKeys keys;
  final Reminders reminders;
  final Planning planning = new Planning(store, shifts, () -> now);
  final ServiceBook services = new ServiceBook(ServiceStores.in(pool));
  final Presences presences = DutyStores.presences(redis);
  final Lines lines = LineStores.lines(redis);
  final Tasks tasks =
      new Tasks(TaskStores.in(pool), services, JournalStores.journal(pool), () -> now);
  final Conversations conversations = ConversationStores.conversations(redis);
  final Memberships memberships = ConversationStores.memberships(redis);
  final RosterForTests roster = new RosterForTests();
  final StaffCalls calls = new StaffCalls(store, () -> now);
  final DangerDesk danger =
      new DangerDesk(DangerStores.calls(redis), conversations, presences, roster, calls, () -> now);
  final Watch watch =
      new Watch(
          services,
          people,
          new Lateness(
              new Availability(services, presences, lines, DutyStores.signs(redis), () -> now),
              presences,
              () -> now),
          shifts,
          tasks,
          new Chats(
              danger,
              lines,
              presences,
              new Overtime(roster, conversations, presences, DutyStores.signs(redis), () -> now)),
          () -> now);
  final Alarming alarming = new Alarming(store, watch, () -> now);
  final List<String> ended = new ArrayList<>();
  final Sender.Heard heard =
      new Sender.Heard() {
        @Override
        public void ended(String purpose, Outbox.End end) {
          ended.add(purpose + " " + end);
        }

        @Override
        public void failed(String purpose, Throwable why) {
          ended.add(purpose + " " + why.getClass().getSimpleName());
        }
      };
  Duration patience = Duration.ofSeconds(10);

  RemindersForTests(TestProvider provider) throws Exception {
    this.provider = provider;
    this.keys = KeysForTests.fresh();
    this.outbox = ReminderStores.outbox(pool, new SealedFor(keys));
    this.reminders = new Reminders(store, keys, () -> now);
    for (String kept :
        List.of("duty", "there", "desk", "danger", "line", "waiting", "seen", "offers")) {
      get(redis.delete(Key.of("{s:pro-mann}:" + kept)));
    }
    open("");
  }

  /// @param weekly when the service is open
  void open(String weekly) {
    open(weekly, "");
  }

  /// @param more members of its document
  void open(String weekly, String more) {
    List<String> document = List.of(DOCUMENT.formatted(weekly, more));
    assertEquals(List.of(), get(ServiceStores.in(pool).put(document)));
    get(services.refresh());
  }

  Sender<StaffText> sender() {
    return sender(provider, outbox);
  }

  Sender<StaffText> sender(Channel channel, Outbox<StaffText> from) {
    Words words = new Words(store, shifts, watch, new SealedFor(keys));
    return new Sender<>(channel, from, words, heard, () -> now, patience);
  }

  /// Looks what is due and sends it, as a process does again and again.
  void round() {
    plan();
    get(sender().round());
  }

  void plan() {
    get(planning.round(Set.of(ShiftsForTests.SERVICE)));
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  void at(String instant) {
    now = Instant.parse(instant);
  }

  StaffMember somebody(String name) {
    return somebody(name, Role.VOLUNTEER);
  }

  StaffMember somebody(String name, Role role) {
    StaffMember member = ShiftsForTests.person(name, role);
    get(people.add(member));
    return member;
  }

  /// Somebody whose number counts.
  StaffMember reachable(String name) {
    return reachable(name, Role.VOLUNTEER);
  }

  StaffMember reachable(String name, Role role) {
    StaffMember member = somebody(name, role);
    assertEquals(Reminders.Typed.CONFIRMED, get(reminders.type(member.id(), code(member))));
    provider.arrived.clear();
    ended.clear();
    return member;
  }

  /// Whose number counts, and who wishes to be told of everything.
  StaffMember wishing(String name, Role role) {
    StaffMember member = reachable(name, role);
    assertTrue(get(reminders.wish(member.id(), new ReminderStore.Wishes(true, true, true))));
    return member;
  }

  /// On duty for two hours more, full, on a break, and silent for so long.
  void onDuty(StaffMember who, DeviceId device, Duration silent) {
    DutyRecord record =
        new DutyRecord(
            device,
            now.plusSeconds(7_200),
            now.minus(silent),
            true,
            3,
            3,
            true,
            true,
            Optional.of(Reach.of(who.id())),
            Optional.empty(),
            Abilities.speaking("nb"));
    get(presences.put(Set.of(ShiftsForTests.SERVICE), record));
  }

  void offDuty(DeviceId device) {
    get(presences.drop(Set.of(ShiftsForTests.SERVICE), device, now));
  }

  /// Looks of what people must be told, and sends it.
  void alarms() {
    get(alarming.round());
    get(sender().round());
  }

  /// Until the end of the test no line can be read.
  void breakLine() {
    get(redis.set(LINE, new byte[] {1}, Duration.ofMinutes(5)));
  }

  /// Asks for a code and reads it on the phone.
  String code(StaffMember member) {
    assertInstanceOf(Reminders.Asked.class, get(reminders.prove(member.id(), "412 34 567")));
    get(sender().round());
    String text = provider.arrived.getLast();
    assertEquals(NUMBER, text.split(" ")[0]);
    return text.replaceFirst("^.*Koden din er (\\d{6})\\..*$", "$1");
  }

  ShiftPlan plan(String first, String from, String to) {
    ShiftPlan plan = ShiftsForTests.plan(first, from, to, "", 3);
    assertEquals(Shifts.Planned.KEPT, get(shifts.plan(plan)));
    return plan;
  }

  /// A shift on a date, with somebody there.
  Place shift(StaffMember who, String day, String from, String to) {
    Place place = ShiftsForTests.place(plan(day, from, to), day);
    does(who, new SeatAct.SignUp(place));
    return place;
  }

  void does(StaffMember who, SeatAct act) {
    assertInstanceOf(Decision.Changed.class, get(shifts.act(who, act)));
  }

  /// The states of all texts but codes, in order.
  List<String> states() {
    List<String> states = new ArrayList<>();
    String query = "SELECT kind, state FROM outbox WHERE kind <> 'code' ORDER BY made, kind, state";
    for (Row row : get(pool.query(query).execute())) {
      states.add(row.getString("kind") + " " + row.getString("state"));
    }
    return states;
  }

  @Override
  public void close() {
    get(redis.delete(LINE));
    redis.close();
    get(vertx.close());
    database.close();
  }
}
