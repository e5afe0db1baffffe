package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.Staffing;
import havn.kernel.time.SystemTime;
import havn.staff.Role;
import havn.staff.ShiftRights;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A volunteer's right to be on duty follows the shifts they hold.
class VolunteerDutyTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final TestPeople.Worker volunteer = people.person(Role.VOLUNTEER);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void withoutAShiftTheyAreRefused() {
    DeskClient desk = house.desk(volunteer);
    desk.dutyOn();
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.ROLE_REFUSED);
  }

  @Test
  void inAShiftTheyTakeOneChatAndVisitorsReadThatItIsOpenOnlyWithAWorkerThere() {
    house.plan("", now().plus(Duration.ofHours(1)));
    DeskClient desk = house.onDuty(volunteer);
    assertEquals(1, desk.all(DeskDown::hasDuty, DeskDown::getDuty).getLast().getCapacity());
    assertEquals(Staffing.LATE, staffing());
    house.onDuty(people.worker());
    until("open", () -> staffing() == Staffing.OPEN);
  }

  @Test
  void whenTheLastWorkerGoesThoseWhoWaitKeepTheirPlaceAndAreTakenByNoVolunteer() {
    house.plan("", now().plus(Duration.ofHours(1)));
    DeskClient worker = house.onDuty(people.worker());
    worker.onBreak();
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    worker.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    worker.dutyOff();
    until("nobody keeps it open", () -> staffing() == Staffing.LATE);
    DeskClient desk = house.onDuty(volunteer);
    desk.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    desk.take(visitor.conversation);
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.NOBODY_BESIDE);
    assertFalse(desk.has(VolunteerDutyTest::asksSomebody), "nobody was asked");
    house.onDuty(people.worker()).takeAndGrant(visitor.conversation);
  }

  private static boolean asksSomebody(DeskDown down) {
    return down.getLine().getItemsList().stream().anyMatch(item -> !item.getOfferedTo().isEmpty());
  }

  @Test
  void whoGivesTheShiftBackIsOffDutyAtTheNextBeatAndKeepsTheOpenChat() {
    house.plan("", now().plus(Duration.ofHours(1)));
    house.onDuty(people.worker());
    DeskClient desk = house.onDuty(volunteer);
    VisitorClient visitor = house.inChatWith(desk);
    house.planned = ShiftRights.NONE;
    desk.await(d -> d.hasDuty() && !d.getDuty().getOnDuty() && d.getDuty().getLoad() == 1);
    until("one is there", () -> get(house.presences.of(house.service)).size() == 1);
    desk.end(visitor.conversation);
    assertEquals(3541, visitor.closeCode());
  }

  @Test
  void aCalendarThatDoesNotAnswerTakesNobodysConsoleAndNobodysShift() {
    house.plan("", now().plus(Duration.ofHours(1)));
    house.onDuty(people.worker());
    DeskClient desk = house.onDuty(volunteer);
    VisitorClient visitor = house.inChatWith(desk);
    house.isCalendarDown = true;
    asked(3);
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    assertEquals(2, get(house.presences.of(house.service)).size());

    DeskClient back = house.desk(volunteer);
    back.dutyOn();
    asked(3);
    back.attach(visitor.conversation, 0);
    back.await(DeskDown::hasCaughtUp);
    assertFalse(back.has(DeskDown::hasRefused));
    house.isCalendarDown = false;
    back.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    assertTrue(back.isOpen());
  }

  private void asked(int times) {
    int enough = house.asked.get() + times;
    until("the calendar was asked", () -> house.asked.get() >= enough);
  }

  @Test
  void aShiftThatFollowsMakesTheDutyLonger() {
    Instant first = now().plus(Duration.ofMinutes(10));
    Instant next = now().plus(Duration.ofHours(2));
    house.plan("", first);
    DeskClient desk = house.onDuty(volunteer);
    house.plan("", next);
    desk.await(d -> d.hasDuty() && d.getDuty().getUntil() == next.toEpochMilli());
    house.planned = ShiftRights.NONE;
    desk.await(DeskDown::hasDuty);
  }

  private Staffing staffing() {
    return get(house.availability.of(house.service)).staffing();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(SystemTime.wall().instant().toEpochMilli());
  }
}
