package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Stage;
import havn.duty.DeskMode;
import havn.duty.Staffing;
import havn.duty.redis.DutyStores;
import havn.kernel.time.SystemTime;
import havn.wire.v1.Boost;
import havn.wire.v1.DeskDown;
import havn.wire.v1.EndReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A visitor who is quiet or away for 20 minutes keeps the chat, but not its room.
class PausedChatTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final TestPeople.Worker worker = people.worker();
  private DeskClient desk;
  private VisitorClient visitor;

  /// Of the visitor's chat.
  private long fence;

  @BeforeEach
  void talkBegins() {
    desk = house.onDuty(worker);
    visitor = talks();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private VisitorClient talks() {
    until(
        "the worker is heard again also after time passed",
        () -> get(house.availability.of(house.service)).staffing() == Staffing.OPEN);
    VisitorClient talker = house.welcomed();
    talker.ring();
    long claim = desk.takeAndGrant(talker.conversation).getFence();
    fence = fence == 0 ? claim : fence;
    talker.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    desk.talk(talker.conversation, 1, 0);
    talker.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    return talker;
  }

  private void isPaused(boolean paused) {
    DeskDown told = desk.await(DeskDown::hasPaused);
    assertEquals(paused, told.getPaused().getPaused());
    assertEquals(
        ByteString.copyFrom(visitor.conversation.bytes()), told.getPaused().getConversation());
  }

  private boolean goesOn() {
    return get(house.conversations.find(visitor.conversation))
        .filter(chat -> chat.stage() instanceof Stage.Taken)
        .isPresent();
  }

  private void isAway() {
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    house.ahead = Quiet.PAUSE;
    isPaused(true);
  }

  @Test
  void itsPlaceIsSomebodyElsesAndItGoesOnWhenTheyWriteAgain() {
    house.ahead = Quiet.PAUSE;
    isPaused(true);
    desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
    visitor.talk(1, 1);
    isPaused(false);
    desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == 1);
    assertTrue(goesOn());
  }

  @Test
  void whoIsAwayAndComesBackFindsTheChatAsItWas() {
    isAway();
    VisitorClient back = visitor.resume(house, 0);
    isPaused(false);
    assertTrue(goesOn());
  }

  @Test
  void whoComesBackWhenThePlaceIsTakenStandsInFrontOfTheLineOnce() {
    isAway();
    List<VisitorClient> others = List.of(talks(), talks(), talks());
    VisitorClient waits = house.welcomed();
    waits.ring();
    VisitorClient back = visitor.resume(house, 0);
    back.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.PLACE_GIVEN);
    VisitorClient again = house.welcomed();
    again.ringAgain(visitor);
    assertEquals(
        1, again.await(d -> d.hasWaiting()).getWaiting().getPosition(), "in front of the other");
    assertEquals(
        Boost.RESUMED,
        desk.await(d -> d.hasLine() && d.getLine().getItemsCount() == 2)
            .getLine()
            .getItems(0)
            .getBoost());
    assertEquals(3, others.size());
  }

  @Test
  void aConsoleThatComesBackKnowsThatItIsPaused() {
    isAway();
    desk.ws.close();
    desk = house.desk(worker);
    isPaused(true);
    desk.dutyOn();
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty() && d.getDuty().getLoad() == 0);
    assertEquals(List.of(visitor.conversation), get(house.conversations.pausedBy(worker.device())));
  }

  @Test
  void whatStaffWriteOrTheirConsoleMakesWakesNobodysPlace() {
    house.ahead = Quiet.PAUSE;
    isPaused(true);
    List<VisitorClient> others = List.of(talks(), talks(), talks());
    desk.talk(visitor.conversation, 1, 1);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    desk.epoch(visitor.conversation, fence, 2);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    visitor.signal(1);
    desk.await(DeskDown::hasSignal);
    assertTrue(goesOn());
    assertEquals(List.of(visitor.conversation), get(house.conversations.pausedBy(worker.device())));
    assertEquals(3, others.size());
  }

  @Test
  void whoSaysThatTheyAreThereIsNotPaused() {
    house.ahead = Quiet.PAUSE.minusMinutes(1);
    visitor.here();
    visitor.signal(1);
    desk.await(DeskDown::hasSignal);
    house.ahead = Quiet.PAUSE.plusMinutes(1);
    visitor.talk(1, 1);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    assertEquals(List.of(), desk.all(DeskDown::hasPaused, d -> d));
  }

  @Test
  void afterClosingTimeAChatGoesOnBeyondTheRoom() {
    isAway();
    List<VisitorClient> others = List.of(talks(), talks(), talks());
    Instant later = SystemTime.wall().instant().plus(house.ahead).plusSeconds(3600);
    get(DutyStores.signs(house.redis).mode(house.service, DeskMode.CLOSED, later));
    visitor.resume(house, 0);
    isPaused(false);
    assertTrue(goesOn());
    assertEquals(3, others.size());
  }

  @Test
  void afterAnHourItEndsAndNothingIsHeld() {
    isAway();
    house.ahead = Quiet.MOST;
    until("nothing is held", () -> get(house.conversations.heldBy(worker.device())).isEmpty());
    assertEquals(List.of(), get(house.conversations.pausedBy(worker.device())));
  }
}
