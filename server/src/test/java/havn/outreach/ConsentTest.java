package havn.outreach;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static havn.outreach.OutreachForTests.HELLO;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.correspondence.Releasing;
import havn.courtesy.Language;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.courtesy.Permission.Why;
import havn.kernel.id.ContactId;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A provider that asks for the person's yes before anything is begun over it.
class ConsentTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private OutreachForTests house;
  private Beginnings beginnings;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
    house.templates = true;
    beginnings = house.beginnings();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void withoutAYesNobodyIsWrittenToFirst() {
    ContactId card = house.held(house.ola, NUMBER);
    assertEquals(
        new Outlook.Begin(Occasion.FIRST, new Permission.Never(Why.NO_CONSENT)),
        house.listed(card).outlook().may());
    assertEquals("", house.draft(beginnings, house.ola, card).text());
    assertEquals(
        new Permission.Never(Why.NO_CONSENT),
        house.draft(beginnings, house.ola, card).permission());
    assertInstanceOf(Beginnings.NotNow.class, released(card));
    house.does(house.ola, card, new CardAct.GiveBack());
    assertEquals(Optional.empty(), house.next(house.kari), "it is not the next one either");
  }

  @Test
  void whoSaidYesIsWrittenToAndWhoTookItBackIsNot() {
    ContactId card = house.held(house.ola, NUMBER);
    assertTrue(house.does(house.ola, card, yes(TODAY)));
    assertEquals(
        Optional.of(new Consent(TODAY, Consent.How.TOLD, Optional.of("Ola"))),
        house.listed(card).card().consent());
    assertTrue(house.draft(beginnings, house.ola, card).text().contains("STOPP"));
    assertTrue(house.does(house.kari, card, new CardAct.Withdrawn()), "whoever holds it");
    assertInstanceOf(Beginnings.NotNow.class, released(card));
    assertFalse(house.does(house.ola, card, yes(TODAY.minusDays(1))), "it was taken back since");
    assertTrue(house.does(house.ola, card, yes(TODAY)));
    var asked = assertInstanceOf(Beginnings.Asked.class, released(card));
    assertInstanceOf(Releasing.Queued.class, asked.outcome());
    assertEquals(2, house.acts("contact.consent"));
    assertEquals(1, house.acts("contact.withdraw"));
  }

  @Test
  void aYesThatIsToComeOrOfLongAgoOrOfSomebodyElsesCardIsRefused() {
    ContactId card = house.held(house.ola, NUMBER);
    assertFalse(house.does(house.ola, card, yes(TODAY.plusDays(1))));
    assertFalse(house.does(house.ola, card, yes(TODAY.minusMonths(13).minusDays(1))));
    assertFalse(house.does(house.kari, card, yes(TODAY)), "Ola holds it");
    assertEquals(0, house.acts("contact.consent"));
    assertEquals(Optional.empty(), house.listed(card).card().consent());
  }

  @Test
  void theYesOfWhoeverHadTheNumberBeforeIsNone() {
    ContactId card = house.held(house.ola, NUMBER);
    house.does(house.ola, card, yes(TODAY));
    byte[] contact = house.listed(card).card().numbers().getFirst().known().contact();
    get(
        house
            .pool
            .preparedQuery("INSERT INTO heard (tag, changed) VALUES ($1, $2)")
            .execute(Tuple.of(Buffer.buffer(contact), house.now.atOffset(ZoneOffset.UTC))));
    assertEquals(
        new Permission.Never(Why.NO_CONSENT),
        house.draft(beginnings, house.ola, card).permission());
  }

  @Test
  void theYesIsOfTheNumberThatIsWrittenTo() {
    String second = "+4741234599";
    ContactId card = house.held(house.ola, NUMBER, second);
    house.does(house.ola, card, yes(TODAY));
    byte[] contact = house.listed(card).card().numbers().get(1).known().contact();
    get(
        house
            .pool
            .preparedQuery("INSERT INTO heard (tag, changed) VALUES ($1, $2)")
            .execute(Tuple.of(Buffer.buffer(contact), house.now.atOffset(ZoneOffset.UTC))));
    assertTrue(house.draft(beginnings, house.ola, card).text().contains("STOPP"));
    var other = get(beginnings.draft(house.ola.id(), SERVICE, card, 1, Language.NB));
    assertEquals(new Permission.Never(Why.NO_CONSENT), ((Beginnings.Draft) other).permission());
  }

  @Test
  void aYesDecaysAfterThirteenMonths() {
    ContactId card = house.held(house.ola, NUMBER);
    house.does(house.ola, card, yes(TODAY.minusMonths(13)));
    assertTrue(house.draft(beginnings, house.ola, card).text().contains("STOPP"));
    house.later(Duration.ofDays(1));
    house.does(house.ola, card, new CardAct.Take());
    assertEquals(
        new Permission.Never(Why.NO_CONSENT),
        house.draft(beginnings, house.ola, card).permission());
  }

  @Test
  void whoTakesItBackHasTakenItBackOnEachCardWithTheirNumber() {
    ContactId card = house.held(house.ola, NUMBER);
    ContactId same = house.held(house.ola, NUMBER, "+4741234599");
    ContactId other = house.held(house.ola, "+4741234598");
    for (ContactId each : List.of(card, same, other)) {
      assertTrue(house.does(house.ola, each, yes(TODAY)));
    }
    assertTrue(house.does(house.kari, card, new CardAct.Withdrawn()));
    assertEquals(Optional.empty(), house.listed(same).card().consent());
    assertTrue(house.listed(other).card().consent().isPresent(), "somebody else");
  }

  @Test
  void aCardWithoutAYesLeadsToTheYesOfTheSamePerson() {
    String second = "+4741234599";
    ContactId card = house.held(house.ola, NUMBER);
    house.held(house.ola, NUMBER, second);
    ContactId behind = house.held(house.ola, second);
    assertTrue(house.does(house.ola, behind, yes(TODAY)));
    assertTrue(house.does(house.ola, card, new CardAct.Withdrawn()));
    assertEquals(Optional.empty(), house.listed(behind).card().consent());
  }

  @Test
  void noCardKeepsAYesWithANumberThatIsNoted() {
    String second = "+4741234599";
    String third = "+4741234598";
    ContactId card = house.held(house.ola, NUMBER, second);
    ContactId shares = house.held(house.ola, second, third);
    ContactId behind = house.held(house.ola, third);
    for (ContactId each : List.of(shares, behind)) {
      assertTrue(house.does(house.ola, each, yes(TODAY)));
    }
    assertTrue(house.does(house.kari, card, new CardAct.Withdrawn()), "the yes is on another card");
    assertEquals(3, house.rows("withdrawn"));
    for (ContactId each : List.of(shares, behind)) {
      assertEquals(Optional.empty(), house.listed(each).card().consent());
    }
  }

  @Test
  void whoNeverSaidYesAndDoesNotWantItIsNotedToo() {
    ContactId card = house.held(house.ola, NUMBER);
    assertTrue(house.does(house.ola, card, new CardAct.Withdrawn()));
    assertEquals(Optional.empty(), imported(TODAY, NUMBER).consent());
    assertTrue(house.does(house.ola, card, new CardAct.Withdrawn()), "they may say so twice");
    assertEquals(1, house.rows("withdrawn"));
  }

  @Test
  void aYesWaitsForWhoeverTakesItBackMeanwhile() {
    ContactId card = house.held(house.ola, NUMBER);
    SqlConnection other = get(house.pool.getConnection());
    Transaction taking = get(other.begin());
    get(other.query("SELECT FROM service WHERE id = 'pro-mann' FOR NO KEY UPDATE").execute());
    var given = house.cards.act(house.ola, SERVICE, card, yes(TODAY.minusDays(1)));
    String waiting =
        "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    until("it waits", () -> given.isComplete() || house.rows(waiting) == 1);
    String noted = "INSERT INTO withdrawn SELECT 'pro-mann', tag, '%s' FROM contact_tag";
    get(other.query(noted.formatted(TODAY)).execute());
    get(taking.commit());
    assertEquals(Acted.TAKEN_BACK, get(given));
    get(other.close());
    assertEquals(Optional.empty(), house.listed(card).card().consent());
  }

  @Test
  void aListBringsWhoSaidYes() {
    var fresh = OutreachForTests.fresh(NUMBER);
    var given = new Consent.Given(TODAY, Consent.How.FORM, house.kari.id());
    ContactId card = house.card(SERVICE, with(fresh, given));
    assertEquals(
        Optional.of(new Consent(TODAY, Consent.How.FORM, Optional.of("Kari"))),
        house.listed(card).card().consent());
    var toCome = new Consent.Given(TODAY.plusDays(1), Consent.How.FORM, house.kari.id());
    var other = with(OutreachForTests.fresh("+4741234599"), toCome);
    assertInstanceOf(
        Intake.BadConsent.class,
        get(house.intake.keep(house.kari.id(), OutreachForTests.batch(SERVICE), List.of(other))));
  }

  @Test
  void aListBringsBackNoYesThatWasTakenBackSince() {
    String second = "+4741234599";
    ContactId card = house.card(NUMBER, second);
    house.does(house.ola, card, new CardAct.Take());
    assertTrue(house.does(house.ola, card, yes(TODAY)));
    assertTrue(house.does(house.ola, card, new CardAct.Withdrawn()));
    assertTrue(house.does(house.ola, card, new CardAct.Delete()), "it outlives the card");
    assertEquals(Optional.of(TODAY), withdrawn(second), "the preview counts it");
    assertEquals(Optional.empty(), imported(TODAY, second).consent());
    house.later(Duration.ofDays(1));
    assertEquals(Optional.empty(), imported(TODAY, second, "+4741234598").consent());
    assertTrue(imported(TODAY.plusDays(1), second).consent().isPresent(), "they said so again");
    assertTrue(imported(TODAY, "+4741234597").consent().isPresent(), "somebody else");
  }

  @Test
  void whatWasTakenBackIsKeptAsLongAsAYesOfThatDayWouldCount() {
    ContactId card = house.held(house.ola, NUMBER);
    house.does(house.ola, card, yes(TODAY));
    house.does(house.ola, card, new CardAct.Withdrawn());
    assertEquals(1, house.rows("withdrawn"));
    house.later(Duration.between(start(TODAY), start(TODAY.plusMonths(13))));
    get(house.sweep.round(house.now));
    assertEquals(1, house.rows("withdrawn"));
    house.later(Duration.ofDays(1));
    get(house.sweep.round(house.now));
    assertEquals(0, house.rows("withdrawn"));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Optional<LocalDate> withdrawn(String number) {
    var worth = get(house.intake.worth(house.kari.id(), SERVICE, List.of(number))).orElseThrow();
    return assertInstanceOf(Intake.Number.class, worth.getFirst()).withdrawn();
  }

  /// A card of a list that says that the person said yes on that day.
  private Card imported(LocalDate day, String... numbers) {
    var given = new Consent.Given(day, Consent.How.FORM, house.kari.id());
    return house.listed(house.card(SERVICE, with(OutreachForTests.fresh(numbers), given))).card();
  }

  private static Intake.Fresh with(Intake.Fresh fresh, Consent.Given given) {
    return new Intake.Fresh(
        fresh.id(),
        fresh.face(),
        fresh.sealed(),
        fresh.written(),
        fresh.adverts(),
        Optional.of(given));
  }

  private static CardAct yes(LocalDate day) {
    return new CardAct.Consented(Consent.How.TOLD, day);
  }

  private Beginnings.Released released(ContactId card) {
    return get(beginnings.release(house.ola.id(), text(card, NUMBER, HELLO)));
  }
}
