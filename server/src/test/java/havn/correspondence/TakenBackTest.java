package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.channel.TestProvider;
import havn.channel.Told;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What takes an opt-out back, and what comes too late or too often to do so.
class TakenBackTest {

  private final CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider());

  TakenBackTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatTheProviderStoppedEndsWhenItBeginsAgain() {
    told(new Told.OptedOut(PHONE));
    house.later(Duration.ofMinutes(1));
    told(optedIn("a", Optional.of(house.now)));
    assertStopped(false);
  }

  @Test
  void whoSaidStopInWordsIsNotBegunAgainByTheProvider() {
    told(new Told.OptedOut(PHONE));
    house.says(PHONE, "a", "STOPP");
    told(new Told.OptedOut(PHONE));
    house.later(Duration.ofMinutes(1));
    told(optedIn("b", Optional.of(house.now)));
    assertStopped(true);
  }

  @Test
  void whomAWorkerNeverContactsIsNotBegunAgainByTheProvider() {
    get(house.optOuts.stop(stop(), OptOuts.Source.WORKER, house.now));
    house.later(Duration.ofMinutes(1));
    told(optedIn("a", Optional.empty()));
    assertStopped(true);
  }

  @Test
  void aBeginningThatIsToldAgainTakesNoLaterStopBack() {
    Told first = optedIn("a", Optional.empty());
    told(new Told.OptedOut(PHONE));
    house.later(Duration.ofMinutes(1));
    told(first);
    house.later(Duration.ofMinutes(1));
    told(new Told.OptedOut(PHONE));
    house.later(Duration.ofMinutes(1));
    told(first);
    assertStopped(true);
    told(optedIn("b", Optional.of(house.now.minus(Duration.ofMinutes(2)))));
    assertStopped(true);
  }

  @Test
  void anUndoThatNobodyCouldReadAtOnceTakesNoLaterStopBack() {
    house.says(PHONE, "a", "STOPP");
    house.later(Duration.ofMinutes(1));
    house.consolesAreGone();
    Told undo = new Told.Text("b", PHONE, "START");
    Future<Void> unread = house.one.told(SERVICE, List.of(undo));
    assertThrows(Receiving.NobodyReads.class, () -> get(unread));
    assertStopped(true);
    house.later(Duration.ofMinutes(1));
    get(house.optOuts.stop(stop(), OptOuts.Source.WORD, house.now));
    house.consolesAreBack();
    told(undo);
    assertStopped(true);
    told(new Told.Text("c", PHONE, "START"));
    assertStopped(false);
  }

  @Test
  void aStopThatWasKeptAndIsToldAgainByItsNameTakesNoUndoBack() {
    house.says(PHONE, "a", "STOPP");
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "b", "START");
    assertStopped(false);
    house.later(Duration.ofMinutes(1));
    List<String> states = house.states();
    house.says(PHONE, "a", "STOPP");
    assertStopped(false);
    assertEquals(states, house.states());
    house.says(PHONE, "c", "STOPP");
    assertStopped(true);
  }

  @Test
  void aStopByPreferenceThatIsToldAgainTakesNoUndoBack() {
    Told stop = optedOut("a");
    told(stop);
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "b", "START");
    told(stop);
    assertStopped(false);
    house.later(Duration.ofMinutes(1));
    Told another = optedOut("c");
    told(another);
    assertStopped(true);
    house.later(Duration.ofMinutes(1));
    told(optedIn("d", Optional.of(house.now)));
    told(another);
    assertStopped(false);
  }

  @Test
  void aStopByPreferenceThatWasToldLateIsNoYoungerThanIsSaid() {
    Told stop = optedOut("a");
    house.later(Duration.ofMinutes(1));
    Told resume = optedIn("b", Optional.of(house.now));
    house.later(Duration.ofMinutes(1));
    told(stop);
    assertStopped(true);
    told(resume);
    assertStopped(false);
  }

  private Told optedOut(String id) {
    return new Told.OptedOut(PHONE, Optional.of(id), Optional.of(house.now));
  }

  private static Told optedIn(String id, Optional<Instant> at) {
    return new Told.OptedIn(PHONE, id, at);
  }

  private void told(Told told) {
    get(house.one.told(SERVICE, List.of(told)));
  }

  private byte[] stop() {
    return house.tagged(PHONE).stop();
  }

  private void assertStopped(boolean stopped) {
    assertEquals(stopped ? 1 : 0, get(house.optOuts.all()).size());
  }
}
