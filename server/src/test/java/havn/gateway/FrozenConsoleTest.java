package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.DutyRecord;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A console that says nothing while its connection stands: what counts is when it was heard last.
class FrozenConsoleTest {

  private static final SocketLimits SLOW =
      new SocketLimits(100, 64, 262_144, 50, Duration.ofSeconds(10), Duration.ofMillis(1_500));

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SLOW);
  private final DeskClient karis = house.onDuty(people.worker());

  @AfterEach
  void close() {
    house.close();
  }

  private DutyRecord record() {
    return get(house.presences.of(house.service)).getFirst();
  }

  /// Nothing that it said is on its way any more.
  private void freezes() {
    until("the heart beats", () -> karis.pings.get() > 0);
    karis.freeze();
    int asked = karis.pings.get();
    until("it answers no more", () -> karis.pings.get() > asked);
  }

  @Test
  void isUnsteadyFortyFiveSecondsAfterItsLastSignOfLifeThoughTheServerAsksOn() {
    freezes();
    house.ahead = DutyRecord.UNSTEADY;
    int asked = karis.pings.get();
    until("it was asked once more", () -> karis.pings.get() > asked);
    assertFalse(record().fresh(house.now()));
    assertTrue(record().present(house.now()));
    assertFalse(karis.ws.isClosed(), "the connection stands");
  }

  @Test
  void isThereForThreeMinutesAfterItAndNotAfterTheEndOfItsConnection() {
    freezes();
    house.ahead = DutyRecord.GONE.minusSeconds(20);
    house.goes(karis.worker.device());
    get(karis.ws.close());
    until(
        "the end of its connection is noted",
        () -> !get(house.presences.of(house.service)).isEmpty());
    assertTrue(record().present(house.now()));
    house.ahead = DutyRecord.GONE.plusSeconds(5);
    assertFalse(record().present(house.now()));
  }

  @Test
  void isReadyAsLongAsItAnswers() {
    int asked = karis.pings.get();
    house.ahead = DutyRecord.UNSTEADY.multipliedBy(3);
    until("it was asked twice more", () -> karis.pings.get() >= asked + 2);
    until("it answered", () -> record().fresh(house.now()));
  }
}
