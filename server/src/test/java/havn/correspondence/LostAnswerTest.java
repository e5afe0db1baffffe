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
import java.time.Duration;
import java.util.List;
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
    assertFalse(waits());
  }

  @Test
  void anAnswerThatDidNotArriveLeavesThemWaiting() {
    answered();
    house.one.round();
    assertFalse(waits());
    report(Told.Delivery.FAILED);
    assertTrue(waits());
  }

  @Test
  void anAnswerThatADeadProcessNeverHandedOverLeavesThemWaiting() {
    house.says(PHONE, "a", "Hei");
    house.one.round();
    CorrespondenceForTests.Process dead = house.new Process();
    get(dead.desk.act(SERVICE, house.thread(), house.kari.id(), ThreadStore.Act.TAKE));
    get(
        dead.desk.answer(
            SERVICE, house.thread(), house.kari.id(), TextId.fresh(), PHONE.written(), "Ja"));
    assertFalse(waits());
    house.later(Duration.ofMinutes(2));
    house.one.round();
    assertTrue(house.states().contains("answer again"), house.states()::toString);
    assertTrue(waits());
  }

  @Test
  void anAnswerThatAStopOvertookLeavesThemWaiting() {
    answered();
    house.says(PHONE, "b", "STOPP");
    house.one.round();
    assertTrue(house.states().contains("answer stopped"), house.states()::toString);
    assertTrue(waits());
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
    assertFalse(waits());
  }

  private boolean waits() {
    return get(house.threads.find(SERVICE, house.thread(), house.now)).orElseThrow().waits();
  }

  /// Of what was handed over last.
  private void report(Told.Delivery delivery) {
    String id = "id-" + Math.max(1, provider.arrived.size());
    get(house.one.told(SERVICE, List.of(new Told.Report(new Told.ById(id), delivery))));
  }
}
