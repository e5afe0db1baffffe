package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.HELLO;
import static havn.outreach.OutreachForTests.OTHER;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Told;
import havn.correspondence.Releasing;
import havn.correspondence.Terms;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Manners;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import havn.outreach.CampaignStore.Proposed;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Writing to many, which two people decide.
class CampaignsTest {

  private OutreachForTests house;
  private final Set<ContactId> known = new HashSet<>();

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void somebodyElseApprovesAndThenItsCardsAreTakenOneByOne() {
    ContactId one = house.card("41234510");
    ContactId two = house.card("41234511");
    house.card("41234512");
    CampaignId id = proposed(one, two);
    assertEquals(Optional.empty(), next(id));
    assertFalse(get(approve(house.kari, SERVICE, id)), "she proposed it");
    assertFalse(get(approve(house.ola, OTHER, id)));
    assertTrue(get(approve(house.ola, SERVICE, id)));
    assertFalse(get(approve(house.ola, SERVICE, id)));
    assertEquals(Set.of(one, two), Set.of(taken(next(id)), taken(next(id))));
    assertEquals(Optional.of(new Cards.None()), next(id));
    assertEquals(1, house.acts("campaign.propose"));
    assertEquals(1, house.acts("campaign.approve"), "what was refused is no line");
  }

  @Test
  void whatTheJournalDoesNotTakeIsNeitherApprovedNorStopped() {
    CampaignId id = proposed(house.card("41234510"));
    get(
        house
            .pool
            .query("ALTER TABLE journal ADD CONSTRAINT full_up CHECK (false) NOT VALID")
            .execute());
    Future<Boolean> approved = approve(house.ola, SERVICE, id);
    assertThrows(PgException.class, () -> get(approved));
    Future<Boolean> stopped = house.campaigns.stop(house.kari.id(), SERVICE, id);
    assertThrows(PgException.class, () -> get(stopped));
    assertEquals(Campaign.State.PROPOSED, get(house.campaigns.list(SERVICE)).getFirst().state());
    get(house.pool.query("ALTER TABLE journal DROP CONSTRAINT full_up").execute());
    assertTrue(get(approve(house.ola, SERVICE, id)));
    assertTrue(get(house.campaigns.stop(house.kari.id(), SERVICE, id)));
    assertFalse(get(house.campaigns.stop(house.kari.id(), SERVICE, id)));
    assertEquals(
        List.of(1L, 1L), List.of(house.acts("campaign.approve"), house.acts("campaign.stop")));
  }

  @Test
  void itIsDoneWhenEveryCardWasWrittenToOrMayNotBe() {
    ContactId one = house.card("41234510");
    ContactId never = house.card("41234511");
    house.does(house.kari, never, new CardAct.Never());
    CampaignId id = approved(one, never);
    assertEquals(one, taken(next(id)));
    var beginnings = house.beginnings();
    assertInstanceOf(
        Beginnings.Asked.class,
        get(beginnings.release(house.ola.id(), text(one, "41234510", HELLO))));
    Campaign done = get(house.campaigns.list(SERVICE)).getFirst();
    assertEquals(Campaign.State.DONE, done.state());
    assertEquals(List.of(2, 1, 1), List.of(done.cards(), done.sent(), done.refused()));
    assertEquals("Kari", done.by().orElseThrow().name());
    assertEquals("Ola", done.approved().orElseThrow().name());
    assertEquals(List.of(), get(house.campaigns.list(OTHER)));
  }

  @Test
  void itSaysHowManyTextsArrivedAndHowManyDidNot() {
    Map<ContactId, String> numbers = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      numbers.put(house.card("4123451" + i), "4123451" + i);
    }
    CampaignId id = approved(numbers.keySet().toArray(ContactId[]::new));
    var beginnings = house.beginnings();
    List<TextId> texts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ContactId card = taken(next(id));
      String number = Objects.requireNonNull(numbers.get(card));
      Beginnings.Text text = text(id, card, number, said(beginnings, card));
      get(beginnings.release(house.ola.id(), text));
      texts.add(text.id());
    }
    var told = CorrespondenceStores.in(house.pool, service -> Terms.plain(Manners.DEFAULT));
    get(told.report(texts.get(0), Told.Delivery.DELIVERED, house.now));
    get(told.report(texts.get(1), Told.Delivery.DELIVERED, house.now));
    get(told.report(texts.get(2), Told.Delivery.FAILED, house.now));
    assertEquals(new Campaign.Fate(2, 1, 0), fate());
    house.later(Duration.ofDays(31));
    assertEquals(new Campaign.Fate(0, 0, 0), fate());
  }

  private Campaign.Fate fate() {
    return get(house.campaigns.list(SERVICE)).getFirst().fate();
  }

  @Test
  void cardsOfAnApprovedCampaignGoSixtyAMinute() {
    List<ContactId> cards = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      cards.add(house.card("412345" + (10 + i)));
    }
    CampaignId id = approved(cards.toArray(ContactId[]::new));
    var beginnings = house.beginnings();
    for (int i = 0; i < 12; i++) {
      ContactId card = taken(next(id));
      String number = "412345" + (10 + cards.indexOf(card));
      var asked =
          get(beginnings.release(house.ola.id(), text(id, card, number, said(beginnings, card))));
      assertInstanceOf(Beginnings.Asked.class, asked, "number " + i);
    }
    assertEquals(Optional.of(new Cards.None()), next(id));
  }

  @Test
  void whatWaitsForTheMorningIsDroppedWhenTheCampaignIsStopped() {
    ContactId one = house.card("41234510");
    CampaignId id = approved(one);
    assertEquals(one, taken(next(id)));
    house.at("2026-11-20T19:30:00Z");
    house.does(house.ola, one, new CardAct.Take());
    var beginnings = house.beginnings();
    get(beginnings.release(house.ola.id(), text(id, one, "41234510", said(beginnings, one))));
    assertEquals(1, house.rows("begun"));
    assertTrue(get(house.campaigns.stop(house.kari.id(), SERVICE, id)));
    assertFalse(get(house.campaigns.stop(house.kari.id(), SERVICE, id)));
    assertEquals(1, house.rows("release WHERE state = 'dropped' AND sealed IS NULL"));
    assertEquals(1, house.rows("message WHERE state = 'again'"));
    assertEquals(0, house.rows("begun"), "what never left is no contact");
    assertEquals(Optional.empty(), next(id));
    assertEquals(Campaign.State.STOPPED, get(house.campaigns.list(SERVICE)).getFirst().state());
  }

  @Test
  void aStopDropsNothingThatWasReleasedByHandOrForAnotherCampaign() {
    ContactId byHand = house.card("41234510");
    ContactId elsewhere = house.card("41234511");
    CampaignId id = approved(byHand, elsewhere);
    CampaignId other = approved(elsewhere);
    house.at("2026-11-20T19:30:00Z");
    var beginnings = house.beginnings();
    house.does(house.ola, byHand, new CardAct.Take());
    house.does(house.ola, elsewhere, new CardAct.Take());
    get(beginnings.release(house.ola.id(), text(byHand, "41234510", HELLO)));
    get(
        beginnings.release(
            house.ola.id(), text(other, elsewhere, "41234511", said(beginnings, elsewhere))));
    assertTrue(get(house.campaigns.stop(house.kari.id(), SERVICE, id)));
    assertEquals(2, house.rows("release WHERE state = 'queued'"));
    assertEquals(2, house.rows("begun"));
    assertTrue(get(house.campaigns.stop(house.kari.id(), SERVICE, other)));
    assertEquals(1, house.rows("release WHERE state = 'queued'"));
  }

  @Test
  void anotherCampaignTakesACardUpWhoseTextWasDroppedOrDidNotArrive() {
    ContactId dropped = house.card("41234510");
    ContactId lost = house.card("41234511");
    CampaignId one = approved(dropped, lost);
    CampaignId other = approved(dropped, lost);
    house.does(house.ola, lost, new CardAct.Take());
    var beginnings = house.beginnings();
    var text = text(other, lost, "41234511", said(beginnings, lost));
    get(beginnings.release(house.ola.id(), text));
    house.at("2026-11-20T19:30:00Z");
    house.does(house.ola, dropped, new CardAct.Take());
    get(
        beginnings.release(
            house.ola.id(), text(one, dropped, "41234510", said(beginnings, dropped))));
    assertEquals(List.of(0L, 0L), List.of(open(one), open(other)));
    assertTrue(get(house.campaigns.stop(house.kari.id(), SERVICE, one)));
    assertEquals(List.of(1L, 1L), List.of(open(one), open(other)));
    var told = CorrespondenceStores.in(house.pool, service -> Terms.plain(Manners.DEFAULT));
    get(told.report(text.id(), Told.Delivery.FAILED, house.now));
    assertEquals(List.of(2L, 1L), List.of(open(one), open(other)), "its own tries no card twice");
    get(told.report(text.id(), Told.Delivery.DELIVERED, house.now));
    assertEquals(List.of(1L, 1L), List.of(open(one), open(other)), "it arrived after all");
  }

  private long open(CampaignId id) {
    return house.rows("campaign_card WHERE state = 'open' AND campaign = '\\x" + id.hex() + "'");
  }

  @Test
  void whoApprovesReadsTheTextsByLanguageAndNothingElseIsSentForIt() {
    ContactId one = house.card("41234510");
    CampaignId id = proposed(one);
    Campaigns.Shown shown = get(house.campaigns.show(SERVICE, id));
    Campaigns.InLanguage norwegian = shown.languages().getFirst();
    assertEquals("nb", norwegian.language());
    assertEquals(1, norwegian.cards());
    String first = norwegian.texts().getFirst().text();
    assertTrue(first.contains("Pro Mann") && first.contains("{code}"), first);
    assertEquals(List.of(), get(house.campaigns.show(OTHER, id)).languages());
    assertFalse(get(house.campaigns.approve(house.ola.id(), SERVICE, id, new byte[32])), "unread");
    assertTrue(get(house.campaigns.approve(house.ola.id(), SERVICE, id, shown.digest().bytes())));
    taken(next(id));
    var beginnings = house.beginnings();
    String draft = said(beginnings, one);
    for (String other : List.of("Hei fra oss", draft + " Ring oss.", draft.replace("-", ""))) {
      assertEquals(
          new Beginnings.OtherText(),
          get(beginnings.release(house.ola.id(), text(id, one, "41234510", other))));
    }
    var renamed = house.beginnings(URI.create("https://ny.example"));
    assertEquals(
        new Beginnings.OtherText(),
        get(renamed.release(house.ola.id(), text(id, one, "41234510", said(renamed, one)))));
    assertEquals(0, house.rows("release"));
    String anew = said(beginnings, one);
    get(beginnings.release(house.ola.id(), text(id, one, "41234510", anew)));
    assertEquals(1, house.rows("release"));
  }

  @Test
  void theSameProposalAgainIsNoSecondCampaign() {
    ContactId one = house.card("41234510");
    CampaignId id = CampaignId.fresh();
    assertEquals(Proposed.KEPT, propose(id, one));
    assertEquals(Proposed.KEPT, propose(id, one));
    assertEquals(1, house.rows("campaign"));
    assertEquals(1, house.rows("campaign_card"));
  }

  @Test
  void aCardThatWasTakenForACampaignIsNotWrittenToAfterItsStop() {
    ContactId one = house.card("41234510");
    CampaignId id = approved(one);
    assertEquals(one, taken(next(id)));
    assertTrue(get(house.campaigns.stop(house.kari.id(), SERVICE, id)));
    var released =
        get(house.beginnings().release(house.ola.id(), text(id, one, "41234510", HELLO)));
    var asked = assertInstanceOf(Beginnings.Asked.class, released);
    assertEquals(new Releasing.Refused(new Releasing.Gone()), asked.outcome());
    assertEquals(0, house.rows("release"));
  }

  @Test
  void aCampaignHasOnlyCardsOfItsServiceAndAServiceTwoHundredCampaigns() {
    ContactId elsewhere = house.card(OTHER, OutreachForTests.fresh("41234510"));
    ContactId card = house.card("41234511");
    assertEquals(Proposed.NO_CARD, propose(CampaignId.fresh(), card, elsewhere));
    assertEquals(0, house.rows("campaign"));
    for (int i = 0; i < 200; i++) {
      proposed(card);
    }
    assertEquals(Proposed.FULL, propose(CampaignId.fresh(), card));
    assertEquals(50, get(house.campaigns.list(SERVICE)).size());
    house.at("2027-12-22T12:00:00Z");
    assertEquals(List.of(), get(house.campaigns.list(SERVICE)));
    get(house.sweep.round(house.now));
    assertEquals(0, house.rows("campaign"));
  }

  private Proposed propose(CampaignId id, ContactId... cards) {
    return get(
        house.campaigns.propose(house.kari.id(), SERVICE, id, new HashSet<>(List.of(cards))));
  }

  private CampaignId proposed(ContactId... cards) {
    CampaignId id = CampaignId.fresh();
    assertEquals(Proposed.KEPT, propose(id, cards));
    return id;
  }

  private Future<Boolean> approve(StaffMember who, ServiceId service, CampaignId id) {
    byte[] read = get(house.campaigns.show(SERVICE, id)).digest().bytes();
    return house.campaigns.approve(who.id(), service, id, read);
  }

  /// What the holder of a card would send.
  private String said(Beginnings beginnings, ContactId card) {
    return house.draft(beginnings, house.ola, card).text();
  }

  private CampaignId approved(ContactId... cards) {
    CampaignId id = proposed(cards);
    assertTrue(get(approve(house.ola, SERVICE, id)));
    return id;
  }

  private Optional<Cards.Next> next(CampaignId id) {
    var next = get(house.campaigns.next(house.ola, SERVICE, id, known));
    next.flatMap(OutreachForTests::taken).ifPresent(known::add);
    return next;
  }

  private static ContactId taken(Optional<Cards.Next> next) {
    return next.flatMap(OutreachForTests::taken).orElseThrow();
  }
}
