package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.secret.Secret;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How duty, chats and connection of a console end although it did not ask for that itself.
class DeskDutyTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aSessionThatIsClosedElsewhereEndsItsSocketAtTheNextBeat() {
    TestPeople.Worker worker = people.worker();
    Secret cookie = house.cookie(worker);
    DeskClient desk = DeskClient.connect(house, worker, cookie, TestHouse.ORIGIN);
    desk.hello();
    desk.await(DeskDown::hasWelcome);
    get(house.sessions.close(cookie));
    assertEquals(3522, desk.closeCode());
  }

  @Test
  void whoIsOffDutySeesNobodyWait() {
    DeskClient off = house.desk(people.worker());
    DeskClient on = house.onDuty(people.worker());
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    on.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    off.dutyOn();
    off.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    assertEquals(0, off.all(DeskDown::hasLine, d -> d).size());
    off.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    off.dutyOff();
    off.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
    int before = off.all(DeskDown::hasLine, d -> d).size();
    visitor.leave();
    on.await(d -> d.hasLine() && d.getLine().getItemsCount() == 0);
    off.colleagues(visitor.conversation);
    off.await(DeskDown::hasRefused);
    assertEquals(before, off.all(DeskDown::hasLine, d -> d).size());
  }

  @Test
  void aConsoleIsToldThatItsStatementHasEnded() {
    TestPeople.Worker usual = people.worker();
    TestPeople.Worker briefly =
        new TestPeople.Worker(
            usual.device(),
            usual.key(),
            usual.role(),
            TestPeople.statement(usual.device(), usual.key(), Duration.ofMinutes(30)));
    DeskClient desk = house.onDuty(briefly);
    house.ahead = Duration.ofMinutes(31);
    desk.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
  }

  @Test
  void aConsoleEndsAChatThatItHoldsButDoesNotFollow() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = house.inChatWith(desk);
    desk.ws.close();
    DeskClient back = house.desk(desk.worker);
    back.dutyOff();
    back.await(d -> d.hasDuty() && d.getDuty().getLoad() == 1);
    back.end(visitor.conversation);
    assertEquals(3541, visitor.closeCode());
    back.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
  }

  @Test
  void aChatThatEndsWhileAConsoleHoldsItButDoesNotFollowItTakesNoRoomAfterTheNextBeat() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = house.inChatWith(desk);
    desk.ws.close();
    DeskClient back = house.desk(desk.worker);
    back.dutyOff();
    back.await(d -> d.hasDuty() && d.getDuty().getLoad() == 1);
    visitor.leave();
    back.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
  }

  /// It destroys the keys of a shift that is over, unless a chat needs them.
  @Test
  void aConsoleLearnsOfItsChatsBeforeItLearnsThatItIsOffDuty() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = house.inChatWith(desk);
    for (int time = 0; time < 5; time++) {
      desk.ws.close();
      desk = house.desk(desk.worker);
      desk.dutyOff();
      DeskDown first = desk.early(d -> d.hasTaken() || d.hasDuty());
      assertTrue(first.hasTaken(), "its keys are destroyed, and its chat is lost");
      desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == 1);
    }
  }

  /// It may have been on duty all the while, and its word for it be on its way.
  @Test
  void aConsoleThatComesBackToItsChatIsNotToldThatItIsOffDuty() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = house.inChatWith(desk);
    desk.ws.close();
    DeskClient back = house.desk(desk.worker);
    back.await(DeskDown::hasTaken);
    back.dutyOn();
    DeskDown first = back.early(DeskDown::hasDuty);
    assertTrue(first.getDuty().getOnDuty());
    assertEquals(1, first.getDuty().getLoad());
  }

  @Test
  void aChangeThatNobodyCanPutRightEndsTheShiftWhoseKeysTheConsoleDestroys() {
    DeskClient desk = house.onDuty(people.worker());
    desk.dutyOn(List.of(house.service(), "another"), List.of());
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.ROLE_REFUSED);
    DeskDown next = desk.await(DeskDown::hasDuty);
    assertFalse(next.getDuty().getOnDuty(), "a console without keys is asked for chats");
    until("nobody is on duty", () -> get(house.presences.of(house.service)).isEmpty());
  }
}
