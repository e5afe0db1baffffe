package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.ByteString;
import havn.duty.DutyRecord;
import havn.kernel.time.SystemTime;
import havn.staff.Role;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A volunteer whose shift is for one lane sees and takes those who wait on it, and nobody else.
class LaneOfShiftTest {

  private static final String SELF = "self";

  /// A beat every two seconds: rights follow the shift at the next one.
  private static final SocketLimits LIMITS =
      new SocketLimits(100, 64, 262_144, 50, Duration.ofSeconds(30), Duration.ofSeconds(2));

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, LIMITS);
  private final TestPeople.Worker volunteer = people.person(Role.VOLUNTEER);
  private final Instant end = SystemTime.wall().instant().plus(Duration.ofHours(1));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void onAnotherLaneTheyAreOfferedNobodySeeNobodyAndTakeNobody() {
    house.plan("legal", end);
    DeskClient worker = house.onDuty(people.worker());
    worker.onBreak();
    DeskClient desk = house.onDuty(volunteer);
    assertEquals(Set.of("legal"), record().abilities().lanes());
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    worker.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    desk.take(visitor.conversation);
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.NOT_FOR_THIS_DEVICE);
    assertFalse(desk.has(d -> d.getLine().getItemsCount() > 0), "who waits elsewhere is shown");
    house.plan(SELF, end);
    desk.await(d -> d.hasLine() && isOffered(d.getLine()));
    desk.takeAndGrant(visitor.conversation);
  }

  private boolean isOffered(Line line) {
    ByteString mine = ByteString.copyFrom(volunteer.device().bytes());
    return line.getItemsList().stream().anyMatch(item -> item.getOfferedTo().equals(mine));
  }

  @Test
  void whoAnswersNoLaneOfTheShiftIsNotOnDuty() {
    house.plan("legal", end);
    DeskClient desk = house.desk(volunteer);
    desk.dutyOn(List.of(house.service()), List.of(SELF));
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.LANE_MISSING);
    desk.dutyOn(List.of(house.service()), List.of(SELF, "legal"));
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    assertEquals(Set.of("legal"), record().abilities().lanes());
  }

  @Test
  void whatTheyTickIsABoundAsTheShiftIsAlsoWhereItIsForAll() {
    house.plan("", end);
    DeskClient worker = house.onDuty(people.worker());
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    worker.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    DeskClient desk = house.desk(volunteer);
    desk.dutyOn(List.of(house.service()), List.of("legal"));
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    desk.await(DeskDown::hasLine);
    desk.take(visitor.conversation);
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.NOT_FOR_THIS_DEVICE);
    long fence = worker.takeAndGrant(visitor.conversation).getFence();
    worker.invite(visitor.conversation, fence, volunteer, InvitationKind.HANDOVER);
    worker.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.NOT_ON_DUTY);
    assertFalse(desk.has(d -> d.getLine().getItemsCount() > 0), "who waits elsewhere is shown");
  }

  @Test
  void whoeverUnticksTheLaneOfTheirShiftIsRefusedAndStaysOnDutyAsTheyWere() {
    house.plan("legal", end);
    DeskClient desk = house.desk(volunteer);
    desk.dutyOn(List.of(house.service()), List.of("legal"));
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    desk.dutyOn(List.of(house.service()), List.of(SELF));
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.LANE_MISSING);
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    assertEquals(Set.of("legal"), record().abilities().lanes());
  }

  @Test
  void noChatOfAnotherLaneIsHandedOverToThem() {
    house.plan("legal", end);
    DeskClient worker = house.onDuty(people.worker());
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    long fence = worker.takeAndGrant(visitor.conversation).getFence();
    house.onDuty(volunteer);
    worker.invite(visitor.conversation, fence, volunteer, InvitationKind.HANDOVER);
    worker.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.NOT_ON_DUTY);
  }

  @Test
  void aShiftOnEveryLaneNarrowsNothing() {
    house.plan("", end);
    DeskClient desk = house.desk(volunteer);
    desk.dutyOn(List.of(house.service()), List.of());
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
    assertEquals(Set.of(), record().abilities().lanes());
  }

  private DutyRecord record() {
    until("the record is written", () -> found().size() == 1);
    return found().getFirst();
  }

  private List<DutyRecord> found() {
    return get(house.presences.of(house.service)).stream()
        .filter(one -> one.device().equals(volunteer.device()))
        .toList();
  }

  @Test
  void theSameHoldsForPeers() {
    house.plan("legal", end);
    TestPeople.Worker peer = people.person(Role.PEER);
    DeskClient desk = house.desk(peer);
    desk.dutyOn(List.of(house.service()), List.of(SELF));
    desk.await(d -> d.hasRefused() && d.getRefused().getCode() == Code.LANE_MISSING);
  }
}
