package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Handed;
import havn.channel.TestProvider;
import havn.channel.Told;
import havn.channel.adapter.Reading;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever said stop and wrote since may be answered, whoever tells the stop once more, and also
/// where a provider alone knows of it and nobody knows which was first.
class CryBehindAStopTest {

  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  CryBehindAStopTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theProvidersListMovesNoStopBehindIt() {
    cries();
    assertEquals(0, list().kept());
    assertAnswered();
  }

  @Test
  void aProviderThatTakesNoAnswerMovesNoStopBehindIt() {
    cries();
    providerRefuses();
    assertTrue(house.states().contains("automatic again"), house.states()::toString);
    assertAnswered();
  }

  @Test
  void aReportThatTheyOptedOutMovesNoStopBehindIt() {
    cries();
    told(
        new Told.Report(new Told.ByKey(TextId.fresh()), Told.Delivery.FAILED),
        new Told.OptedOut(PHONE));
    assertAnswered();
  }

  @Test
  void aListOfStopsThatNobodyHereKnewTakesNoCryAway() {
    house.says(PHONE, "a", "hjelp");
    house.later(Duration.ofMinutes(5));
    assertEquals(1, list().kept());
    assertAnswered();
  }

  @Test
  void aStopThatTheProviderAloneKnowsTakesNoCryAwayWhenItRefusesWhatWeSayByOurselves() {
    house.says(PHONE, "a", "hjelp");
    providerRefuses();
    assertTrue(house.states().contains("automatic stopped"), house.states()::toString);
    assertEquals(1, get(house.optOuts.all()).size());
    assertAnswered();
  }

  @Test
  void aReportOfAStopThatNobodyHereKnewTakesNoCryAway() {
    house.says(PHONE, "a", "hjelp");
    house.later(Duration.ofMinutes(5));
    told(new Told.OptedOut(PHONE));
    assertAnswered();
  }

  @Test
  void whoeverSaidStopToTheProviderAloneIsAnsweredForADayOnly() {
    house.says(PHONE, "a", "hjelp");
    told(new Told.OptedOut(PHONE));
    house.later(Duration.ofHours(24));
    assertRefused();
  }

  @Test
  void aWordOfStopAfterThatIsObeyedAtOnce() {
    house.says(PHONE, "a", "hjelp");
    told(new Told.OptedOut(PHONE));
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "b", "STOPP");
    assertRefused();
  }

  @Test
  void aStopThatTheProviderReadsInTheirTextDoesAndOnceOnly() {
    cries();
    Told stop = new Told.OptedOut(PHONE, Optional.of("c"), Optional.empty());
    told(new Told.Text("c", PHONE, "la meg være"), stop);
    assertRefused();
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "d", "hjelp likevel");
    told(stop);
    assertAnswered();
  }

  @Test
  void aStopThatIsToldAgainWithoutANameMovesNoneBehindIt() {
    told(Reading.unnamed(PHONE, "STOPP", "x"));
    house.later(Duration.ofSeconds(2));
    told(Reading.unnamed(PHONE, "hjelp", "x"));
    house.later(Duration.ofSeconds(3));
    told(Reading.unnamed(PHONE, "STOPP", "x"));
    assertAnswered();
  }

  @Test
  void aStopThatCouldNotBeNotedAtOnceIsOlderThanACryThatCould() {
    rename("opt_out", "gone");
    assertThrows(PgException.class, () -> house.says(PHONE, "a", "STOPP"));
    rename("gone", "opt_out");
    house.later(Duration.ofSeconds(2));
    house.says(PHONE, "b", "hjelp");
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "a", "STOPP");
    assertEquals(1, get(house.optOuts.all()).size());
    assertAnswered();
  }

  @Test
  void aCryThatNobodyCouldReadAtOnceIsYoungerThanItsStop() {
    List<Told> both =
        List.of(new Told.Text("a", PHONE, "STOPP"), new Told.Text("b", PHONE, "hjelp"));
    told(both.getFirst());
    house.later(Duration.ofSeconds(2));
    house.consolesAreGone();
    Future<Void> unread = house.one.told(SERVICE, both);
    assertThrows(Receiving.NobodyReads.class, () -> get(unread));
    house.consolesAreBack();
    house.later(Duration.ofMinutes(1));
    get(house.one.told(SERVICE, both));
    assertAnswered();
  }

  private ProvidersList.Outcome list() {
    var list =
        new ProvidersList(
            house.optOuts, house.tags, JournalStores.journal(house.pool), () -> house.now);
    return get(list.stop(house.kari.id(), SERVICE, List.of(PHONE.written())));
  }

  private void providerRefuses() {
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.OPTED_OUT));
    var listened = new OptOutsHeard(provider, house.optOuts, house.tags, () -> house.now);
    get(house.one.sender(listened, house.one.outbox).round());
  }

  private void rename(String table, String name) {
    get(house.pool.query("ALTER TABLE " + table + " RENAME TO " + name).execute());
  }

  /// An hour after a stop, and nobody has seen it yet.
  private void cries() {
    house.says(PHONE, "a", "STOPP");
    house.one.round();
    house.later(Duration.ofHours(1));
    house.says(PHONE, "b", "hjelp");
    house.later(Duration.ofMinutes(5));
  }

  private void told(Told... all) {
    get(house.one.told(SERVICE, List.of(all)));
  }

  private void assertAnswered() {
    assertTrue(house.waits());
    assertInstanceOf(Releasing.Queued.class, ((Threads.Out) house.answers("Ja.")).outcome());
  }

  private void assertRefused() {
    assertEquals(
        new Threads.Out(new Releasing.Refused(new Releasing.Stopped())), house.answers("Ja."));
  }
}
