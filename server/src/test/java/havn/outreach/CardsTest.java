package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.OTHER;
import static havn.outreach.OutreachForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.Manners;
import havn.courtesy.Window;
import havn.figures.Counted;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.letters.Hand;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The worklist, and what people do with its cards.
class CardsTest {

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
  void nobodyIsNextOutsideTheHoursThatTheServiceSet() {
    ContactId card = house.card(NUMBER);
    house.manners = new Manners(false, false, LocalTime.of(14, 0), LocalTime.of(16, 0));
    assertEquals(Optional.empty(), house.next(house.ola));
    assertFalse(house.listed(card).outlook().isNow());
    house.at("2026-11-20T13:00:00Z");
    assertEquals(Optional.of(card), house.next(house.ola));
  }

  @Test
  void eightWorkersNeverHoldOneCardTogether() {
    for (int i = 0; i < 6; i++) {
      house.card("412345" + (10 + i));
    }
    List<Future<Cards.Next>> taking = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StaffMember who = house.somebody("W" + i, Role.WORKER, SERVICE);
      taking.add(house.cards.next(who, SERVICE, Set.of(), Set.of()));
    }
    List<ContactId> taken =
        taking.stream().flatMap(one -> OutreachForTests.taken(get(one)).stream()).toList();
    assertEquals(6, taken.size(), "every card is with somebody, and two workers have none");
    assertEquals(6, new HashSet<>(taken).size());
  }

  @Test
  void eightWorkersWhoTakeTheSameCardAtOnceLeaveItWithOne() {
    ContactId card = house.card(NUMBER);
    List<Future<Acted>> taking = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StaffMember who = house.somebody("W" + i, Role.WORKER, SERVICE);
      taking.add(house.cards.act(who, SERVICE, card, new CardAct.Take()));
    }
    assertEquals(1, taking.stream().filter(one -> get(one) == Acted.DONE).count());
  }

  @Test
  void aHoldLastsThirtyMinutesAfterTheLastThingItsHolderDid() {
    ContactId card = house.held(house.ola, NUMBER);
    house.later(Duration.ofMinutes(29));
    assertTrue(get(house.cards.open(house.ola, SERVICE, card, CardPart.FACE)).isPresent());
    house.later(Duration.ofMinutes(29));
    assertFalse(house.does(house.kari, card, new CardAct.Take()));
    assertEquals(Optional.empty(), house.next(house.kari));
    house.later(Duration.ofMinutes(1));
    assertEquals(Optional.of(card), house.next(house.kari));
    assertFalse(house.does(house.ola, card, new CardAct.Called(0)), "it is Kari's now");
  }

  @Test
  void somebodyHasTwentyCardsAtMost() {
    for (int i = 0; i < 20; i++) {
      house.held(house.ola, "412345" + (10 + i));
    }
    ContactId more = house.card("41234580");
    assertFalse(house.does(house.ola, more, new CardAct.Take()));
    assertEquals(Optional.empty(), house.next(house.ola));
    assertTrue(house.does(house.kari, more, new CardAct.Take()));
  }

  @Test
  void whatIsGivenBackGoesBehindWhatNobodyHasLookedAt() {
    ContactId first = house.card("41234510");
    house.later(Duration.ofSeconds(1));
    ContactId second = house.card("41234511");
    assertEquals(Optional.of(first), house.next(house.ola));
    assertTrue(house.does(house.ola, first, new CardAct.GiveBack()));
    assertEquals(Optional.of(second), house.next(house.ola));
    assertEquals(Optional.of(first), house.next(house.ola));
  }

  @Test
  void onlyACoordinatorGivesBackWhatSomebodyElseHas() {
    ContactId card = house.held(house.kari, NUMBER);
    assertFalse(house.does(house.ola, card, new CardAct.GiveBack()));
    assertTrue(house.does(house.kari, card, new CardAct.GiveBack()));
    assertTrue(house.does(house.ola, card, new CardAct.Take()));
    assertTrue(house.does(house.kari, card, new CardAct.GiveBack()));
  }

  @Test
  void cardsOfPeopleWhoLeaveOrLoseTheServiceAreFree() {
    ContactId card = house.held(house.ola, NUMBER);
    LocalDate today = LocalDate.of(2026, 11, 20);
    get(house.people.extend(house.ola.id(), Set.of(OutreachForTests.THIRD)));
    get(house.people.restrict(house.ola.id(), Set.of(SERVICE), today));
    assertTrue(house.does(house.kari, card, new CardAct.Take()));
    StaffMember eva = house.somebody("Eva", Role.WORKER, SERVICE);
    assertTrue(house.does(house.kari, card, new CardAct.GiveBack()));
    assertTrue(house.does(eva, card, new CardAct.Take()));
    get(house.people.offBoard(eva.id(), house.now, today));
    assertTrue(house.does(house.kari, card, new CardAct.Take()));
  }

  @Test
  void theNextCardIsInALanguageThatWasAskedFor() {
    house.card("41234510");
    ContactId thai =
        house.card(
            SERVICE,
            new Intake.Fresh(
                ContactId.fresh(),
                OutreachForTests.face("th", Optional.empty()),
                OutreachForTests.SEALED,
                List.of("41234511"),
                0));
    assertEquals(Optional.of(thai), house.next(house.ola, SERVICE, Set.of("th", "ro")));
    assertEquals(Optional.empty(), house.next(house.ola, SERVICE, Set.of("th")));
  }

  @Test
  void nobodyIsTakenOutsideTheHoursNorOutsideTheirOwnWindow() {
    ContactId evenings =
        house.card(
            SERVICE,
            new Intake.Fresh(
                ContactId.fresh(),
                OutreachForTests.face("nb", Window.of(18 * 60, 20 * 60)),
                OutreachForTests.SEALED,
                List.of(NUMBER),
                0));
    assertEquals(Optional.empty(), house.next(house.ola), "13:00 is not their hour");
    house.at("2026-11-20T17:30:00Z");
    assertEquals(Optional.of(evenings), house.next(house.ola));
    house.card("41234511");
    house.at("2026-11-20T19:00:00Z");
    assertEquals(Optional.empty(), house.next(house.kari), "20:00");
    house.at("2026-11-22T12:00:00Z");
    assertEquals(Optional.empty(), house.next(house.kari), "a Sunday");
  }

  @Test
  void aCallCountsForEveryNumberOfTheCardAndTwoPressesAreOneCall() {
    ContactId card = house.held(house.ola, NUMBER, "22 12 34 56");
    assertEquals(Stage.NEW, house.listed(card).outlook().stage());
    assertTrue(house.does(house.ola, card, new CardAct.Called(1)));
    assertTrue(house.does(house.ola, card, new CardAct.Called(1)));
    assertEquals(1, house.rows("begun"));
    assertEquals(List.of(Counted.CALLS), house.counted);
    assertEquals(Stage.CONTACTED, house.listed(card).outlook().stage());
    assertFalse(house.listed(card).outlook().isNow());
    assertFalse(house.does(house.ola, card, new CardAct.Called(2)), "it has two numbers");
    assertFalse(house.does(house.kari, card, new CardAct.Called(0)), "she does not hold it");
    house.later(Duration.ofDays(31));
    assertEquals(Optional.of(card), house.next(house.kari), "a reminder is permitted");
  }

  @Test
  void aCardIsNotOfferedWhileItWaitsInSilenceAndIsWhenTheyAnswer() {
    ContactId card = house.held(house.ola, NUMBER);
    assertTrue(house.does(house.ola, card, new CardAct.Called(0)));
    assertTrue(house.does(house.ola, card, new CardAct.GiveBack()));
    assertEquals(Optional.empty(), house.next(house.ola));
    house.later(Duration.ofMinutes(5));
    house.hears(NUMBER);
    assertEquals(Optional.of(card), house.next(house.ola));
  }

  @Test
  void neverIsForEveryNumberOfTheCardAndForEveryService() {
    ContactId card = house.card(NUMBER, "+46701234567");
    ContactId sharing = house.card(SERVICE, OutreachForTests.fresh("+46701234567", "41234599"));
    ContactId elsewhere = house.card(OTHER, OutreachForTests.fresh(NUMBER));
    assertTrue(house.does(house.ola, card, new CardAct.Never()));
    assertEquals(Stage.STOPPED, house.listed(card).outlook().stage());
    assertEquals(Stage.STOPPED, house.listed(sharing).outlook().stage());
    assertEquals(elsewhere, house.list(OTHER).getFirst().card().id());
    assertEquals(Stage.STOPPED, house.list(OTHER).getFirst().outlook().stage());
    assertEquals(Optional.empty(), house.next(house.ola));
    assertEquals(2, house.rows("opt_out"));
    assertTrue(house.does(house.ola, card, new CardAct.Delete()));
    assertEquals(2, house.rows("opt_out"), "it outlives the card");
  }

  @Test
  void theWorklistBeginsWithWhomNobodyContactedAndEndsWithWhoSaidNever() {
    ContactId called = house.held(house.ola, "41234510");
    assertTrue(house.does(house.ola, called, new CardAct.Called(0)));
    ContactId never = house.card("41234511");
    assertTrue(house.does(house.ola, never, new CardAct.Never()));
    ContactId fresh = house.card("41234512");
    List<ContactId> order = house.list(SERVICE).stream().map(one -> one.card().id()).toList();
    assertEquals(List.of(fresh, called, never), order);
    var all = get(house.cards.list(SERVICE, Optional.empty()));
    assertEquals(new CardStore.Counts(3, 3, 6, 1, 0, 1), all.counts());
    assertEquals(Optional.empty(), all.next());
  }

  @Test
  void whoAnsweredIsShownAsThatAndWhoHasOnlyALandlineToo() {
    ContactId card = house.card(NUMBER);
    ContactId landline = house.card("22 12 34 56");
    house.hears(NUMBER);
    assertEquals(Stage.REPLIED, house.listed(card).outlook().stage());
    assertEquals(Stage.CALL_ONLY, house.listed(landline).outlook().stage());
    assertTrue(house.listed(landline).outlook().isNow(), "it may be called");
    assertEquals(1, get(house.cards.list(SERVICE, Optional.empty())).counts().replied());
  }

  @Test
  void aCardWhoseAnswerWasLostIsTheNextOneAgain() {
    ContactId first = house.card("41234510");
    house.later(Duration.ofSeconds(1));
    ContactId second = house.card("41234511");
    var lost =
        OutreachForTests.taken(get(house.cards.next(house.ola, SERVICE, Set.of(), Set.of())));
    assertEquals(Optional.of(first), lost);
    assertEquals(Optional.of(first), house.next(house.ola), "the answer was lost");
    assertEquals(Optional.of(second), house.next(house.ola));
    assertEquals(Optional.empty(), house.next(house.ola));
  }

  @Test
  void whoHoldsTwentyIsToldSoAndNotThatNobodyIsLeft() {
    for (int i = 0; i < 21; i++) {
      house.card("412345" + (10 + i));
    }
    for (int i = 0; i < 20; i++) {
      assertTrue(house.next(house.ola).isPresent(), "card " + i);
    }
    Set<ContactId> knows = new HashSet<>();
    house.list(SERVICE).forEach(one -> knows.add(one.card().id()));
    assertEquals(new Cards.HandsFull(), get(house.cards.next(house.ola, SERVICE, Set.of(), knows)));
    assertTrue(house.next(house.kari).isPresent());
  }

  @Test
  void theFaceIsWrittenByItsHolderInTheVersionThatWasRead() {
    ContactId card = house.held(house.ola, NUMBER);
    byte[] other = Hand.sealed(1, "et annet notat");
    var facts = new CardStore.Facts("th", Window.of(60, 1));
    var face = new CardStore.Rewritten(other, List.of(DeviceId.fresh()), Optional.of(facts));
    assertFalse(get(house.cards.write(house.kari, SERVICE, card, face, 1)));
    assertFalse(get(house.cards.write(house.ola, SERVICE, card, face, 2)));
    assertTrue(get(house.cards.write(house.ola, SERVICE, card, face, 1)));
    assertFalse(get(house.cards.write(house.ola, SERVICE, card, face, 1)), "written meanwhile");
    assertEquals(1, house.acts("contact.write"));
    var read = get(house.cards.open(house.kari, SERVICE, card, CardPart.FACE)).orElseThrow();
    assertEquals(2, read.version());
    assertArrayEquals(other, read.file());
    assertEquals("th", house.listed(card).card().language());
    var note = new CardStore.Rewritten(other, List.of(DeviceId.fresh()), Optional.empty());
    assertTrue(get(house.cards.write(house.ola, SERVICE, card, note, 2)));
    Card after = house.listed(card).card();
    assertEquals(
        facts, new CardStore.Facts(after.language(), after.window()), "a note leaves them");
    var anyTime = new CardStore.Facts("nb", Optional.empty());
    var free = new CardStore.Rewritten(other, List.of(DeviceId.fresh()), Optional.of(anyTime));
    assertTrue(get(house.cards.write(house.ola, SERVICE, card, free, 3)));
    assertEquals(Optional.empty(), house.listed(card).card().window());
  }

  @Test
  void everyLookAtWhatIsSealedIsALineInTheJournal() {
    ContactId card = house.card(NUMBER);
    for (CardPart part : CardPart.values()) {
      assertTrue(get(house.cards.open(house.ola, SERVICE, card, part)).isPresent());
      assertTrue(get(house.cards.open(house.ola, OTHER, card, part)).isEmpty());
    }
    assertEquals(1, house.acts("contact.open"));
    assertEquals(1, house.acts("contact.reveal"));
    assertEquals(1, house.acts("contact.send"));
    assertEquals(1, house.acts("contact.import"));
    assertTrue(house.does(house.ola, card, new CardAct.Never()));
    assertTrue(house.does(house.ola, card, new CardAct.Delete()));
    assertEquals(1, house.acts("contact.never"));
    assertEquals(1, house.acts("contact.delete"));
    assertFalse(house.does(house.ola, card, new CardAct.Delete()));
    assertEquals(1, house.acts("contact.delete"));
  }

  @Test
  void nothingOfACardIsSeenFromAnotherService() {
    ContactId card = house.card(NUMBER);
    assertEquals(List.of(), house.list(OTHER));
    StaffMember eva = house.somebody("Eva", Role.COORDINATOR, OTHER);
    for (CardAct act :
        List.of(
            new CardAct.Take(),
            new CardAct.Never(),
            new CardAct.Delete(),
            new CardAct.GiveBack())) {
      assertEquals(Acted.GONE, get(house.cards.act(eva, OTHER, card, act)));
    }
    assertEquals(Optional.empty(), house.next(eva, OTHER, Set.of()));
    var worth = get(house.intake.worth(eva.id(), OTHER, List.of(NUMBER))).orElseThrow();
    assertEquals(List.of(), ((Intake.Number) worth.getFirst()).cards());
    assertEquals(0, house.rows("opt_out"));
  }

  @Test
  void aCardIsGoneOnItsLastDayAndWhatIsRememberedAfterThirteenMonths() {
    ContactId card = house.held(house.ola, NUMBER);
    assertTrue(house.does(house.ola, card, new CardAct.Called(0)));
    house.hears(NUMBER);
    assertEquals(0, get(house.sweep.round(house.now)));
    house.at("2027-11-30T22:59:00Z");
    assertEquals(1, house.list(SERVICE).size());
    house.at("2027-11-30T23:00:00Z");
    assertEquals(List.of(), house.list(SERVICE));
    assertEquals(1, get(house.sweep.round(house.now)));
    assertEquals(0, house.rows("contact_tag"));
    house.at("2027-12-21T12:00:00Z");
    assertEquals(2, get(house.sweep.round(house.now)));
  }
}
