package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Conversation;
import havn.duty.DeskMode;
import havn.duty.redis.DutyStores;
import havn.kernel.time.SystemTime;
import havn.wire.v1.Boost;
import havn.wire.v1.DangerCaller;
import havn.wire.v1.DangerMove;
import havn.wire.v1.DeskDown;
import havn.wire.v1.EndReason;
import havn.wire.v1.Line;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever says in the line that they are in danger now stands in front, where they stand.
class RaisedPlaceTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());

  @AfterEach
  void close() {
    house.close();
  }

  private static boolean isFirst(Line line, VisitorClient visitor) {
    return line.getItemsCount() == 2
        && line.getItems(0).getBoost() == Boost.DANGER
        && isOf(line.getItems(0).getConversation().toByteArray(), visitor);
  }

  private static boolean isOf(byte[] conversation, VisitorClient visitor) {
    return Arrays.equals(conversation, visitor.conversation.bytes());
  }

  @Test
  void theyPassEverybodyWhoWaitsAndOthersAreCalledOnceTheyAreTaken() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient earlier = house.welcomed();
    earlier.ring();
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    visitor.await(d -> d.hasWaiting() && d.getWaiting().getPosition() == 2);
    visitor.inDanger();
    visitor.await(
        d -> d.hasWaiting() && d.getWaiting().getPosition() == 1 && d.getWaiting().getDanger());
    desk.await(d -> d.hasLine() && isFirst(d.getLine(), visitor));
    earlier.await(d -> d.hasWaiting() && d.getWaiting().getPosition() == 2);
    desk.takeAndGrant(visitor.conversation);
    desk.await(d -> d.hasDanger() && d.getDanger().getItemsCount() == 1);
  }

  /// Who rings at that moment is refused.
  @Test
  void theyKeepTheirPlaceWhileNobodyIsThereAndWhenTheDeskIsClosed() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    desk.dutyOff();
    until("nobody is on duty", () -> get(house.presences.of(house.service)).isEmpty());
    get(
        DutyStores.signs(house.redis)
            .mode(
                house.service,
                DeskMode.CLOSED,
                SystemTime.wall().instant().plus(Duration.ofHours(1))));
    visitor.inDanger();
    visitor.await(d -> d.hasWaiting() && d.getWaiting().getDanger());
    assertEquals(1, get(house.lines.waiting(house.service)).size());
    VisitorClient back = visitor.resume(house, 0);
    assertEquals(
        1,
        back.await(d -> d.hasWaiting() && d.getWaiting().getDanger()).getWaiting().getPosition());
  }

  @Test
  void whoSaysItAsTheyAreTakenHasOthersCalledOnceAndGoesOnToTalk() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = house.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    visitor.inDanger();
    visitor.inDanger();
    desk.await(d -> d.hasDanger() && d.getDanger().getItemsCount() == 1);
    visitor.talk(1, 1);
    desk.attach(visitor.conversation, 0);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
  }

  @Test
  void whatTheirConnectionSaysInAChatRingsTheirWorkerTooAndAgainOnceThatIsOver() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = house.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    for (int time = 0; time < 2; time++) {
      visitor.inDanger();
      desk.await(d -> calls(d, DangerCaller.BY_THE_VISITOR));
      desk.danger(visitor.conversation, DangerMove.OVER);
      desk.await(d -> d.hasDanger() && d.getDanger().getItems(0).getOver());
    }
  }

  private static boolean calls(DeskDown down, DangerCaller by) {
    return down.hasDanger()
        && down.getDanger().getItemsList().stream()
            .anyMatch(call -> !call.getOver() && call.getCaller() == by);
  }

  @Test
  void whoWasTakenByAConsoleThatWasGoneBeforeItCalledOthersComesBackInDanger() {
    house.onDuty(people.worker());
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    visitor.inDanger();
    visitor.await(d -> d.hasWaiting() && d.getWaiting().getDanger());
    visitor.ws.close();
    Conversation chat = get(house.conversations.find(visitor.conversation)).orElseThrow();
    get(house.conversations.claim(chat.id(), people.worker().device()));
    get(house.encounters.end(chat, EndReason.STAFF_SILENT));
    VisitorClient again = house.welcomed();
    again.ringAgain(visitor);
    assertTrue(again.await(VisitorDown::hasWaiting).getWaiting().getDanger());
  }
}
