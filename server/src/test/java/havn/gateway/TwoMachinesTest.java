package havn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.wire.v1.DeskDown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two machines with one device key: it was brought back on the second although the first was not
/// lost. Each signs in for itself and has keys of its own for the shift.
class TwoMachinesTest {

  private static final int REPLACED = 3540;
  private static final int DEVICE_REFUSED = 3523;
  private static final int DESK_IS_FULL = 4007;

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());
  private final TestPeople.Worker first = people.worker();
  private final TestPeople.Worker second =
      new TestPeople.Worker(
          first.device(),
          first.key(),
          first.role(),
          TestPeople.statement(first.device(), first.key(), Duration.ofHours(4)));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void ofTwoMachinesTheNewestIsLetInAndTheOtherIsTold() {
    DeskClient old = house.onDuty(first);
    DeskClient fresh = house.onDuty(second);
    assertEquals(REPLACED, old.closeCode());
    DeskClient again = house.onDuty(first);
    assertEquals(REPLACED, fresh.closeCode());
    assertTrue(again.isOpen());
  }

  @Test
  void theChatsOfTheFirstGoOnAtTheSecondAndAtNoOther() {
    DeskClient old = house.onDuty(first);
    VisitorClient visitor = house.inChatWith(old);
    DeskClient fresh = house.desk(second);
    assertEquals(REPLACED, old.closeCode());
    fresh.await(DeskDown::hasTaken);
    fresh.attach(visitor.conversation, 0);
    fresh.await(DeskDown::hasCaughtUp);
    visitor.talk(1, 0);
    fresh.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    assertEquals(0, old.all(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk(), d -> d).size());
  }

  @Test
  void theTwoTogetherHoldNoMoreChatsThanOne() {
    DeskClient old = house.onDuty(first);
    for (int chats = 1; chats <= 3; chats++) {
      int load = chats;
      old.take(ringing().conversation);
      old.await(d -> d.hasDuty() && d.getDuty().getLoad() == load);
    }
    DeskClient fresh = house.onDuty(second);
    fresh.take(ringing().conversation);
    assertEquals(DESK_IS_FULL, fresh.await(DeskDown::hasRefused).getRefused().getCodeValue());
  }

  @Test
  void revokedItIsRefusedOnBoth() {
    DeskClient old = house.desk(first);
    DeskClient fresh = house.desk(second);
    assertEquals(REPLACED, old.closeCode());
    people.remove(first);
    fresh.await(DeskDown::hasRoster);
    for (TestPeople.Worker machine : List.of(first, second)) {
      DeskClient tries =
          DeskClient.connect(house, machine, house.cookie(machine), TestHouse.ORIGIN);
      tries.hello();
      assertEquals(DEVICE_REFUSED, tries.closeCode());
    }
  }

  private VisitorClient ringing() {
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    return visitor;
  }
}
