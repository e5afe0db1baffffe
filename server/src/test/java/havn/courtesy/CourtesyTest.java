package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.Permission.At;
import havn.courtesy.Permission.Never;
import havn.courtesy.Permission.Now;
import havn.courtesy.Permission.Why;
import havn.kernel.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The edges of each rule, by date. 2026-11-25 is a Wednesday without a holiday near.
class CourtesyTest {

  private static final Instant NOON = oslo("2026-11-25T12:00");
  private static final Duration MOMENT = Duration.ofNanos(1);

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T10:00:00, 2026-11-25T10:00:00",
    "2026-11-25T09:59:59, 2026-11-25T10:00:00",
    "2026-11-25T19:59:59, 2026-11-25T19:59:59",
    "2026-11-25T20:00:00, 2026-11-26T10:00:00",
    "2026-11-28T19:59:59, 2026-11-28T19:59:59",
    "2026-11-28T20:00:00, 2026-11-30T10:00:00",
    "2026-11-29T00:00:00, 2026-11-30T10:00:00",
    "2026-11-29T23:59:59, 2026-11-30T10:00:00",
    "2026-11-30T00:00:00, 2026-11-30T10:00:00",
    "2026-12-24T20:00:00, 2026-12-28T10:00:00",
    "2026-04-01T20:00:00, 2026-04-04T10:00:00",
    "2026-04-04T20:00:00, 2026-04-07T10:00:00",
    "2026-10-24T23:00:00, 2026-10-26T10:00:00",
    "2026-03-28T21:00:00, 2026-03-30T10:00:00"
  })
  void whatWeBeginKeepsHoursSundaysAndHolidays(String asked, String sent) {
    assertEquals(
        asked.equals(sent) ? new Now() : new At(oslo(sent)), first(Manners.DEFAULT, oslo(asked)));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, 2026-11-29T12:00, 2026-11-29T12:00",
    "true, false, 2026-12-25T12:00, 2026-12-27T10:00",
    "false, true, 2026-12-25T12:00, 2026-12-25T12:00",
    "false, true, 2026-11-29T12:00, 2026-11-30T10:00",
    "true, true, 2026-04-05T12:00, 2026-04-05T12:00",
    "false, true, 2026-04-05T12:00, 2026-04-06T10:00",
    "true, false, 2026-04-05T12:00, 2026-04-07T10:00"
  })
  void mannersAllowEachByItself(boolean sundays, boolean holidays, String asked, String sent) {
    assertEquals(
        asked.equals(sent) ? new Now() : new At(oslo(sent)),
        first(new Manners(sundays, holidays), oslo(asked)));
  }

  @Test
  void hoursOfAServiceAreNarrowedAndNeverWidened() {
    LocalTime noon = LocalTime.of(12, 0);
    Manners afternoons = new Manners(true, true, noon, LocalTime.of(16, 30));
    assertEquals(new At(oslo("2026-11-20T12:00")), first(afternoons, oslo("2026-11-20T10:00")));
    assertEquals(new Now(), first(afternoons, oslo("2026-11-20T16:29")));
    assertEquals(new At(oslo("2026-11-21T12:00")), first(afternoons, oslo("2026-11-20T16:30")));
    assertEquals(
        new Never(Why.NO_HOUR), first(Manners.UNKNOWN, oslo("2026-11-20T10:00")), "at no hour");
    for (LocalTime early : List.of(LocalTime.of(9, 59), LocalTime.MIN)) {
      assertThrows(IllegalArgumentException.class, () -> new Manners(true, true, early, noon));
    }
    LocalTime late = Manners.LATEST.plusMinutes(1);
    assertThrows(IllegalArgumentException.class, () -> new Manners(true, true, noon, late));
    LocalTime before = noon.minusMinutes(1);
    assertThrows(IllegalArgumentException.class, () -> new Manners(true, true, noon, before));
  }

  @Test
  void silenceFollowsAFirstMessageUntilItIsAnsweredOr180DaysAreOver() {
    Past written = begun(NOON);
    Instant later = NOON.plus(Duration.ofDays(20));
    assertEquals(new Never(Why.SILENCE), decide(Occasion.FIRST, written, later));
    Past answered = new Past(List.of(NOON), Optional.of(NOON.plusSeconds(1)), Optional.empty());
    assertEquals(new Now(), decide(Occasion.FIRST, answered, later));
    Instant decayed = NOON.plus(Courtesy.CONSENT);
    assertEquals(new At(decayed), decide(Occasion.FIRST, written, decayed.minus(MOMENT)));
    assertEquals(new Now(), decide(Occasion.FIRST, written, decayed));
    assertEquals(
        new Never(Why.SILENCE),
        decide(Occasion.FIRST, written, decayed.minus(Duration.ofDays(14)).minus(MOMENT)));
  }

  @Test
  void oneReminderGoesAfterExactly30Days() {
    Instant due = NOON.plus(Courtesy.REMIND_AFTER);
    assertEquals(new Now(), decide(Occasion.REMINDER, begun(NOON), due));
    assertEquals(new At(due), decide(Occasion.REMINDER, begun(NOON), due.minus(MOMENT)));
    assertEquals(
        new Never(Why.TOO_SOON), decide(Occasion.REMINDER, begun(NOON), NOON.plusSeconds(1)));
    Past reminded = begun(NOON, due);
    assertEquals(
        new Never(Why.REMINDED),
        decide(Occasion.REMINDER, reminded, due.plus(Duration.ofDays(31))));
    assertEquals(
        new Never(Why.SILENCE), decide(Occasion.FIRST, reminded, due.plus(Duration.ofDays(31))));
  }

  @Test
  void thereIsNothingToRemindOfBeforeAFirstAfterAnAnswerAndAfter180Days() {
    Never nothing = new Never(Why.NOTHING_TO_REMIND_OF);
    Instant due = NOON.plus(Courtesy.REMIND_AFTER);
    assertEquals(nothing, decide(Occasion.REMINDER, Past.NONE, NOON));
    Past answered = new Past(List.of(NOON), Optional.of(NOON), Optional.empty());
    assertEquals(nothing, decide(Occasion.REMINDER, answered, due));
    Past changed = new Past(List.of(NOON), Optional.empty(), Optional.of(NOON));
    assertEquals(nothing, decide(Occasion.REMINDER, changed, due));
    Instant decayed = NOON.plus(Courtesy.CONSENT);
    assertEquals(nothing, decide(Occasion.REMINDER, begun(NOON), decayed));
    assertEquals(new Now(), decide(Occasion.REMINDER, begun(NOON), decayed.minus(MOMENT)));
    Past again = begun(NOON, decayed);
    assertEquals(new Now(), decide(Occasion.REMINDER, again, decayed.plus(Duration.ofDays(30))));
  }

  @Test
  void aFourthBeginningWaitsUntil365DaysAfterTheThirdLast() {
    Instant second = NOON.plus(Duration.ofDays(100));
    Instant third = NOON.plus(Duration.ofDays(200));
    Past answered = new Past(List.of(third, NOON, second), Optional.of(third), Optional.empty());
    Instant free = NOON.plus(Courtesy.YEAR);
    assertEquals(new Now(), decide(Occasion.FIRST, answered, free));
    assertEquals(new At(free), decide(Occasion.FIRST, answered, free.minus(MOMENT)));
    assertEquals(
        new Never(Why.THREE_A_YEAR),
        decide(Occasion.FIRST, answered, free.minus(Duration.ofDays(15))));
    assertEquals(new Now(), decide(Occasion.ANSWER, answered, third.plus(Duration.ofDays(1))));
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWER", "AUTOMATIC", "UNDO"})
  void answersGoAtAnyHourFor30MinutesAndKeepHoursLater(Occasion occasion) {
    Instant night = oslo("2026-11-29T02:00");
    Instant last = night.plus(Duration.ofMinutes(30));
    assertEquals(new Now(), answer(occasion, night, night));
    assertEquals(new Now(), answer(occasion, night, last));
    assertEquals(new At(oslo("2026-11-30T10:00")), answer(occasion, night, last.plus(MOMENT)));
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWER", "AUTOMATIC", "UNDO"})
  void anAnswerNeedsAWordOfWhoeverHasTheNumberNow(Occasion occasion) {
    assertEquals(new Never(Why.NOBODY_WROTE), decide(occasion, begun(NOON), NOON));
    Past changed = new Past(List.of(), Optional.of(NOON), Optional.of(NOON));
    assertEquals(new Never(Why.NOBODY_WROTE), decide(occasion, changed, NOON));
    Instant decayed = NOON.plus(Courtesy.CONSENT);
    assertEquals(new Now(), decide(occasion, wrote(NOON), decayed.minus(MOMENT)));
    assertEquals(new Never(Why.CONSENT_DECAYED), decide(occasion, wrote(NOON), decayed));
  }

  @Test
  void anOptOutIsConfirmedWithin5MinutesOrNever() {
    Instant night = oslo("2026-11-29T02:00");
    Instant last = night.plus(Duration.ofMinutes(5));
    assertEquals(new Now(), decide(Occasion.OPT_OUT, wrote(night), last));
    assertEquals(
        new Never(Why.TOO_LATE), decide(Occasion.OPT_OUT, wrote(night), last.plus(MOMENT)));
    assertEquals(new Never(Why.NOBODY_WROTE), decide(Occasion.OPT_OUT, Past.NONE, night));
    List<Window> soon = List.of(new Window(123, 200));
    assertEquals(
        new At(night.plus(Duration.ofMinutes(3))),
        Courtesy.decide(Occasion.OPT_OUT, Manners.DEFAULT, soon, wrote(night), night));
    List<Window> late = List.of(new Window(126, 200));
    assertEquals(
        new Never(Why.TOO_LATE),
        Courtesy.decide(Occasion.OPT_OUT, Manners.DEFAULT, late, wrote(night), night));
  }

  @Test
  void theOwnWindowBindsEvenAnImmediateAnswer() {
    Instant evening = oslo("2026-11-25T21:50");
    List<Window> night = List.of(new Window(22 * 60, 2 * 60));
    assertEquals(
        new At(oslo("2026-11-25T22:00")),
        Courtesy.decide(Occasion.ANSWER, Manners.DEFAULT, night, wrote(evening), evening));
    assertEquals(
        new Never(Why.NO_HOUR),
        Courtesy.decide(Occasion.FIRST, Manners.DEFAULT, night, Past.NONE, evening));
    Instant past = oslo("2026-11-26T01:59");
    assertEquals(
        new Now(), Courtesy.decide(Occasion.ANSWER, Manners.DEFAULT, night, wrote(past), past));
    Instant two = oslo("2026-11-26T02:00");
    assertEquals(
        new Never(Why.NO_HOUR),
        Courtesy.decide(Occasion.ANSWER, Manners.DEFAULT, night, wrote(two), two));
  }

  @Test
  void everyCardWithTheNumberMustPermit() {
    List<Window> both = List.of(new Window(0, 13 * 60), new Window(12 * 60 + 30, 24 * 60));
    assertEquals(
        new At(oslo("2026-11-25T12:30")),
        Courtesy.decide(Occasion.FIRST, Manners.DEFAULT, both, Past.NONE, NOON));
    List<Window> none = List.of(new Window(0, 12 * 60), new Window(12 * 60, 24 * 60));
    assertEquals(
        new Never(Why.NO_HOUR),
        Courtesy.decide(Occasion.FIRST, Manners.DEFAULT, none, Past.NONE, NOON));
  }

  @Test
  void aWindowInTheHourThatIsSkippedBeginsWhenTheClockIsChangedAndOneInTheDoubleHourTwice() {
    Instant spring = oslo("2026-03-29T01:50");
    List<Window> skipped = List.of(new Window(2 * 60 + 30, 4 * 60));
    assertEquals(
        new At(Instant.parse("2026-03-29T01:00:00Z")),
        Courtesy.decide(Occasion.ANSWER, Manners.DEFAULT, skipped, wrote(spring), spring));
    Instant autumn = Instant.parse("2026-10-25T00:50:00Z");
    List<Window> twice = List.of(new Window(2 * 60 + 10, 2 * 60 + 40));
    assertEquals(
        new At(Instant.parse("2026-10-25T01:10:00Z")),
        Courtesy.decide(Occasion.ANSWER, Manners.DEFAULT, twice, wrote(autumn), autumn));
  }

  @Test
  void contentFreeIsWhateverWasNotAnsweredForLessThan180Days() {
    Instant decayed = NOON.plus(Courtesy.CONSENT);
    assertTrue(Courtesy.contentFree(Past.NONE, NOON));
    assertTrue(Courtesy.contentFree(begun(NOON), NOON));
    assertFalse(Courtesy.contentFree(wrote(NOON), decayed.minus(MOMENT)));
    assertTrue(Courtesy.contentFree(wrote(NOON), decayed));
    Past changed = new Past(List.of(), Optional.of(NOON), Optional.of(NOON.plusSeconds(1)));
    assertTrue(Courtesy.contentFree(changed, NOON.plusSeconds(2)));
  }

  @Test
  void aNumberThatChangedHandsMayHaveAFirstMessageButNoMoreThanThreeAYear() {
    Past changed = new Past(List.of(NOON), Optional.empty(), Optional.of(NOON.plusSeconds(1)));
    assertEquals(new Now(), decide(Occasion.FIRST, changed, NOON.plus(Duration.ofDays(1))));
    Past often =
        new Past(Collections.nCopies(3, NOON), Optional.empty(), Optional.of(NOON.plusSeconds(1)));
    assertEquals(
        new Never(Why.THREE_A_YEAR), decide(Occasion.FIRST, often, NOON.plus(Duration.ofDays(1))));
  }

  @Test
  void theNumbersAreThoseOfTheHandbookAndTheLastOf14DaysIsLookedAt() {
    assertEquals(
        List.of(30L, 180L, 365L, 14L),
        Stream.of(Courtesy.REMIND_AFTER, Courtesy.CONSENT, Courtesy.YEAR, Hours.AHEAD)
            .map(Duration::toDays)
            .toList());
    Instant decayed = NOON.plus(Courtesy.CONSENT);
    assertEquals(
        new At(decayed), decide(Occasion.FIRST, begun(NOON), decayed.minus(Duration.ofDays(14))));
  }

  @Test
  void nothingIsLookedAtWithoutABound() {
    List<Instant> many = Collections.nCopies(101, NOON);
    assertThrows(
        IllegalArgumentException.class, () -> new Past(many, Optional.empty(), Optional.empty()));
    List<Window> windows = Collections.nCopies(101, Window.ANY);
    assertThrows(
        IllegalArgumentException.class,
        () -> Courtesy.decide(Occasion.FIRST, Manners.DEFAULT, windows, Past.NONE, NOON));
    assertEquals(Optional.empty(), Window.of(60, 60));
    assertEquals(Optional.empty(), Window.of(-1, 60));
    assertEquals(Optional.empty(), Window.of(0, 1441));
    assertEquals(Optional.of(new Window(1320, 120)), Window.of(1320, 120));
  }

  @Test
  void whatIsRememberedOfAPersonPrintsAsNothing() {
    assertEquals("Past[…]", begun(NOON).toString());
    assertEquals("Window[…]", new Window(60, 120).toString());
  }

  private static Permission first(Manners manners, Instant now) {
    return Courtesy.decide(Occasion.FIRST, manners, List.of(), Past.NONE, now);
  }

  private static Permission answer(Occasion occasion, Instant word, Instant now) {
    return Courtesy.decide(occasion, Manners.DEFAULT, List.of(), wrote(word), now);
  }

  private static Permission decide(Occasion occasion, Past past, Instant now) {
    return Courtesy.decide(occasion, new Manners(true, true), List.of(Window.ANY), past, now);
  }

  private static Past begun(Instant... moments) {
    return new Past(List.of(moments), Optional.empty(), Optional.empty());
  }

  private static Past wrote(Instant moment) {
    return new Past(List.of(), Optional.of(moment), Optional.empty());
  }

  private static Instant oslo(String local) {
    return LocalDateTime.parse(local).atZone(SystemTime.OSLO).toInstant();
  }
}
