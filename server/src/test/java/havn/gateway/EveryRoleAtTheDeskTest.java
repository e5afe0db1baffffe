package havn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import havn.kernel.id.ConversationId;
import havn.kernel.time.SystemTime;
import havn.staff.Right;
import havn.staff.Role;
import havn.wire.v1.Code;
import havn.wire.v1.DangerMove;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskUp.KindCase;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.Refused;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every command of the desk's socket, given by every role: going on duty needs a right, and
/// everything about a chat needs to be in it, or to be on duty.
class EveryRoleAtTheDeskTest {

  /// Those that anybody with a device in the list may say.
  private static final Set<KindCase> FREE =
      EnumSet.of(KindCase.HELLO, KindCase.DUTY_OFF, KindCase.PONG, KindCase.KIND_NOT_SET);

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());
  private final TestPeople.Worker kari = people.worker();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void goingOnDutyFollowsTheTableOfRights() {
    for (Role role : Role.values()) {
      boolean may = Right.TAKE_CHATS.has(role) || Right.INTERPRET.has(role);
      assertEquals(may, goesOnDuty(role), role.printed() + " without a shift");
    }
    house.plan("", SystemTime.wall().instant().plus(Duration.ofHours(1)));
    for (Role role : Role.values()) {
      boolean may =
          Right.TAKE_CHATS.of(role) != Right.Grant.NEVER
              || Right.INTERPRET.has(role)
              || Right.WATCH.of(role) != Right.Grant.NEVER;
      assertEquals(may, goesOnDuty(role), role.printed() + " in a shift");
    }
  }

  private boolean goesOnDuty(Role role) {
    DeskClient desk = house.desk(people.person(role));
    desk.dutyOn();
    DeskDown answer = desk.await(d -> d.hasRefused() || (d.hasDuty() && d.getDuty().getOnDuty()));
    if (answer.hasRefused()) {
      assertEquals(Code.ROLE_REFUSED, answer.getRefused().getCode(), role.printed());
    }
    return answer.hasDuty();
  }

  @Test
  void offDutyNobodyInAnyRoleIsShownAnything() {
    DeskClient karis = house.onDuty(kari);
    VisitorClient visitor = house.inChatWith(karis);
    house.welcomed().ring();
    for (Role role : Role.values()) {
      DeskClient desk = house.desk(people.person(role));
      desk.attach(visitor.conversation, 0);
      // Whoever only watches is answered once they are on duty; everybody is refused this.
      desk.take(visitor.conversation);
      desk.await(d -> isRefused(d, answeredOffDuty(role) ? KindCase.ATTACH : KindCase.TAKE));
      assertFalse(
          desk.has(d -> d.hasLine() || d.hasTaken() || d.hasEntry() || d.hasDanger()),
          role.printed());
    }
  }

  @Test
  void nobodyInAnyRoleDoesAnythingToAChatThatTheyAreNotIn() {
    DeskClient karis = house.onDuty(kari);
    VisitorClient visitor = house.inChatWith(karis);
    for (Role role : Role.values()) {
      DeskClient desk = house.desk(people.person(role));
      Map<KindCase, Runnable> commands = commands(desk, visitor.conversation);
      if (!answeredOffDuty(role)) {
        commands.remove(KindCase.ATTACH);
      }
      for (Map.Entry<KindCase, Runnable> command : commands.entrySet()) {
        command.getValue().run();
        Refused refused = desk.await(DeskDown::hasRefused).getRefused();
        String what = role.printed() + " " + command.getKey();
        assertEquals(command.getKey().getNumber(), refused.getRequest(), what);
        assertEquals(expected(command.getKey()), refused.getCode(), what);
      }
    }
    karis.end(visitor.conversation);
    assertEquals(3541, visitor.closeCode());
  }

  @Test
  void whoeverOnlyWatchesIsRefusedAChatThatIsNotTheirsOnceTheyAreOnDuty() {
    house.plan("", SystemTime.wall().instant().plus(Duration.ofHours(1)));
    DeskClient karis = house.onDuty(kari);
    VisitorClient visitor = house.inChatWith(karis);
    DeskClient desk = house.desk(people.person(Role.TRAINEE));
    desk.attach(visitor.conversation, 0);
    desk.dutyOn();
    Refused refused = desk.await(d -> isRefused(d, KindCase.ATTACH)).getRefused();
    assertEquals(Code.NOT_YOURS, refused.getCode());
    assertFalse(desk.has(d -> d.hasTaken() || d.hasEntry()));
  }

  private static boolean answeredOffDuty(Role role) {
    return Right.WATCH.of(role) == Right.Grant.NEVER;
  }

  private static boolean isRefused(DeskDown answer, KindCase request) {
    return answer.hasRefused() && answer.getRefused().getRequest() == request.getNumber();
  }

  private static Code expected(KindCase command) {
    return command == KindCase.TAKE || command == KindCase.ANSWER
        ? Code.NOT_ON_DUTY
        : Code.NOT_YOURS;
  }

  private Map<KindCase, Runnable> commands(DeskClient desk, ConversationId id) {
    Map<KindCase, Runnable> all = new EnumMap<>(KindCase.class);
    all.put(KindCase.TAKE, () -> desk.take(id));
    all.put(KindCase.STATEMENT, () -> desk.statement(id, 1));
    all.put(KindCase.EPOCH, () -> desk.epoch(id, 1, 2));
    all.put(KindCase.ATTACH, () -> desk.attach(id, 0));
    all.put(KindCase.TALK, () -> desk.talk(id, 1, 0));
    all.put(KindCase.SIGNAL, () -> desk.signal(id, 1));
    all.put(KindCase.END, () -> desk.end(id));
    all.put(KindCase.COLLEAGUES, () -> desk.colleagues(id));
    all.put(KindCase.INVITE, () -> desk.invite(id, 1, kari, InvitationKind.JOIN));
    all.put(KindCase.WITHDRAW, () -> desk.withdraw(id, 1));
    all.put(KindCase.ANSWER, () -> desk.answer(id, true));
    all.put(KindCase.LEAVE, () -> desk.leave(id));
    all.put(KindCase.REMOVE, () -> desk.remove(id, 1, kari));
    all.put(KindCase.WHISPER_KEY, () -> desk.whisperKey(id, 1, 1));
    all.put(KindCase.WHISPER, () -> desk.whisper(id, 1, 1, 0));
    all.put(KindCase.DANGER, () -> desk.danger(id, DangerMove.CALL));
    Set<KindCase> rest = EnumSet.allOf(KindCase.class);
    rest.removeAll(all.keySet());
    rest.removeAll(FREE);
    assertEquals(EnumSet.of(KindCase.DUTY_ON), rest, "commands that nobody tries");
    return all;
  }
}
