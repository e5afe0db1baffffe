package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Handed;
import havn.channel.TestProvider;
import havn.channel.Told;
import havn.figures.Counted;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is answered by itself, whenever the process that answers ends.
class ConfirmationTest {

  private static final String REFUSE =
      """
      CREATE FUNCTION ends() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''killed''; END' LANGUAGE plpgsql;
      CREATE TRIGGER ends BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION ends();
      """;

  /// What undid the stop was said to another service.
  private static final String OTHER_SERVICE =
      """
      WITH service AS (INSERT INTO service SELECT (jsonb_populate_record(s, jsonb_build_object('id',
        'nadheim', 'settings', s.settings || '{"id":"nadheim"}'))).* FROM service s RETURNING id), other AS (INSERT INTO thread (id, service, thread, tag, stop,
        waits, ends) SELECT substring(t.tag FOR 16), service.id, t.thread, t.tag, t.stop, false,
        t.ends FROM thread t, service RETURNING id)
      UPDATE message SET thread = other.id FROM other WHERE occasion = 'undo'
      """;

  private static final String CONFIRMS = " WHERE occasion = 'opt-out'";

  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  ConfirmationTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aProcessThatEndsBetweenAWordAndItsAnswerHasDoneNeither() {
    for (String word : List.of("STOPP", "START", "Hei")) {
      get(house.pool.query(REFUSE).execute());
      Future<Void> told =
          house.one.told(SERVICE, List.of(new Told.Text("told " + word, PHONE, word)));
      List<String> before = house.states();
      assertThrows(PgException.class, () -> get(told), word);
      assertEquals(before, house.states(), "nothing is filed");
      get(house.pool.query("DROP FUNCTION ends CASCADE").execute());
      house.says(PHONE, "told " + word, word);
      house.later(Duration.ofSeconds(1));
    }
    assertEquals(
        List.of("in received", "opt-out queued", "in received", "undo queued"),
        house.states().subList(0, 4));
    assertEquals("automatic queued", house.states().get(4));
  }

  @Test
  void aStopWhoseProcessEndedBeforeItWasFiledIsConfirmedWhenItIsToldAgain() {
    get(house.optOuts.stop(house.tagged(PHONE).stop(), OptOuts.Source.WORD, house.now));
    house.says(PHONE, "a", "STOPP");
    assertEquals(1, confirmations());
  }

  @Test
  void aStopIsConfirmedOnceUntilItIsTakenBack() {
    house.says(PHONE, "a", "STOPP");
    house.later(Duration.ofHours(1));
    house.says(PHONE, "b", "STOPP");
    assertEquals(1, confirmations());
    house.later(Duration.ofHours(1));
    house.says(PHONE, "c", "START");
    house.later(Duration.ofHours(1));
    house.says(PHONE, "d", "START");
    house.says(PHONE, "e", "STOPP");
    assertEquals(2, confirmations());
    assertEquals(1, house.states().stream().filter(state -> state.startsWith("undo")).count());
  }

  @Test
  void aStopThatWasTakenBackAtAnotherServiceIsConfirmedAnew() {
    house.says(PHONE, "a", "STOPP");
    house.later(Duration.ofHours(1));
    house.says(PHONE, "b", "START");
    house.later(Duration.ofHours(1));
    get(house.pool.query(OTHER_SERVICE).execute());
    house.says(PHONE, "c", "STOPP");
    assertEquals(2, confirmations());
  }

  @Test
  void aStopWhoseConfirmationDidNotArriveIsConfirmedWhenItIsSaidAgain() {
    for (String state : List.of("failed", "again", "perhaps")) {
      house.says(PHONE, "first " + state, "STOPP");
      long before = confirmations();
      get(house.pool.query("UPDATE message SET state = '" + state + "'" + CONFIRMS).execute());
      house.later(Duration.ofMinutes(1));
      house.says(PHONE, "again " + state, "STOPP");
      assertEquals(before + 1, confirmations(), state);
      house.later(Duration.ofMinutes(1));
      house.says(PHONE, "and again " + state, "STOPP");
      assertEquals(before + 1, confirmations(), "once more is enough");
      house.says(PHONE, "back " + state, "START");
      house.later(Duration.ofMinutes(1));
    }
  }

  @Test
  void aFirstTextThatNeverWentOutGoesOutWithTheNextWord() {
    CorrespondenceForTests.Process dead = house.new Process();
    get(dead.told(SERVICE, List.of(new Told.Text("a", PHONE, "Hei"))));
    house.later(Duration.ofHours(1));
    house.one.round();
    assertEquals(List.of("automatic again", "in received"), house.states());
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.UNREACHABLE));
    house.says(PHONE, "b", "Er det noen der?");
    house.one.round();
    house.later(Duration.ofHours(1));
    house.one.round();
    assertEquals(2, house.states().stream().filter("automatic again"::equals).count());
    provider.instead = Optional.empty();
    house.says(PHONE, "c", "Hallo?");
    house.one.round();
    assertEquals(1, provider.arrived.size());
    house.later(Duration.ofDays(1));
    house.says(PHONE, "d", "Hei igjen");
    house.one.round();
    assertEquals(1, provider.arrived.size(), "once in 30 days");
  }

  @Test
  void aFirstTextThatDidNotArriveGoesOutWithTheNextWordUnlessItDidAfterAll() {
    house.says(PHONE, "a", "Hei");
    house.one.round();
    report(Told.Delivery.FAILED);
    house.later(Duration.ofHours(1));
    house.says(PHONE, "b", "Er det noen der?");
    house.one.round();
    assertEquals(2, provider.arrived.size());
    report(Told.Delivery.FAILED);
    report(Told.Delivery.DELIVERED);
    house.later(Duration.ofHours(1));
    house.says(PHONE, "c", "Hallo?");
    house.one.round();
    assertEquals(2, provider.arrived.size());
  }

  @Test
  void whoSendsTextsToWhatNeverArrivesIsAnsweredByItselfOnceAnHour() {
    for (int minute = 0; minute < 61; minute++) {
      house.says(PHONE, "in " + minute, "Jeg er ikke her");
      house.one.round();
      report(Told.Delivery.FAILED);
      assertEquals(minute < 60 ? 1 : 2, provider.arrived.size(), () -> "of " + house.states());
      house.later(Duration.ofMinutes(1));
    }
  }

  /// Of what was handed over last.
  private void report(Told.Delivery delivery) {
    var last = new Told.ById("id-" + provider.arrived.size());
    get(house.one.told(SERVICE, List.of(new Told.Report(last, delivery))));
  }

  @Test
  void aWordThatUndoesNothingIsAnsweredRungForAndCountedAsAnyOtherText() {
    house.begins(house.one, PHONE, "Hei fra Samtalen");
    house.one.round();
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "a", "Du kan skrive igjen");
    assertTrue(house.waits());
    assertEquals(1, house.reads());
    assertEquals(List.of("first sent", "automatic queued", "in received"), house.states());
    assertEquals(List.of(Counted.WROTE_BACK), house.counted);
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "b", "START");
    assertEquals(2, house.reads());
    assertEquals(4, house.states().size(), "answered by itself once in 30 days");
  }

  @Test
  void aWordThatUndoesIsNothingThatWaitsForAnAnswer() {
    house.says(PHONE, "a", "STOPP");
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "b", "START");
    assertFalse(house.waits());
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "c", "START");
    assertTrue(house.waits(), "there was nothing left to take back");
  }

  private long confirmations() {
    return house.states().stream().filter(state -> state.startsWith("opt-out")).count();
  }
}
