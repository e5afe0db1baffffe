package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static havn.correspondence.CorrespondenceForTests.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Handed;
import havn.channel.PhoneNumber;
import havn.channel.TestProvider;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Permission;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What we begin belongs to a card with several numbers, and ends with it.
class CardsOfReleasesTest {

  private static final String HELLO = "Hei fra Samtalen. Gratis hjelp. Svar STOPP for å slippe.";
  private static final PhoneNumber OTHER = number("+4798765432");

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  CardsOfReleasesTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aStopFromAnotherNumberOfTheCardStopsATextThatWaits() {
    house.at("2026-11-20T21:00");
    begins(card(PHONE, OTHER), PHONE);
    get(house.optOuts.stop(house.tagged(OTHER).stop(), OptOuts.Source.WORD, house.now));
    house.at("2026-11-21T10:00");
    house.one.round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("first stopped"), house.states());
  }

  @Test
  void aStopFromSomebodyElseStopsNothing() {
    house.at("2026-11-20T21:00");
    begins(card(PHONE), PHONE);
    card(OTHER);
    get(house.optOuts.stop(house.tagged(OTHER).stop(), OptOuts.Source.WORD, house.now));
    house.at("2026-11-21T10:00");
    house.one.round();
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void aTextThatWaitsKeepsTheHoursThatWereNamedSince() {
    house.at("2026-11-20T21:00");
    ContactId card = card(PHONE);
    begins(card, PHONE);
    onlyFrom(card, 12);
    arrivesFirst("2026-11-21T12:00", "2026-11-21T10:00", "2026-11-21T11:59");
  }

  @Test
  void aTextThatWaitsKeepsTheHoursOfEveryCardWithANumberOfItsOwn() {
    house.at("2026-11-20T21:00");
    begins(card(PHONE, OTHER), PHONE);
    onlyFrom(card(OTHER), 12);
    arrivesFirst("2026-11-21T12:00", "2026-11-21T10:00", "2026-11-21T11:59");
  }

  @Test
  void aTextWhoseCardsAreGoneKeepsTheHoursThatItWasReleasedWith() {
    house.at("2026-11-20T21:00");
    ContactId card = card(PHONE);
    onlyFrom(card, 12);
    begins(card, PHONE);
    get(house.pool.query("DELETE FROM contact").execute());
    arrivesFirst("2026-11-23T12:00", "2026-11-21T15:00", "2026-11-23T10:00");
  }

  /// The person may be written to for two hours a day.
  private void onlyFrom(ContactId card, int hour) {
    get(
        house
            .pool
            .preparedQuery("UPDATE contact SET win_from = $2, win_to = $3 WHERE id = $1")
            .execute(Tuple.of(Buffer.buffer(card.bytes()), hour * 60, (hour + 2) * 60)));
  }

  private void arrivesFirst(String then, String... before) {
    for (String time : before) {
      house.at(time);
      house.one.round();
      assertEquals(List.of(), provider.arrived, time);
    }
    house.at(then);
    house.one.round();
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void twoNumbersOfACardAreDecidedTogetherInTheTransactionThatQueues() {
    ContactId card = card(PHONE, OTHER);
    assertInstanceOf(Releasing.Queued.class, begins(card, PHONE));
    assertInstanceOf(Releasing.Refused.class, begins(card, OTHER));
  }

  @Test
  void aCardThatIsGoneAndACampaignThatNobodyApprovedAreNotWrittenTo() {
    var gone = new Releasing.Refused(new Releasing.Gone());
    assertEquals(gone, begins(ContactId.fresh(), PHONE));
    var errand = errand(card(PHONE), Optional.of(CampaignId.fresh()), PHONE);
    assertEquals(gone, house.begins(house.one, TextId.fresh(), PHONE, HELLO, Optional.of(errand)));
    assertEquals(List.of(), house.states());
  }

  @Test
  void aDeletedConversationTakesWithItWhatWaitsAndIsNoContact() {
    house.at("2026-11-20T21:00");
    ContactId card = card(PHONE);
    begins(card, PHONE);
    assertTrue(deletes(house.kari.id()));
    assertEquals(0, rows("begun") + rows("release") + rows("message"));
    assertFalse(deletes(house.kari.id()), "it is gone");
    house.at("2026-11-21T10:00");
    house.one.round();
    assertEquals(List.of(), provider.arrived);
    assertInstanceOf(Releasing.Queued.class, begins(card, PHONE));
    assertEquals(1, rows("journal WHERE line LIKE '%thread.delete%'"));
  }

  @Test
  void aConversationOfWhichATextMayBeOutStays() {
    begins(card(PHONE), PHONE);
    get(house.pool.query("UPDATE release SET state = 'claimed', doubt = true").execute());
    assertFalse(deletes(house.kari.id()));
    assertEquals(2, rows("begun") + rows("release"));
  }

  @Test
  void aTextThatIsQueuedIsFoundByWhoeverReleasedItWhoeverHasTheConversation() {
    TextId id = TextId.fresh();
    var queued = house.begins(house.one, id, PHONE, HELLO);
    assertEquals(Optional.of(queued), get(house.one.releasing.queued(house.kari.id(), id)));
    assertEquals(Optional.empty(), get(house.one.releasing.queued(StaffId.fresh(), id)));
    house.one.round();
    house.later(Duration.ofDays(2));
    assertTrue(get(house.one.releasing.queued(house.kari.id(), id)).isPresent());
    assertEquals(
        Optional.empty(), get(house.one.releasing.queued(house.kari.id(), TextId.fresh())));
  }

  @Test
  void whereTheProviderAsksForAYesACardWithoutOneIsNotQueued() {
    house.templates = true;
    var refused = new Releasing.Refused(new Releasing.Forbidden(Permission.Why.NO_CONSENT));
    ContactId card = card(PHONE);
    assertEquals(refused, begins(card, PHONE));
    assertEquals(refused, house.begins(house.one, PHONE, HELLO), "without a card");
    consents("'2025-10-19', consent_how = 'told'");
    assertEquals(refused, begins(card, PHONE), "13 months and a day ago");
    consents("'2026-11-20', consent_how = 'told'");
    assertInstanceOf(Releasing.Queued.class, begins(card, PHONE));
  }

  @Test
  void aYesThatIsTakenBackOrOfAnotherPersonStopsWhatWaits() {
    house.templates = true;
    for (String over :
        List.of(
            "UPDATE contact SET consent_day = NULL, consent_how = NULL",
            "UPDATE contact SET consent_day = '2026-11-19'",
            "SELECT 1")) {
      get(house.pool.query("DELETE FROM begun").execute());
      get(house.pool.query("DELETE FROM heard").execute());
      ContactId card = card(PHONE);
      consents("'2026-11-20', consent_how = 'told'");
      assertInstanceOf(Releasing.Queued.class, begins(card, PHONE));
      get(house.pool.query(over).execute());
      get(
          house
              .pool
              .preparedQuery("INSERT INTO heard (tag, changed) VALUES ($1, '2026-11-19T12:00:00Z')")
              .execute(Tuple.of(Buffer.buffer(house.tagged(PHONE).contact()))));
      overTemplates();
    }
    assertEquals(List.of("first again", "first again", "first sent"), house.states());
  }

  @Test
  void aYesThatGrewTooOldWhileATextWaitedStopsIt() {
    house.templates = true;
    ContactId card = card(PHONE);
    consents("'2025-10-20', consent_how = 'told'");
    assertInstanceOf(Releasing.Queued.class, begins(card, PHONE), "13 months ago");
    consents("'2025-10-19'");
    overTemplates();
    assertEquals(List.of("first again"), house.states());
  }

  private void consents(String day) {
    get(house.pool.query("UPDATE contact SET consent_day = " + day).execute());
  }

  private void overTemplates() {
    var carried = new Carried("whatsapp-cloud", true, Set.of(), true);
    var outbox =
        CorrespondenceStores.outbox(
            house.pool, house.one.memory, house.tags, carried, service -> house.manners);
    get(house.one.sender(provider, outbox).round());
  }

  @Test
  void aTextThatNeverLeftLeavesItsCardOpenInEveryCampaignAndARefusedOneInTheOthers() {
    for (boolean refused : List.of(false, true)) {
      ContactId card = card(PHONE);
      CampaignId one = campaign(card);
      CampaignId other = campaign(card);
      Errand errand = errand(card, Optional.of(one), PHONE);
      CorrespondenceForTests.Process process = refused ? house.one : house.new Process();
      house.begins(process, TextId.fresh(), PHONE, HELLO, Optional.of(errand));
      assertEquals(List.of(0L, 0L), List.of(open(one), open(other)));
      provider.instead = Optional.of(new Handed.Refused(Handed.Why.NUMBER));
      house.later(Duration.ofMinutes(2));
      house.one.round();
      assertEquals(List.of(refused ? 0L : 1L, 1L), List.of(open(one), open(other)));
    }
  }

  @Test
  void aCampaignLeavesACardAloneWhosePersonWroteFromAnyNumberWhileItsTextWaited() {
    house.at("2026-11-20T21:00");
    ContactId card = card(PHONE, OTHER);
    CampaignId campaign = campaign(card);
    Errand errand = errand(card, Optional.of(campaign), PHONE);
    house.begins(house.one, TextId.fresh(), PHONE, HELLO, Optional.of(errand));
    house.later(Duration.ofMinutes(1));
    house.says(OTHER, "a", "Hei");
    house.at("2026-11-21T10:00");
    house.one.round();
    assertEquals(List.of(), provider.arrived);
    assertTrue(house.states().contains("first answered"), house.states()::toString);
    assertEquals(List.of(0L, 0L), List.of(open(campaign), sent()));
  }

  @Test
  void aCampaignHasNotWrittenToWhoeverSaidStopWhileItsTextWaited() {
    house.at("2026-11-20T21:00");
    ContactId card = card(PHONE);
    CampaignId campaign = campaign(card);
    Errand errand = errand(card, Optional.of(campaign), PHONE);
    house.begins(house.one, TextId.fresh(), PHONE, HELLO, Optional.of(errand));
    house.later(Duration.ofMinutes(1));
    house.says(PHONE, "a", "STOPP");
    house.at("2026-11-21T10:00");
    house.one.round();
    assertTrue(house.states().contains("first stopped"), house.states()::toString);
    assertEquals(0, sent());
  }

  private long sent() {
    return rows("campaign_card WHERE state = 'sent'");
  }

  private long open(CampaignId id) {
    return rows("campaign_card WHERE state = 'open' AND campaign = '\\x" + id.hex() + "'");
  }

  /// One that is approved and has a card.
  private CampaignId campaign(ContactId card) {
    CampaignId id = CampaignId.fresh();
    get(
        house
            .pool
            .preparedQuery(
                "WITH made AS (INSERT INTO campaign (id, service, at, state, ends)"
                    + " VALUES ($1, $3, $4, 'approved', $4))"
                    + " INSERT INTO campaign_card (campaign, contact, state)"
                    + " VALUES ($1, $2, 'open')")
            .execute(
                Tuple.of(
                    Buffer.buffer(id.bytes()),
                    Buffer.buffer(card.bytes()),
                    SERVICE.slug(),
                    house.now.atOffset(ZoneOffset.UTC))));
    return id;
  }

  private boolean deletes(StaffId who) {
    return get(
        house
            .threads
            .all(SERVICE, house.now)
            .compose(
                all ->
                    all.isEmpty()
                        ? io.vertx.core.Future.succeededFuture(false)
                        : house.one.desk.act(
                            SERVICE,
                            all.getFirst().id(),
                            who,
                            new ThreadStore.Delete(
                                new ThreadStore.Seen(all.getFirst().words(), Optional.empty())))));
  }

  private Releasing.Outcome begins(ContactId card, PhoneNumber to) {
    Errand errand = errand(card, Optional.empty(), to);
    return house.begins(house.one, TextId.fresh(), to, HELLO, Optional.of(errand));
  }

  private Errand errand(ContactId card, Optional<CampaignId> campaign, PhoneNumber to) {
    var other = Standings.Known.of(house.tagged(to.equals(PHONE) ? OTHER : PHONE));
    return new Errand(card, campaign, List.of(other), List.of());
  }

  /// A card of the service with these numbers.
  private ContactId card(PhoneNumber... numbers) {
    ContactId card = ContactId.fresh();
    get(
        house
            .pool
            .preparedQuery(
                "INSERT INTO contact (id, service, face, numbers, devices, language, source, batch,"
                    + " adverts, made, ends) VALUES ($1, $2, $3, $3, ARRAY[$1], 'nb', 'advert',"
                    + " $1, 0, $4, '2027-06-01')")
            .execute(
                Tuple.of(
                    Buffer.buffer(card.bytes()),
                    SERVICE.slug(),
                    Buffer.buffer(new byte[200]),
                    house.now.atOffset(ZoneOffset.UTC))));
    for (int place = 0; place < numbers.length; place++) {
      var tagged = house.tagged(numbers[place]);
      get(
          house
              .pool
              .preparedQuery("INSERT INTO contact_tag VALUES ($1, $2, $3, $4, true)")
              .execute(
                  Tuple.of(
                      Buffer.buffer(card.bytes()),
                      place,
                      Buffer.buffer(tagged.contact()),
                      Buffer.buffer(tagged.stop()))));
    }
    return card;
  }

  private long rows(String table) {
    for (Row row : get(house.pool.query("SELECT count(*) AS rows FROM " + table).execute())) {
      return row.getLong("rows");
    }
    throw new AssertionError();
  }
}
