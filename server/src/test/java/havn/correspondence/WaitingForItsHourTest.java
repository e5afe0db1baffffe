package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.TestProvider;
import havn.channel.Told;
import havn.courtesy.Courtesy;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.courtesy.Past;
import havn.courtesy.Permission;
import havn.courtesy.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A text waits for the hour that the page promises, however many holidays lie before it.
class WaitingForItsHourTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  WaitingForItsHourTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anAnswerOfASaturdayNightGoesOutOnMonday() {
    house.at("2026-11-21T22:00");
    house.says(PHONE, "a", "Hei");
    house.one.round();
    house.later(Duration.ofMinutes(40));
    assertEquals(new Permission.At(MONDAY), standing().permission(Occasion.ANSWER, house.now));
    assertEquals(new Releasing.Queued(MONDAY), answers());
    house.at("2026-11-23T09:59");
    house.one.round();
    assertEquals(1, provider.arrived.size());
    house.at("2026-11-23T10:00");
    house.one.round();
    assertEquals("+4741234567 Ja, jeg er her.", provider.arrived.getLast());
  }

  @Test
  void whoSaidStopIsNotPromisedAnAnswerForWhichTheirDayIsTooShort() {
    house.says(PHONE, "a", "STOPP");
    house.at("2026-11-21T22:00");
    house.says(PHONE, "b", "hjelp");
    house.later(Duration.ofMinutes(30));
    assertEquals(new Releasing.Queued(house.now), answers());
    house.later(Duration.ofMinutes(1));
    assertEquals(new Releasing.Refused(new Releasing.Stopped()), answers());
  }

  @Test
  void whomNoAnswerReachesInTimeRingsForADayAllTheSame() {
    house.says(PHONE, "a", "STOPP");
    house.at("2026-11-21T22:00");
    assertFalse(standing().rings(house.now));
    house.says(PHONE, "b", "hjelp");
    assertRingsForADay();
  }

  @Test
  void overTemplatesWhomNoAnswerReachesInTimeRingsForADayAllTheSame() {
    house.templates = true;
    house.at("2026-11-21T22:00");
    get(house.one.told("whatsapp-cloud", SERVICE, List.of(new Told.Text("a", PHONE, "Hei"))));
    assertRingsForADay();
  }

  @Test
  void whoseSafeTimeSharesNoMinuteWithOursRingsThoughNoAnswerCanGoOut() {
    Window late = new Window(20 * 60, 23 * 60);
    assertRingsWithoutAnHour(at("15:00"), at("15:00"), late);
    assertRingsWithoutAnHour(at("20:00"), at("20:41"), late);
    assertRingsWithoutAnHour(
        at("11:00"), at("11:00"), new Window(10 * 60, 12 * 60), new Window(14 * 60, 16 * 60));
  }

  @Test
  void whoseNumberChangedHandsSinceTheyWroteRingsUntilTheirWordIsNoConsentAnyMore() {
    Instant word = at("15:00");
    var past = new Past(List.of(), Optional.of(word), Optional.of(word.plusSeconds(60)));
    Standing changed = known(past);
    Instant last = word.plus(Courtesy.CONSENT);
    assertEquals(
        new Permission.Never(Permission.Why.NOBODY_WROTE),
        changed.permission(Occasion.ANSWER, at("15:10")));
    assertTrue(changed.rings(at("15:10")));
    assertTrue(changed.rings(last.minusSeconds(1)));
    assertFalse(changed.rings(last));
  }

  @Test
  void aWordThatIsNoConsentAnyMoreAndAnHourThatCannotBeRingNobody() {
    Past wrote = new Past(List.of(), Optional.of(at("15:00")), Optional.empty());
    assertFalse(known(wrote).rings(at("15:00").plus(Courtesy.CONSENT)));
    assertFalse(known(Past.NONE).rings(at("15:00")));
    var stopped =
        new Standing(
            wrote,
            Optional.of(at("15:00")),
            List.of(new Window(20 * 60, 23 * 60)),
            Optional.empty(),
            Terms.plain(Manners.DEFAULT));
    assertFalse(stopped.rings(at("15:01")));
  }

  private static void assertRingsWithoutAnHour(Instant word, Instant now, Window... windows) {
    Standing wrote = known(new Past(List.of(), Optional.of(word), Optional.empty()), windows);
    assertEquals(
        new Permission.Never(Permission.Why.NO_HOUR), wrote.permission(Occasion.ANSWER, now));
    assertTrue(wrote.rings(now));
  }

  private static Standing known(Past past, Window... windows) {
    return new Standing(
        past, Optional.empty(), List.of(windows), Optional.empty(), Terms.plain(Manners.DEFAULT));
  }

  /// On a Tuesday in Oslo.
  private static Instant at(String time) {
    return Instant.parse("2026-11-24T" + time + ":00+01:00");
  }

  /// They wrote at 22.
  private void assertRingsForADay() {
    house.later(Duration.ofMinutes(31));
    assertTrue(standing().rings(house.now));
    house.at("2026-11-22T21:59");
    assertTrue(standing().rings(house.now));
    house.at("2026-11-22T22:00");
    assertFalse(standing().rings(house.now));
  }

  @Test
  void overTemplatesNobodyIsPromisedAnAnswerForWhichTheirDayIsTooShort() {
    house.templates = true;
    house.at("2026-11-21T22:00");
    get(house.one.told("whatsapp-cloud", SERVICE, List.of(new Told.Text("a", PHONE, "Hei"))));
    house.later(Duration.ofMinutes(30));
    assertEquals(new Releasing.Queued(house.now), answers());
    house.later(Duration.ofMinutes(1));
    assertEquals(
        new Releasing.Refused(new Releasing.Forbidden(Permission.Why.DAY_OVER)), answers());
  }

  @Test
  void whatIsBegunBeforeChristmasGoesOutAfterItAndWhatGoesByItselfDoesNot() {
    Instant eve = Instant.parse("2026-12-24T19:00:00Z");
    Instant after = Instant.parse("2026-12-28T09:00:00Z");
    assertEquals(
        new CorrespondenceStore.From(after, after.plus(Releasing.BEGUN_LIFE)),
        decided(Occasion.FIRST, Past.NONE, eve));
    Past wrote = new Past(List.of(), Optional.of(eve), Optional.empty());
    Instant later = eve.plus(Duration.ofMinutes(31));
    assertEquals(
        new CorrespondenceStore.From(after, after.plus(Releasing.ANSWER_LIFE)),
        decided(Occasion.ANSWER, wrote, later));
    assertEquals(
        new CorrespondenceStore.No(new Releasing.Forbidden(Permission.Why.NO_HOUR)),
        decided(Occasion.AUTOMATIC, wrote, later));
  }

  private static CorrespondenceStore.Decision decided(Occasion occasion, Past past, Instant now) {
    Terms terms = new Terms(Manners.DEFAULT, "sveve", false);
    var known = new Standing(past, Optional.empty(), List.of(), Optional.empty(), terms);
    return Releasing.decide(occasion, known, known, now);
  }

  private Standing standing() {
    return get(house.one.desk.all(SERVICE, Optional.empty())).threads().getFirst().standing();
  }

  private Releasing.Outcome answers() {
    return ((Threads.Out) house.answers("Ja, jeg er her.")).outcome();
  }
}
