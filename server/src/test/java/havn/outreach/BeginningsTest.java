package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.HELLO;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.correspondence.Releasing;
import havn.courtesy.Demands.Lack;
import havn.courtesy.Language;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.courtesy.Permission.Why;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Writing first to somebody who has a card.
class BeginningsTest {

  private static final String SECOND = "+4741234599";

  private OutreachForTests house;
  private Beginnings beginnings;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
    beginnings = house.beginnings();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aFirstMessageIsDraftedReleasedAndThenThereIsSilence() {
    ContactId card = house.held(house.ola, NUMBER);
    var draft = house.draft(beginnings, house.ola, card);
    assertEquals(Occasion.FIRST, draft.occasion());
    assertEquals(new Permission.Now(), draft.permission());
    assertTrue(draft.text().contains("Pro Mann"), draft.text());
    assertTrue(draft.text().contains("https://hjelp.example/chat/pro-mann"), draft.text());
    var text = text(card, NUMBER, draft.text());
    var queued = queued(get(beginnings.release(house.ola.id(), text)));
    assertEquals(house.now, queued.at());
    assertEquals(Stage.CONTACTED, house.listed(card).outlook().stage());
    assertEquals(queued, queued(get(beginnings.release(house.ola.id(), text))), "again");
    assertEquals(1, house.rows("begun"));
    var next = house.draft(beginnings, house.ola, card);
    assertEquals("", next.text());
    assertEquals(new Permission.Never(Why.TOO_SOON), next.permission());
    var other = get(beginnings.release(house.ola.id(), text(card, NUMBER, draft.text())));
    assertInstanceOf(Beginnings.NotNow.class, other);
  }

  @Test
  void aSecondNumberIsNoWayAroundTheFirst() {
    ContactId card = house.held(house.ola, NUMBER, SECOND);
    var text = house.draft(beginnings, house.ola, card).text();
    queued(get(beginnings.release(house.ola.id(), text(card, NUMBER, text))));
    var other = get(beginnings.release(house.ola.id(), text(card, SECOND, text)));
    assertInstanceOf(Beginnings.NotNow.class, other);
    assertEquals(1, house.rows("release"));
  }

  @Test
  void twoPeopleWhoWriteToTwoNumbersOfACardAtOnceSendOneText() {
    ContactId card = house.held(house.ola, NUMBER, SECOND);
    List<Future<Beginnings.Released>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    beginnings.release(
                        house.ola.id(), text(card, i % 2 == 0 ? NUMBER : SECOND, HELLO)))
            .toList();
    get(Future.join(all).otherwiseEmpty());
    assertEquals(1, house.rows("release"));
    assertEquals(1, house.rows("begun"));
  }

  @Test
  void aCardThatIsDeletedOrHasHadItsTimeIsNotWrittenToAnyMore() {
    house.at("2026-11-20T19:30:00Z");
    ContactId deleted = house.held(house.ola, NUMBER);
    ContactId expired = house.held(house.ola, SECOND);
    queued(get(beginnings.release(house.ola.id(), text(deleted, NUMBER, HELLO))));
    queued(get(beginnings.release(house.ola.id(), text(expired, SECOND, HELLO))));
    assertTrue(house.does(house.ola, deleted, new CardAct.Delete()));
    assertEquals(1, house.rows("release WHERE state = 'dropped' AND sealed IS NULL"));
    assertEquals(1, house.rows("begun"));
    house.at("2027-12-01T12:00:00Z");
    assertEquals(1, get(house.shelves.cards().forget(house.now)));
    assertEquals(2, house.rows("release WHERE state = 'dropped' AND sealed IS NULL"));
    assertEquals(0, house.rows("begun"));
  }

  @Test
  void aCodeSaysTheDayOnWhichTheTextGoesOut() {
    house.at("2026-11-20T19:30:00Z");
    ContactId card = house.held(house.ola, NUMBER);
    String draft = house.draft(beginnings, house.ola, card).text();
    String code = draft.replaceFirst("(?s)^.*([0-9A-Z]{4}-[0-9A-Z]{4}).*$", "$1");
    queued(get(beginnings.release(house.ola.id(), text(card, NUMBER, draft))));
    assertEquals(Optional.of(LocalDate.of(2026, 11, 21)), get(house.proofs.look(SERVICE, code)));
  }

  @Test
  void theOneReminderGoesAfterThirtyDaysAndThenNothing() {
    ContactId card = house.held(house.ola, NUMBER);
    var first = house.draft(beginnings, house.ola, card).text();
    queued(get(beginnings.release(house.ola.id(), text(card, NUMBER, first))));
    house.at("2026-12-21T12:00:00Z");
    beginnings = house.beginnings();
    house.does(house.ola, card, new CardAct.Take());
    var reminder = house.draft(beginnings, house.ola, card);
    assertEquals(Occasion.REMINDER, reminder.occasion());
    assertTrue(reminder.text().contains("igjen"), reminder.text());
    queued(get(beginnings.release(house.ola.id(), text(card, NUMBER, reminder.text()))));
    assertEquals(Stage.REMINDED, house.listed(card).outlook().stage());
    assertEquals(
        new Permission.Never(Why.REMINDED), house.draft(beginnings, house.ola, card).permission());
  }

  @Test
  void whoWasSilentForHalfAYearIsToldOnlyWhoWrites() {
    ContactId card = house.held(house.ola, NUMBER);
    house.does(house.ola, card, new CardAct.Called(0));
    house.at("2027-05-20T11:00:00Z");
    house.does(house.ola, card, new CardAct.Take());
    var draft = house.draft(beginnings, house.ola, card);
    assertEquals(Occasion.FIRST, draft.occasion());
    assertTrue(draft.text().contains("Pro Mann"), draft.text());
    assertTrue(
        !draft.text().contains("hjelp")
            || draft.text().indexOf("hjelp") == draft.text().indexOf("hjelp.example"),
        draft.text());
  }

  @Test
  void inTheEveningATextWaitsForTheMorning() {
    ContactId card = house.held(house.ola, NUMBER);
    house.at("2026-11-20T19:30:00Z");
    house.does(house.ola, card, new CardAct.Take());
    var draft = house.draft(beginnings, house.ola, card);
    assertInstanceOf(Permission.At.class, draft.permission());
    var queued = queued(get(beginnings.release(house.ola.id(), text(card, NUMBER, draft.text()))));
    assertEquals(java.time.Instant.parse("2026-11-21T09:00:00Z"), queued.at());
  }

  @Test
  void onlyItsHolderWritesAndOnlyToItsMobileNumbers() {
    ContactId card = house.held(house.ola, NUMBER, "22 12 34 56");
    var kari = house.kari.id();
    assertInstanceOf(
        Beginnings.NotHeld.class, get(beginnings.draft(kari, SERVICE, card, 0, Language.NB)));
    assertInstanceOf(
        Beginnings.NotHeld.class, get(beginnings.release(kari, text(card, NUMBER, "Hei"))));
    var ola = house.ola.id();
    assertInstanceOf(
        Beginnings.CallOnly.class, get(beginnings.draft(ola, SERVICE, card, 1, Language.NB)));
    assertInstanceOf(
        Beginnings.NotHeld.class, get(beginnings.draft(ola, SERVICE, card, 2, Language.NB)));
    for (String to : List.of(SECOND, "22 12 34 56", "112", "hei")) {
      assertInstanceOf(
          Beginnings.NotItsNumber.class, get(beginnings.release(ola, text(card, to, "Hei"))), to);
    }
    assertEquals(0, house.rows("message"));
  }

  @Test
  void whoSaidNeverIsNotWrittenTo() {
    ContactId card = house.held(house.ola, NUMBER, SECOND);
    house.card(SECOND);
    house.does(house.ola, card, new CardAct.Never());
    assertInstanceOf(
        Beginnings.Stopped.class,
        get(beginnings.draft(house.ola.id(), SERVICE, card, 0, Language.NB)));
    assertInstanceOf(
        Beginnings.NotNow.class,
        get(beginnings.release(house.ola.id(), text(card, NUMBER, "Hei"))));
  }

  @Test
  void tenReleasesAMinuteAreEnough() {
    for (int i = 0; i < 10; i++) {
      String number = "412345" + (10 + i);
      ContactId card = house.held(house.ola, number);
      queued(get(beginnings.release(house.ola.id(), text(card, number, HELLO))));
    }
    ContactId card = house.held(house.ola, NUMBER);
    var text = text(card, NUMBER, HELLO);
    assertInstanceOf(Beginnings.TooFast.class, get(beginnings.release(house.ola.id(), text)));
    house.later(Duration.ofSeconds(61));
    queued(get(beginnings.release(house.ola.id(), text)));
  }

  @Test
  void aTextThatWouldTellIsRefused() {
    ContactId card = house.held(house.ola, NUMBER);
    var text = text(card, NUMBER, HELLO + " Vi hjelper prostituerte.");
    var asked =
        assertInstanceOf(Beginnings.Asked.class, get(beginnings.release(house.ola.id(), text)));
    assertInstanceOf(Releasing.Telling.class, asked.outcome());
  }

  @Test
  void aTextWithoutTheAddressOrTheWordToStopWithIsRefusedAndSaysWhatItLacks() {
    ContactId card = house.held(house.ola, NUMBER);
    assertEquals(
        new Beginnings.Lacking(Set.of(Lack.LINK)), released(card, HELLO.replace("/chat", "")));
    assertEquals(
        new Beginnings.Lacking(Set.of(Lack.STOP)), released(card, HELLO.replace("STOPP", "")));
    String thai = HELLO.replace("STOPP", "หยุด");
    assertEquals(new Beginnings.Lacking(Set.of(Lack.STOP)), released(card, thai));
    assertEquals(0, house.rows("release"));
    var text =
        new Beginnings.Text(
            TextId.fresh(),
            SERVICE,
            card,
            Optional.empty(),
            NUMBER,
            Optional.of(Language.TH),
            thai);
    queued(get(beginnings.release(house.ola.id(), text)));
    assertEquals(1, house.rows("thread WHERE language = 'th'"), "it is answered in that language");
  }

  @Test
  void aNameThatTheServiceKeepsToItselfIsNotSaid() {
    house.manners =
        new Manners(false, false, Manners.EARLIEST, Manners.LATEST, List.of("Nattens hus"));
    ContactId card = house.held(house.ola, NUMBER);
    var asked =
        assertInstanceOf(Beginnings.Asked.class, released(card, HELLO + " Hilsen NATTENS-HUS"));
    assertEquals(new Releasing.Telling(List.of("Nattens hus")), asked.outcome());
    queued(released(card, HELLO));
  }

  @Test
  void whoIsToBeToldOnlyWhoWritesGetsOurWordsUnchanged() {
    ContactId card = house.held(house.ola, NUMBER);
    house.does(house.ola, card, new CardAct.Called(0));
    house.at("2027-05-20T11:00:00Z");
    beginnings = house.beginnings();
    house.does(house.ola, card, new CardAct.Take());
    String draft = house.draft(beginnings, house.ola, card).text();
    assertEquals(new Beginnings.OnlyWhoWrites(), released(card, HELLO));
    assertEquals(new Beginnings.OnlyWhoWrites(), released(card, draft + " Vi gir gratis hjelp."));
    queued(released(card, draft + " "));
  }

  @Test
  void aCardHasOneDraftHoweverOftenItIsDrafted() {
    ContactId card = house.held(house.ola, NUMBER);
    String before = house.draft(beginnings, house.ola, card).text();
    String draft = house.draft(beginnings, house.ola, card).text();
    assertEquals(1, house.rows("proof"));
    queued(released(card, draft));
    assertEquals(Optional.empty(), get(house.proofs.look(SERVICE, code(before))));
    assertTrue(get(house.proofs.look(SERVICE, code(draft))).isPresent());
    ContactId other = house.held(house.ola, SECOND);
    house.draft(beginnings, house.ola, other);
    assertEquals(2, house.rows("proof"));
    house.does(house.ola, other, new CardAct.Delete());
    house.does(house.ola, card, new CardAct.Delete());
    assertEquals(1, house.rows("proof"), "what was sent is answered for, what was drafted is not");
  }

  @Test
  void aTextWhoseCodeWasDraftedAnewInAnotherWindowIsRefusedSinceNobodyCouldCheckIt() {
    ContactId card = house.held(house.ola, NUMBER);
    String before = house.draft(beginnings, house.ola, card).text();
    String draft = house.draft(beginnings, house.ola, card).text();
    var old = new Beginnings.Asked(new Releasing.Refused(new Releasing.OldCode()));
    assertEquals(old, released(card, before));
    assertEquals(old, released(card, draft + " " + code(before)), "one of two");
    assertEquals(0, house.rows("release"));
    queued(released(card, draft + " " + code(draft)));
    assertTrue(get(house.proofs.look(SERVICE, code(draft))).isPresent());
  }

  private static String code(String text) {
    return text.replaceFirst("(?s)^.*([0-9A-Z]{4}-[0-9A-Z]{4}).*$", "$1");
  }

  private Beginnings.Released released(ContactId card, String text) {
    return get(beginnings.release(house.ola.id(), text(card, NUMBER, text)));
  }

  @Test
  void hoursInATextAreNoCode() {
    ContactId card = house.held(house.ola, NUMBER);
    String draft = house.draft(beginnings, house.ola, card).text();
    queued(released(card, draft + " 0900-1600"));
  }

  @Test
  void theDraftOfYesterdayOrOfAnotherCardIsNoCodeOfThisOne() {
    var old = new Beginnings.Asked(new Releasing.Refused(new Releasing.OldCode()));
    ContactId card = house.held(house.ola, NUMBER);
    String draft = house.draft(beginnings, house.ola, card).text();
    house.later(Duration.ofHours(25));
    house.does(house.ola, card, new CardAct.Take());
    assertEquals(old, released(card, draft));
    String other = house.draft(beginnings, house.ola, house.held(house.ola, "41234599")).text();
    assertEquals(old, released(card, other));
    queued(released(card, house.draft(beginnings, house.ola, card).text()));
  }

  @Test
  void aCodeAnswersTheDayFiveTimesFromItsReleaseForFourteenDays() {
    ContactId card = house.held(house.ola, NUMBER);
    String draft = house.draft(beginnings, house.ola, card).text();
    String code = draft.replaceFirst("(?s)^.*([0-9A-Z]{4}-[0-9A-Z]{4}).*$", "$1");
    assertEquals(Optional.empty(), get(house.proofs.look(SERVICE, code)), "only drafted");
    queued(get(beginnings.release(house.ola.id(), text(card, NUMBER, draft))));
    ServiceId other = OutreachForTests.OTHER;
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), get(house.proofs.look(other, code)));
      assertEquals(
          Optional.of(LocalDate.of(2026, 11, 20)),
          get(house.proofs.look(SERVICE, code.toLowerCase(java.util.Locale.ROOT))));
    }
    assertEquals(Optional.empty(), get(house.proofs.look(SERVICE, code)), "five tries");
    assertEquals(Optional.empty(), get(house.proofs.look(SERVICE, "0000-0000")));
    house.later(Duration.ofDays(14));
    get(house.sweep.round(house.now));
    assertEquals(0, house.rows("proof"));
  }

  @Test
  void aServiceWhoseNameOrAddressDoesNotFitATextIsToldWhatToChange() {
    ContactId card = house.held(house.ola, NUMBER);
    var far = house.beginnings(URI.create("https://" + "a".repeat(50) + ".example"));
    assertEquals(
        new Beginnings.NoSender(Senders.Setting.LINK),
        get(far.draft(house.ola.id(), SERVICE, card, 0, Language.NB)));
  }

  private static Releasing.Queued queued(Beginnings.Released released) {
    var asked = assertInstanceOf(Beginnings.Asked.class, released);
    return assertInstanceOf(Releasing.Queued.class, asked.outcome());
  }
}
