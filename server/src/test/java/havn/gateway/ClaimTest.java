package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.ServiceState;
import havn.duty.Staffing;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.kernel.time.SystemTime;
import havn.line.Boost;
import havn.line.Lines;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.staff.Role;
import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.Refused;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who takes whom.
class ClaimTest {

  /// Taken by another, or offered to another.
  private static final Set<Integer> LOST = Set.of(4003, 4011);

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());

  @AfterEach
  void close() {
    house.close();
  }

  private VisitorClient ringing() {
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    return visitor;
  }

  @Test
  void aClaimIsFollowedOnceAlthoughTheConsoleAttachesToo() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = ringing();
    desk.take(visitor.conversation);
    long fence = desk.await(DeskDown::hasTaken).getTaken().getFence();
    desk.attach(visitor.conversation, 0);
    desk.statement(visitor.conversation, fence);
    desk.epoch(visitor.conversation, fence, 1);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasEpoch());
    assertEquals(1, desk.all(DeskDown::hasCaughtUp, d -> d).size());
    desk.attach(visitor.conversation, 0);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasEpoch());
    desk.await(DeskDown::hasCaughtUp);
  }

  @Test
  void aFullLineGivesThePlaceOfWhoeverHasBeenGoneTheLongest() {
    house.onDuty(people.worker());
    Instant now = SystemTime.wall().instant();
    List<Waiter> gone =
        IntStream.range(0, Lines.MOST)
            .mapToObj(i -> waiter(now, now.minus(Waiter.FRESH).minusSeconds(i)))
            .toList();
    gone.forEach(waiter -> get(house.lines.join(house.service, waiter)));
    ringing();
    List<ConversationId> left =
        get(house.lines.waiting(house.service)).stream().map(Waiter::conversation).toList();
    assertEquals(Lines.MOST, left.size());
    assertFalse(left.contains(gone.getLast().conversation()));
    gone.forEach(
        waiter -> get(house.lines.seen(house.service, waiter.conversation(), now.plusSeconds(60))));
    VisitorClient late = house.welcomed();
    late.send(Samples.ring(house.service.slug()));
    assertEquals(4002, late.await(VisitorDown::hasRefused).getRefused().getCodeValue());
  }

  private static Waiter waiter(Instant since, Instant seen) {
    return new Waiter(
        ConversationId.fresh(),
        since,
        "self",
        "nb",
        Optional.empty(),
        Boost.NONE,
        seen,
        Offer.NONE,
        Wants.NOTHING);
  }

  @Test
  void ofTwoWorkersWhoTakeAtOnceExactlyOneWins() {
    DeskClient one = house.onDuty(people.worker());
    DeskClient other = house.onDuty(people.worker());
    for (int round = 0; round < 100; round++) {
      VisitorClient visitor = ringing();
      one.take(visitor.conversation);
      other.take(visitor.conversation);
      DeskDown first = one.await(d -> d.hasTaken() || d.hasRefused());
      DeskDown second = other.await(d -> d.hasTaken() || d.hasRefused());
      assertEquals(1, (first.hasTaken() ? 1 : 0) + (second.hasTaken() ? 1 : 0));
      Refused lost = first.hasRefused() ? first.getRefused() : second.getRefused();
      assertTrue(LOST.contains(lost.getCodeValue()), () -> "code " + lost.getCodeValue());
      assertEquals(4, lost.getRequest());
      visitor.await(VisitorDown::hasTaken);
      visitor.leave();
      assertEquals(3541, visitor.closeCode());
      DeskClient winner = first.hasTaken() ? one : other;
      winner.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
    }
  }

  @Test
  void aFourthChatFindsNoRoomAndStaysInTheLine() {
    DeskClient desk = house.onDuty(people.worker());
    for (int i = 1; i <= 3; i++) {
      int load = i;
      desk.take(ringing().conversation);
      desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == load);
    }
    assertEquals(Staffing.BUSY, state().staffing());
    VisitorClient fourth = ringing();
    desk.take(fourth.conversation);
    assertEquals(4007, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
    assertEquals(1, get(house.lines.length(house.service)));
  }

  @Test
  void roomThatACrashLeftReservedIsGivenBack() {
    TestPeople.Worker worker = people.worker();
    DeskClient desk = house.onDuty(worker);
    for (int i = 0; i < 3; i++) {
      get(house.conversations.reserve(worker.device(), ConversationId.fresh(), 3));
    }
    desk.take(ringing().conversation);
    desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == 1);
  }

  @Test
  void whoIsNotOnDutyTakesNobody() {
    DeskClient onDuty = house.onDuty(people.worker());
    DeskClient desk = house.desk(people.worker());
    VisitorClient visitor = ringing();
    desk.take(visitor.conversation);
    assertEquals(4005, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
    onDuty.take(ConversationId.fresh());
    assertEquals(4003, onDuty.await(DeskDown::hasRefused).getRefused().getCodeValue());
  }

  @Test
  void volunteersAreRefusedWithoutAPlannedShift() {
    DeskClient desk = house.desk(people.person(Role.VOLUNTEER));
    desk.dutyOn();
    assertEquals(4009, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
    assertEquals(Staffing.LATE, state().staffing());
  }

  @Test
  void aServiceIsOpenOnlyWhileSomebodyIsThere() {
    VisitorClient early = house.welcomed();
    early.send(havn.wire.Samples.ring(house.service.slug()));
    Refused late = early.await(VisitorDown::hasRefused).getRefused();
    assertEquals(4001, late.getCodeValue());
    assertEquals(3, late.getRequest());

    DeskClient desk = house.onDuty(people.worker());
    assertEquals(Staffing.OPEN, state().staffing());
    early.ring();
    house.ahead = Duration.ofSeconds(46);
    assertEquals(Staffing.BUSY, state().staffing());
    house.ahead = Duration.ofSeconds(181);
    assertEquals(Staffing.LATE, state().staffing());
    house.ahead = Duration.ZERO;
    desk.dutyOff();
    desk.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
    assertEquals(Staffing.LATE, state().staffing());
  }

  @Test
  void anUnknownServiceOrLaneIsSaidToBeUnknown() {
    VisitorClient visitor = house.welcomed();
    visitor.send(havn.wire.Samples.ring("no-such-service"));
    assertEquals(4000, visitor.await(VisitorDown::hasRefused).getRefused().getCodeValue());
  }

  @Test
  void theTwoHundredAndFirstIsToldThatTheLineIsFull() {
    house.onDuty(people.worker());
    List<VisitorClient> waiting = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      waiting.add(ringing());
    }
    VisitorClient last = house.welcomed();
    last.send(havn.wire.Samples.ring(house.service.slug()));
    assertEquals(4002, last.await(VisitorDown::hasRefused).getRefused().getCodeValue());
    waiting.get(0).leave();
    assertEquals(3541, waiting.get(0).closeCode());
    last.ring();
    assertEquals(200, last.await(VisitorDown::hasWaiting).getWaiting().getPosition());
  }

  @Test
  void aConsoleThatConnectsAgainEndsTheFirst() {
    TestPeople.Worker worker = people.worker();
    DeskClient first = house.desk(worker);
    DeskClient second = house.desk(worker);
    assertEquals(3540, first.closeCode());
    second.dutyOn();
    second.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
  }

  @Test
  void aDeviceTakenOutOfTheRosterIsToldAtOnceAndEndedAtTheNextBeat() {
    TestPeople.Worker worker = people.worker();
    try (TestHouse quick = new TestHouse(people, TestHouse.QUICK)) {
      DeskClient desk = quick.desk(worker);
      people.remove(worker);
      desk.await(DeskDown::hasRoster);
      assertEquals(3523, desk.closeCode());
    }
  }

  @Test
  void aDeviceWhoseServicesChangedComesBackForTheNewOnes() {
    TestPeople.Worker worker = people.worker();
    try (TestHouse quick = new TestHouse(people, TestHouse.QUICK)) {
      DeskClient desk = quick.onDuty(worker);
      people.move(worker, new ServiceId("another-service"));
      assertEquals(3000, desk.closeCode());
      DeskClient back = quick.desk(worker);
      back.dutyOn();
      assertEquals(4009, back.await(DeskDown::hasRefused).getRefused().getCodeValue());
    }
  }

  @Test
  void afterAnOutageWhoWaitsGetsTheTimeToComeBack() {
    house.onDuty(people.worker());
    TestHouse before = new TestHouse(people, SocketLimits.usual());
    VisitorClient waiting = before.welcomed();
    waiting.ring();
    waiting.await(VisitorDown::hasWaiting);
    before.close();
    try (TestHouse after = new TestHouse(people, SocketLimits.usual())) {
      after.ahead = Duration.ofSeconds(200);
      DeskClient desk = after.onDuty(people.worker());
      desk.await(d -> d.hasLine());
      VisitorClient back = waiting.resume(after, 0);
      assertEquals(1, back.await(VisitorDown::hasWaiting).getWaiting().getPosition());
      desk.await(
          d ->
              d.hasLine()
                  && d.getLine().getItemsCount() == 1
                  && d.getLine().getItems(0).getConnected());
    }
  }

  private Instant now() {
    return havn.kernel.time.SystemTime.wall().instant().plus(house.ahead);
  }

  private ServiceState state() {
    return get(house.availability.of(house.service));
  }
}
