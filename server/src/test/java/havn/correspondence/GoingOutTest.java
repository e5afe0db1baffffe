package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Handed;
import havn.channel.Outbox;
import havn.channel.TestProvider;
import havn.channel.Told;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is looked at again in the last step before a text is handed over.
class GoingOutTest {

  private static final String HELLO = "Hei fra Samtalen. Gratis hjelp. Svar STOPP for å slippe.";

  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  GoingOutTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aNumberThatWentToSomebodyElseMeanwhileIsNotWrittenTo() {
    house.begins(house.one, PHONE, HELLO);
    house.later(Duration.ofSeconds(1));
    get(house.one.told(SERVICE, List.of(new Told.NumberChanged(PHONE))));
    house.one.round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("first again"), house.states());
    var told = house.pool.query("SELECT FROM heard WHERE changed IS NOT NULL").execute();
    assertEquals(2, get(told).size(), "the services of each audience know it");
  }

  @Test
  void whoWroteWhileAFirstTextWaitedForMorningIsNotWrittenToFirst() {
    house.at("2026-11-20T21:00");
    house.begins(house.one, PHONE, HELLO);
    house.later(Duration.ofHours(1));
    house.says(PHONE, "a", "Hei, hvem er dere?");
    house.at("2026-11-21T10:00");
    house.one.round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("first answered", "automatic again", "in received"), house.states());
    assertEquals(0, get(house.pool.query("SELECT FROM begun").execute()).size());
  }

  @Test
  void whomTheProviderRefusesAsOptedOutIsStoppedHereToo() {
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.OPTED_OUT));
    var listened = new OptOutsHeard(provider, house.optOuts, house.tags, () -> house.now);
    house.begins(house.one, PHONE, HELLO);
    get(house.one.sender(listened, house.one.outbox).round());
    assertEquals(List.of("first stopped"), house.states());
    assertEquals(
        List.of(OptOuts.Source.PROVIDER),
        get(house.optOuts.all()).values().stream().map(OptOutStore.Mark::source).toList());
  }

  @Test
  void overTemplatesAnAnswerGoesOutOnlyADayAfterAWordOverThatProvider() {
    told("whatsapp-cloud", "a");
    overTemplates();
    assertEquals(1, provider.arrived.size());
    house.later(Duration.ofHours(25));
    told("sveve", "b");
    house.answers("Hei på deg");
    overTemplates();
    assertEquals(1, provider.arrived.size());
    assertTrue(house.states().contains("answer again"), house.states()::toString);
    told("whatsapp-cloud", "c");
    house.answers("Hei på deg");
    overTemplates();
    assertEquals("+4741234567 Hei på deg", provider.arrived.getLast());
  }

  @Test
  void overTemplatesAnAnswerIsRefusedInWordsADayAfterTheLastWordOverThatProvider() {
    house.templates = true;
    told("whatsapp-cloud", "a");
    house.later(Duration.ofHours(25));
    told("sveve", "b");
    var over = new Releasing.Refused(new Releasing.Forbidden(Permission.Why.DAY_OVER));
    assertEquals(new Threads.Out(over), house.answers("Hei på deg"));
    told("whatsapp-cloud", "c");
    var out = assertInstanceOf(Threads.Out.class, house.answers("Hei på deg"));
    assertInstanceOf(Releasing.Queued.class, out.outcome());
  }

  @Test
  void whatThisVersionDoesNotKnowIsLeftAloneAndHoldsUpNothing() {
    house.begins(house.one, PHONE, HELLO);
    get(house.pool.query("ALTER TABLE release DROP CONSTRAINT release_occasion_check").execute());
    get(house.pool.query("UPDATE release SET occasion = 'greeting'").execute());
    house.begins(house.one, CorrespondenceForTests.number("+4798765432"), HELLO);
    house.one.round();
    assertEquals(List.of("+4798765432 " + HELLO), provider.arrived);
  }

  @Test
  void anAnswerFromBeforeAStopDoesNotGoOutWhateverTheyWriteSince() {
    house.at("2026-11-23T21:00");
    house.says(PHONE, "a", "Hei");
    house.later(Duration.ofMinutes(40));
    house.answers("Ja, jeg er her.");
    house.says(PHONE, "b", "Er dere der?");
    house.later(Outbox.CLAIM);
    house.at("2026-11-24T10:00");
    house.says(PHONE, "c", "STOPP");
    house.later(Duration.ofHours(1));
    house.says(PHONE, "d", "hjelp");
    house.one.round();
    assertTrue(house.states().contains("answer stopped"), house.states()::toString);
    assertTrue(house.waits());
  }

  @Test
  void whoWritesOnceMoreWhileAnAnswerIsTriedAgainHasItAtOnce() {
    house.at("2026-11-23T21:00");
    house.says(PHONE, "a", "Hei");
    house.answers("Ja, jeg er her.");
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.UNREACHABLE));
    house.later(Duration.ofMinutes(29));
    house.one.round();
    provider.instead = Optional.empty();
    house.says(PHONE, "b", "Er dere der?");
    house.later(Duration.ofMinutes(2));
    house.one.round();
    assertTrue(house.states().contains("answer sent"), house.states()::toString);
  }

  @Test
  void aConfirmationIsNotMovedByALaterWord() {
    provider.instead = Optional.of(new Handed.Refused(Handed.Why.UNREACHABLE));
    house.says(PHONE, "a", "STOPP");
    house.one.round();
    provider.instead = Optional.empty();
    house.later(Duration.ofMinutes(4));
    house.says(PHONE, "b", "hei");
    house.later(Duration.ofMinutes(2));
    house.one.round();
    assertTrue(house.states().contains("opt-out stopped"), house.states()::toString);
  }

  private void told(String over, String id) {
    get(house.one.told(over, SERVICE, List.of(new Told.Text(id, PHONE, "Hei"))));
  }

  private void overTemplates() {
    Outbox<Release> outbox =
        CorrespondenceStores.outbox(
            house.pool,
            house.one.memory,
            house.tags,
            new Carried("whatsapp-cloud", true, Set.of(), true),
            service -> house.manners);
    get(house.one.sender(provider, outbox).round());
  }
}
