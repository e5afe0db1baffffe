package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.SEALED;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.FirstText;
import havn.courtesy.Language;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A campaign sends what somebody read and approved, and nothing else.
class ApprovedTextsTest {

  private static final String SECOND = "+4741234599";

  private final OutreachForTests house = new OutreachForTests();
  private final Beginnings beginnings = house.beginnings();

  ApprovedTextsTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aCardThatGetsAnotherLanguageAfterTheApprovalIsLeftOutAndCountedAsThat() {
    ContactId stays = house.card(NUMBER);
    ContactId changes = house.card(SECOND);
    CampaignId id = approved(stays, changes);
    speaks(changes, "th");
    assertEquals(Optional.of(stays), next(id, Set.of()));
    assertEquals(Optional.empty(), next(id, Set.of(stays)));
    house.does(house.ola, changes, new CardAct.Take());
    var drafted = get(beginnings.draft(house.ola.id(), SERVICE, changes, 0, Language.TH));
    String thai = assertInstanceOf(Beginnings.Draft.class, drafted).text();
    assertEquals(new Beginnings.OtherText(), released(id, changes, SECOND, thai));
    released(id, stays, NUMBER, house.draft(beginnings, house.ola, stays).text());
    Campaign done = campaign();
    assertEquals(Campaign.State.DONE, done.state());
    assertEquals(
        List.of(2, 1, 0, 1), List.of(done.cards(), done.sent(), done.refused(), done.without()));
    speaks(changes, "nb");
    assertEquals(
        List.of(0, Campaign.State.APPROVED), List.of(campaign().without(), campaign().state()));
    house.does(house.ola, changes, new CardAct.GiveBack());
    assertEquals(Optional.of(changes), next(id, Set.of(stays)));
  }

  @Test
  void aCardInALanguageWithoutATextGetsNothingAndACampaignOfThemIsNotApproved() {
    ContactId norwegian = house.card(NUMBER);
    ContactId polish = polish();
    approved(norwegian, polish);
    assertEquals(1, campaign().without());
    CampaignId alone = proposed(polish);
    byte[] read = get(house.campaigns.show(SERVICE, alone)).digest().bytes();
    assertFalse(get(house.campaigns.approve(house.ola.id(), SERVICE, alone, read)));
  }

  @Test
  void whatWasReadBeforeACardGotAnotherLanguageIsReadOnceMore() {
    CampaignId id = proposed(house.card(NUMBER));
    byte[] read = get(house.campaigns.show(SERVICE, id)).digest().bytes();
    get(house.pool.query("UPDATE contact SET language = 'th'").execute());
    assertFalse(get(house.campaigns.approve(house.ola.id(), SERVICE, id, read)));
    read = get(house.campaigns.show(SERVICE, id)).digest().bytes();
    assertTrue(get(house.campaigns.approve(house.ola.id(), SERVICE, id, read)));
  }

  @Test
  void whoeverIsNewGetsTheFirstTextAndNoneOfTheOthers() {
    ContactId card = house.card(NUMBER);
    CampaignId id = approved(card);
    assertEquals(Optional.of(card), next(id, Set.of()));
    String draft = house.draft(beginnings, house.ola, card).text();
    for (var opening : List.of(FirstText.Opening.REMINDER, FirstText.Opening.CONTENT_FREE)) {
      String text =
          house.texts.of(SERVICE, Language.NB).stream()
              .filter(said -> said.opening() == opening)
              .findFirst()
              .orElseThrow()
              .text()
              .replace(FirstText.CODE, code(draft));
      assertEquals(new Beginnings.OtherText(), released(id, card, NUMBER, text), text);
    }
    assertInstanceOf(Beginnings.Asked.class, released(id, card, NUMBER, draft));
  }

  private static String code(String text) {
    return text.replaceFirst("(?s)^.*([0-9A-Z]{4}-[0-9A-Z]{4}).*$", "$1");
  }

  private ContactId polish() {
    var fresh =
        new Intake.Fresh(
            ContactId.fresh(),
            OutreachForTests.face("pl", Optional.empty()),
            SEALED,
            List.of(SECOND),
            1);
    return house.card(SERVICE, fresh);
  }

  private void speaks(ContactId card, String language) {
    String query = "UPDATE contact SET language = '" + language + "' WHERE id = '\\x" + card.hex();
    get(house.pool.query(query + "'").execute());
  }

  private Beginnings.Released released(CampaignId id, ContactId card, String to, String text) {
    return get(beginnings.release(house.ola.id(), text(id, card, to, text)));
  }

  private Campaign campaign() {
    return get(house.campaigns.list(SERVICE)).getLast();
  }

  private Optional<ContactId> next(CampaignId id, Set<ContactId> knows) {
    return get(house.campaigns.next(house.ola, SERVICE, id, knows))
        .flatMap(OutreachForTests::taken);
  }

  private CampaignId proposed(ContactId... cards) {
    CampaignId id = CampaignId.fresh();
    var chosen = new HashSet<>(List.of(cards));
    get(house.campaigns.propose(house.kari.id(), SERVICE, id, chosen));
    return id;
  }

  private CampaignId approved(ContactId... cards) {
    CampaignId id = proposed(cards);
    byte[] read = get(house.campaigns.show(SERVICE, id)).digest().bytes();
    assertTrue(get(house.campaigns.approve(house.ola.id(), SERVICE, id, read)));
    return id;
  }
}
