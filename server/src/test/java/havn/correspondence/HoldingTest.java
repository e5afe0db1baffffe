package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.TestProvider;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.shift.ShiftsForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long somebody has a conversation, so that two do not answer and nobody is forgotten.
class HoldingTest {

  private final CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider());
  private final StaffMember ola = ShiftsForTests.person("Ola", Role.WORKER);

  HoldingTest() throws Exception {}

  @BeforeEach
  void somebodyWrites() {
    get(StaffStores.people(house.pool, () -> house.now).add(ola));
    house.says(PHONE, "a", "Hei");
    assertTrue(does(house.kari.id(), new ThreadStore.Take()));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatAConsoleHasThatIsNotHeardAnyMoreIsEverybodysAfterTwoMinutes() {
    house.later(Duration.ofSeconds(119));
    assertFalse(does(ola.id(), new ThreadStore.Take()));
    assertEquals(Optional.of("Kari"), holder());
    house.later(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), holder());
    assertTrue(does(ola.id(), new ThreadStore.Take()));
    assertInstanceOf(Threads.NotHeld.class, answers(), "it is Ola's now");
  }

  @Test
  void whoLooksKeepsItForHalfAnHourWithoutAnAnswerAndNoLonger() {
    for (int seconds = 0; seconds < 30 * 60; seconds += 15) {
      looks(house.kari.id());
      assertEquals(Optional.of("Kari"), holder(), "after " + seconds + " s");
      house.later(Duration.ofSeconds(15));
    }
    for (int seconds = 0; seconds < 120; seconds += 15) {
      looks(house.kari.id());
      house.later(Duration.ofSeconds(15));
    }
    assertEquals(Optional.empty(), holder());
    assertInstanceOf(Threads.NotHeld.class, answers());
  }

  @Test
  void whoHasItStillAnswersItAlsoInTheTwoMinutesAfterTheHalfHour() {
    for (int minute = 0; minute < 30; minute++) {
      looks(house.kari.id());
      house.later(Duration.ofMinutes(1));
    }
    house.later(Duration.ofSeconds(30));
    assertEquals(Optional.of("Kari"), holder());
    assertInstanceOf(Threads.Out.class, answers());
    assertEquals(Optional.of("Kari"), holder(), "for half an hour more");
  }

  @Test
  void aLookOfAConsoleThatWouldNotRingRenewsNothing() {
    house.later(Duration.ofSeconds(90));
    get(house.one.desk.all(SERVICE, Optional.empty()));
    house.later(Duration.ofSeconds(30));
    assertEquals(Optional.empty(), holder());
  }

  @Test
  void whoAnswersHasItForHalfAnHourMore() {
    for (int minute = 0; minute < 45; minute++) {
      looks(house.kari.id());
      if (minute == 20) {
        assertInstanceOf(Threads.Out.class, answers());
      }
      house.later(Duration.ofMinutes(1));
    }
    assertEquals(Optional.of("Kari"), holder());
  }

  @Test
  void theLookOfAColleagueRenewsNothing() {
    house.later(Duration.ofSeconds(90));
    looks(ola.id());
    house.later(Duration.ofSeconds(30));
    assertEquals(Optional.empty(), holder());
  }

  @Test
  void whoseConsoleWasSilentForAWhileAnswersWhatNobodyTook() {
    house.later(Duration.ofMinutes(3));
    assertInstanceOf(Threads.Out.class, answers());
    assertEquals(Optional.of("Kari"), holder(), "they have it again");
  }

  private boolean does(StaffId who, ThreadStore.Act act) {
    return get(house.one.desk.act(SERVICE, house.thread(), who, act));
  }

  private void looks(StaffId who) {
    get(house.one.desk.all(SERVICE, Optional.of(who)));
  }

  private Optional<String> holder() {
    return get(house.threads.find(SERVICE, house.thread(), house.now))
        .orElseThrow()
        .holder()
        .map(ThreadStore.Holder::name);
  }

  private Threads.Answered answers() {
    var answer =
        new Threads.Answer(house.thread(), TextId.fresh(), PHONE.written(), "Hei", house.reads());
    return get(house.one.desk.answer(SERVICE, house.kari.id(), answer));
  }
}
