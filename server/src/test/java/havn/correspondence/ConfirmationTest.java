package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.channel.TestProvider;
import havn.channel.Told;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is answered by itself, whenever the process that answers ends.
class ConfirmationTest {

  private static final String REFUSE =
      """
      CREATE FUNCTION ends() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''killed''; END' LANGUAGE plpgsql;
      CREATE TRIGGER ends BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION ends();
      """;

  private static final String CONFIRMS = " WHERE occasion = 'opt-out'";

  private final CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider());

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

  private long confirmations() {
    return house.states().stream().filter(state -> state.startsWith("opt-out")).count();
  }
}
