package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.HELLO;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.Language;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.kernel.id.ContactId;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A card of two numbers, one of which went to somebody else.
class ChangedHandsTest {

  private static final String SECOND = "+4741234599";
  private static final String HELP = "gratis";

  private OutreachForTests house;
  private Beginnings beginnings;
  private ContactId card;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
    beginnings = house.beginnings();
    card = house.held(house.ola, NUMBER, SECOND);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoeverHasTheNumberNowIsToldOnlyWhoWrites() {
    changesHands(1);
    String second = draft(1).text();
    assertTrue(second.contains("Pro Mann"), second);
    assertFalse(second.contains(HELP), second);
    assertEquals(new Beginnings.OnlyWhoWrites(), released(SECOND, HELLO));
    assertInstanceOf(Beginnings.Asked.class, released(SECOND, second));
  }

  @Test
  void whoeverHasTheNumberNowIsRemindedOnlyOfWhoWrites() {
    changesHands(1);
    house.later(Duration.ofMinutes(1));
    assertInstanceOf(Beginnings.Asked.class, released(SECOND, draft(1).text()));
    later(33);
    assertReminds(SECOND, draft(1));
  }

  @Test
  void whoWasSilentForHalfAYearIsRemindedOnlyOfWhoWrites() {
    house.does(house.ola, card, new CardAct.Called(0));
    later(181);
    assertInstanceOf(Beginnings.Asked.class, released(NUMBER, draft(0).text()));
    later(32);
    assertReminds(NUMBER, draft(0));
  }

  private void later(int days) {
    house.later(Duration.ofDays(days));
    beginnings = house.beginnings();
    house.does(house.ola, card, new CardAct.Take());
  }

  private void assertReminds(String to, Beginnings.Draft draft) {
    assertEquals(Occasion.REMINDER, draft.occasion());
    assertTrue(draft.text().contains("Pro Mann"), draft.text());
    assertFalse(draft.text().contains(HELP), draft.text());
    assertEquals(new Beginnings.OnlyWhoWrites(), released(to, HELLO));
    assertInstanceOf(Beginnings.Asked.class, released(to, draft.text()));
  }

  @Test
  void theOtherNumberIsStillTheirs() {
    house.hears(NUMBER);
    changesHands(1);
    String first = draft(0).text();
    assertTrue(first.contains(HELP), first);
    assertFalse(draft(1).text().contains(HELP), "also when they wrote from the other number");
    assertInstanceOf(Beginnings.Asked.class, released(NUMBER, HELLO));
  }

  @Test
  void aDraftSaysWhenTheNumberItselfMayBeWrittenToNotOnlyItsPerson() {
    house.does(house.ola, card, new CardAct.Called(1));
    house.later(Duration.ofDays(10));
    house.hears(NUMBER);
    house.later(Duration.ofDays(169).plusHours(9));
    house.does(house.ola, card, new CardAct.Take());
    var at = assertInstanceOf(Permission.At.class, draft(1).permission());
    Instant silent = Instant.parse("2027-05-19T12:00:00Z");
    assertEquals(silent, at.moment(), "180 days after the call, not tomorrow at ten");
    assertInstanceOf(Permission.At.class, draft(0).permission());
  }

  private Beginnings.Draft draft(int place) {
    var drafted = get(beginnings.draft(house.ola.id(), SERVICE, card, place, Language.NB));
    return assertInstanceOf(Beginnings.Draft.class, drafted);
  }

  private Beginnings.Released released(String to, String text) {
    return get(beginnings.release(house.ola.id(), text(card, to, text)));
  }

  private void changesHands(int place) {
    byte[] contact = house.listed(card).card().numbers().get(place).known().contact();
    get(
        house
            .pool
            .preparedQuery("INSERT INTO heard (tag, changed) VALUES ($1, $2)")
            .execute(Tuple.of(Buffer.buffer(contact), house.now.atOffset(ZoneOffset.UTC))));
  }
}
