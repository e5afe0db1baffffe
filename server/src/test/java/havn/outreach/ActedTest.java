package havn.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.kernel.id.ContactId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Why an act on a card comes to nothing.
class ActedTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private OutreachForTests house;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void ofACardThatIsGoneEveryActSaysSo() {
    ContactId card = house.held(house.ola, OutreachForTests.NUMBER);
    house.does(house.ola, card, new CardAct.Delete());
    assertEquals(Acted.GONE, house.acted(house.ola, card, new CardAct.Take()));
    assertEquals(Acted.GONE, house.acted(house.ola, card, new CardAct.GiveBack()));
    assertEquals(Acted.GONE, house.acted(house.ola, card, new CardAct.Never()));
    assertEquals(Acted.GONE, house.acted(house.ola, card, new CardAct.Withdrawn()));
    assertEquals(Acted.GONE, house.acted(house.ola, card, new CardAct.Called(0)));
    assertEquals(Acted.GONE, house.acted(house.ola, card, yes(TODAY)));
    assertEquals(Acted.GONE, house.acted(house.ola, card, new CardAct.Delete()));
  }

  @Test
  void whatSomebodyElseHoldsIsTheirs() {
    ContactId card = house.held(house.ola, OutreachForTests.NUMBER);
    assertEquals(Acted.ANOTHERS, house.acted(house.kari, card, new CardAct.Take()));
    assertEquals(Acted.ANOTHERS, house.acted(house.kari, card, new CardAct.Delete()));
    assertEquals(Acted.NOT_HELD, house.acted(house.kari, card, new CardAct.Called(0)));
    assertEquals(Acted.NOT_HELD, house.acted(house.kari, card, yes(TODAY)));
  }

  @Test
  void whoHoldsNothingGivesNothingBack() {
    ContactId card = house.held(house.ola, OutreachForTests.NUMBER);
    house.later(Duration.ofMinutes(31));
    assertEquals(Acted.NOT_HELD, house.acted(house.ola, card, new CardAct.GiveBack()));
    assertEquals(Acted.NOT_HELD, house.acted(house.ola, card, new CardAct.Called(0)));
  }

  @Test
  void whoHolds20CardsTakesNoOther() {
    for (int i = 0; i < 20; i++) {
      house.held(house.ola, "+474123%04d".formatted(i));
    }
    ContactId more = house.card(OutreachForTests.NUMBER);
    assertEquals(Acted.HANDS_FULL, house.acted(house.ola, more, new CardAct.Take()));
  }

  @Test
  void aCallIsToANumberOfTheCard() {
    ContactId card = house.held(house.ola, OutreachForTests.NUMBER);
    assertEquals(Acted.NO_SUCH_NUMBER, house.acted(house.ola, card, new CardAct.Called(1)));
  }

  @Test
  void aYesIsOfADayThatCountsAndThatNothingCameAfter() {
    ContactId card = house.held(house.ola, OutreachForTests.NUMBER);
    assertEquals(Acted.NOT_THAT_DAY, house.acted(house.ola, card, yes(TODAY.plusDays(1))));
    assertEquals(Acted.NOT_THAT_DAY, house.acted(house.ola, card, yes(TODAY.minusMonths(14))));
    house.does(house.ola, card, new CardAct.Withdrawn());
    assertEquals(Acted.TAKEN_BACK, house.acted(house.ola, card, yes(TODAY.minusDays(1))));
    assertEquals(Acted.DONE, house.acted(house.ola, card, yes(TODAY)));
    assertEquals(Optional.of(TODAY), house.listed(card).card().consent().map(Consent::day));
  }

  private static CardAct yes(LocalDate day) {
    return new CardAct.Consented(Consent.How.TOLD, day);
  }
}
