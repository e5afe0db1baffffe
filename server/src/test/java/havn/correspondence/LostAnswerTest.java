package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.TestProvider;
import havn.channel.Told;
import havn.kernel.id.TextId;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever was not answered after all waits again.
class LostAnswerTest {

  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  LostAnswerTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anAnswerThatTheProviderTookIsAnswered() {
    answered();
    house.one.round();
    report(Told.Delivery.DELIVERED);
    assertFalse(house.waits());
  }

  @Test
  void anAnswerThatDidNotArriveLeavesThemWaiting() {
    answered();
    house.one.round();
    assertFalse(house.waits());
    Instant word = house.now;
    house.later(Duration.ofMinutes(9));
    report(Told.Delivery.FAILED);
    assertTrue(house.waits());
    var waiting = get(house.threads.all(SERVICE, house.now)).getFirst().waiting().orElseThrow();
    assertEquals(new ThreadStore.Waiting(word, Optional.of(answer())), waiting);
  }

  @Test
  void whoeverSawThatItWasLostMayCallItDone() {
    answered();
    house.one.round();
    report(Told.Delivery.FAILED);
    acts(house.done(house.reads()));
    assertFalse(house.waits());
  }

  @Test
  void whatWasLostSinceSomebodyReadItWaitsOn() {
    answered();
    house.one.round();
    var read = house.done(house.reads());
    report(Told.Delivery.FAILED);
    acts(read);
    assertTrue(house.waits(), "the first tab has not seen that it was lost");
    var readAgain = house.done(house.reads());
    house.later(Duration.ofSeconds(1));
    house.answers("Prøver igjen");
    house.one.round();
    report(Told.Delivery.FAILED);
    acts(readAgain);
    assertTrue(house.waits(), "it has not seen that the second one was lost");
    acts(house.done(house.reads()));
    assertFalse(house.waits());
  }

  @Test
  void aRefusalInOwnWordsLeavesALossInTheListThatNobodySaw() {
    answered();
    house.one.round();
    var read = house.done(house.reads()).seen();
    report(Told.Delivery.FAILED);
    var came = get(house.one.desk.never(SERVICE, house.thread(), house.kari.id(), read));
    assertEquals(Threads.Never.DONE, came);
    assertTrue(house.waits());
  }

  private void acts(ThreadStore.Act act) {
    assertTrue(get(house.one.desk.act(SERVICE, house.thread(), house.kari.id(), act)));
  }

  @Test
  void anAnswerThatADeadProcessNeverHandedOverLeavesThemWaiting() {
    house.says(PHONE, "a", "Hei");
    house.one.round();
    CorrespondenceForTests.Process dead = house.new Process();
    house.answers(dead, "Ja", house.reads());
    assertFalse(house.waits());
    house.later(Duration.ofMinutes(2));
    house.one.round();
    assertTrue(house.states().contains("answer again"), house.states()::toString);
    assertTrue(house.waits());
  }

  @Test
  void anAnswerThatAStopOvertookLeavesThemWaiting() {
    answered();
    house.says(PHONE, "b", "STOPP");
    house.one.round();
    assertTrue(house.states().contains("answer stopped"), house.states()::toString);
    assertTrue(house.waits());
  }

  @Test
  void anAnswerThatTurnsOutToHaveArrivedAfterAllIsAnswered() {
    answered();
    house.one.round();
    report(Told.Delivery.FAILED);
    assertTrue(house.waits());
    report(Told.Delivery.DELIVERED);
    assertFalse(house.waits(), "nobody answers twice");
  }

  @Test
  void whatTheyWroteMeanwhileWaitsOnWhenALostAnswerArrivesAfterAll() {
    answered();
    house.one.round();
    report(Told.Delivery.FAILED);
    house.says(PHONE, "b", "Er du der?");
    report(Told.Delivery.DELIVERED);
    assertTrue(house.waits());
  }

  @Test
  void anAnswerOfWhichNobodyKnowsIsAnsweredOnceItsProviderTookIt() {
    answered();
    provider.mute = true;
    house.one.round();
    assertTrue(house.states().contains("answer perhaps"), house.states()::toString);
    assertTrue(house.waits());
    Told.Which answer = new Told.ByKey(answer());
    get(house.one.told(SERVICE, List.of(new Told.Report(answer, Told.Delivery.SENT))));
    assertFalse(house.waits());
  }

  @Test
  void anOlderAnswerThatDidNotArriveLeavesNobodyWaitingWhoseNewerOneDid() {
    answered();
    house.one.round();
    int older = provider.arrived.size();
    house.later(Duration.ofSeconds(1));
    house.answers("Og ring oss gjerne");
    house.one.round();
    report(older, Told.Delivery.FAILED);
    assertFalse(house.waits());
    report(Told.Delivery.FAILED);
    assertTrue(house.waits(), "the newest one did not arrive");
  }

  @Test
  void aReportThatOvertookTheProvidersAnswerIsNotLost() {
    report(Told.Delivery.DELIVERED);
    report(Told.Delivery.SENT);
    house.says(PHONE, "a", "Hei");
    house.one.round();
    assertEquals(
        List.of("automatic delivered", "in received"), house.states().stream().sorted().toList());
  }

  private void answered() {
    house.says(PHONE, "a", "Hei");
    house.one.round();
    house.answers("Ja");
    assertFalse(house.waits());
  }

  private TextId answer() {
    String query = "SELECT id FROM message WHERE occasion = 'answer'";
    Row row = get(house.pool.query(query).execute()).iterator().next();
    return TextId.of(row.getBuffer("id").getBytes()).orElseThrow();
  }

  /// Of what was handed over last.
  @Test
  void aLossThatWasToldEarlyIsFoundThoughTheProcessEndedWhenItHadNotedTheName() {
    answered();
    house.one.round();
    String left = "INSERT INTO early_report SELECT provider, 'failed', '%s' FROM release";
    get(house.pool.query(left.formatted(house.now)).execute());
    house.later(Duration.ofHours(2));
    get(house.store.forget(house.now));
    assertTrue(house.waits());
    get(house.store.forget(house.now));
    assertEquals(0, get(house.pool.query("SELECT FROM early_report").execute()).size());
  }

  private void report(Told.Delivery delivery) {
    report(Math.max(1, provider.arrived.size()), delivery);
  }

  private void report(int nth, Told.Delivery delivery) {
    String id = "id-" + nth;
    get(house.one.told(SERVICE, List.of(new Told.Report(new Told.ById(id), delivery))));
  }
}
