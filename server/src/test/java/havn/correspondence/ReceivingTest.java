package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.TestProvider;
import havn.channel.Told;
import havn.channel.adapter.Reading;
import havn.figures.Counted;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceivingTest {

  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  ReceivingTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatAPhoneSendsIsKeptForTheTeamAlone() {
    house.says(PHONE, "a", "Hei, er det \"noen\" der? 🙂");
    var opened = get(house.one.desk.open(SERVICE, house.thread(), house.kari.id())).orElseThrow();
    String said = house.desk.opens(opened.messages().getFirst().file());
    assertEquals(
        "{\"place\":\"message pro-mann "
            + house.thread().hex()
            + "\",\"text\":\"{\\\"from\\\":\\\"+4741234567\\\",\\\"text\\\":\\\"Hei, er det"
            + " \\\\\\\"noen\\\\\\\" der? 🙂\\\"}\"}",
        said);
    assertTrue(opened.thread().thread().waits());
  }

  @Test
  void whoWritesBackIsCountedOnceForEachBeginningAndWhoSaysStopOnce() {
    house.says(PHONE, "a", "Hei");
    assertEquals(List.of(), house.counted);
    house.begins(house.one, PHONE, "Hei fra Samtalen. Svar STOPP for å slippe.");
    house.later(Duration.ofMinutes(5));
    house.says(PHONE, "b", "Hei igjen");
    house.says(PHONE, "b", "Hei igjen");
    house.later(Duration.ofMinutes(5));
    house.says(PHONE, "c", "Er dere der?");
    house.says(PHONE, "d", "STOPP");
    house.says(PHONE, "e", "STOPP");
    assertEquals(List.of(Counted.WROTE_BACK, Counted.STOPPED), house.counted);
  }

  @Test
  void whatIsToldTwiceIsKeptAndAnsweredOnce() {
    house.says(PHONE, "a", "Hei");
    house.says(PHONE, "a", "Hei");
    house.one.round();
    house.says(PHONE, "a", "Hei");
    house.one.round();
    assertEquals(List.of("automatic sent", "in received"), sorted());
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void whoWritesAtNightIsToldAtOnceThatItIsNotAnonymousAndIsAnsweredByTheWorker() {
    house.at("2026-11-20T23:40");
    house.says(PHONE, "a", "Hei");
    house.one.round();
    assertTrue(provider.arrived.getFirst().contains("https://s.example/chat/pro-mann"));
    house.later(Duration.ofMinutes(29));
    assertInstanceOf(Threads.Out.class, house.answers("Ja, jeg er her."));
    house.one.round();
    assertEquals("+4741234567 Ja, jeg er her.", provider.arrived.getLast());
  }

  @Test
  void anAnswerThatComesLateAtNightWaitsForTheMorning() {
    house.at("2026-11-23T23:40");
    house.says(PHONE, "a", "Hei");
    house.one.round();
    house.later(Duration.ofMinutes(31));
    house.answers("Ja, jeg er her.");
    house.one.round();
    assertEquals(1, provider.arrived.size());
    house.at("2026-11-24T10:00");
    house.one.round();
    assertEquals(2, provider.arrived.size());
  }

  @Test
  void whoSaysStopIsToldThatAndWrittenToNoMoreUntilTheyUndoIt() {
    house.says(PHONE, "a", "Стоп");
    house.one.round();
    assertEquals(1, provider.arrived.size());
    house.later(Duration.ofMinutes(1));
    assertEquals(
        new Threads.Out(new Releasing.Refused(new Releasing.Stopped())),
        house.answers("Hei igjen"));
    house.says(PHONE, "b", "stopp!");
    house.one.round();
    assertEquals(1, provider.arrived.size());
    house.says(PHONE, "c", "START");
    house.one.round();
    assertEquals(2, provider.arrived.size());
    house.answers("Velkommen tilbake");
    house.one.round();
    assertEquals(3, provider.arrived.size());
  }

  @Test
  void aStopInsideARunningConversationStopsWhatWaitsAndIsShownToTheWorker() {
    house.says(PHONE, "a", "Hei");
    house.one.round();
    house.answers("Dette skal ikke ut");
    house.says(PHONE, "b", "STOPP");
    house.one.round();
    assertFalse(String.join("", provider.arrived).contains("skal ikke ut"));
    assertTrue(sorted().contains("answer stopped"), sorted().toString());
    assertEquals(2, sorted().stream().filter(state -> state.equals("in received")).count());
  }

  @Test
  void whoSaidStopAndWritesAgainIsAnsweredForADayAndStaysStopped() {
    house.says(PHONE, "a", "STOPP");
    house.later(Duration.ofHours(1));
    house.says(PHONE, "b", "Kan du hjelpe meg likevel?");
    assertInstanceOf(
        Releasing.Queued.class, ((Threads.Out) house.answers("Ja, gjerne.")).outcome());
    house.one.round();
    assertEquals("+4741234567 Ja, gjerne.", provider.arrived.getLast());
    assertEquals(
        new Releasing.Refused(new Releasing.Stopped()),
        house.begins(house.one, PHONE, "Hei fra Samtalen"));
    house.later(Duration.ofHours(24));
    assertEquals(
        new Threads.Out(new Releasing.Refused(new Releasing.Stopped())), house.answers("Og nå?"));
  }

  @Test
  void whatTheProviderStoppedIsStoppedHereToo() {
    get(house.one.told(SERVICE, List.of(new Told.OptedOut(PHONE))));
    assertEquals(
        new Releasing.Refused(new Releasing.Stopped()),
        house.begins(house.one, PHONE, "Hei fra Samtalen"));
  }

  @Test
  void whoWritesEveryDayIsAnsweredByItselfOnce() {
    for (int day = 0; day < 6; day++) {
      house.says(PHONE, "in " + day, "Hei");
      house.one.round();
      house.later(Duration.ofDays(1));
    }
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void aStopPermitsNoAnswerHoweverFastTheClockRuns() {
    house.says(PHONE, "a", "Hei");
    house.between = Duration.ofMillis(7);
    house.says(PHONE, "b", "STOPP");
    assertEquals(
        new Threads.Out(new Releasing.Refused(new Releasing.Stopped())), house.answers("Hei?"));
    house.says(PHONE, "c", "Likevel, kan du hjelpe?");
    assertInstanceOf(Releasing.Queued.class, ((Threads.Out) house.answers("Ja.")).outcome());
  }

  @Test
  void aTextThatIsToldWithItsStopPermitsNoAnswerHoweverFastTheClockRuns() {
    house.between = Duration.ofMillis(7);
    get(
        house.one.told(
            SERVICE,
            List.of(
                new Told.Text("a", PHONE, "ikke skriv mer nå"),
                new Told.OptedOut(PHONE, Optional.of("a"), Optional.empty()))));
    assertEquals(
        new Threads.Out(new Releasing.Refused(new Releasing.Stopped())), house.answers("Hei?"));
  }

  @Test
  void whatIsToldInOneRequestIsKeptInItsOrderAndATextBehindAStopRings() {
    get(
        house.one.told(
            SERVICE,
            List.of(
                new Told.Text("a", PHONE, "STOPP"),
                new Told.Text("b", PHONE, "hjelp, han er her"),
                new Told.Text("c", PHONE, "kom"))));
    assertTrue(house.waits());
    assertEquals(2, house.reads());
    assertInstanceOf(Releasing.Queued.class, ((Threads.Out) house.answers("Ja.")).outcome());
    var opened = get(house.one.desk.open(SERVICE, house.thread(), house.kari.id())).orElseThrow();
    String said =
        opened.messages().stream()
            .filter(ThreadStore.Message::inward)
            .map(message -> house.desk.opens(message.file()))
            .collect(Collectors.joining());
    assertTrue(said.matches("(?s).*STOPP.*hjelp.*kom.*"), said);
  }

  @Test
  void aCryBehindAStopIsAnsweredAlsoWhenBothHadToBeToldAgain() {
    List<Told> both =
        List.of(new Told.Text("a", PHONE, "STOPP"), new Told.Text("b", PHONE, "hjelp, han er her"));
    get(house.one.told(SERVICE, both.subList(0, 1)));
    house.now = house.now.plusNanos(1_000);
    get(house.one.told(SERVICE, both.subList(1, 2)));
    house.later(Duration.ofMinutes(1));
    get(house.one.told(SERVICE, both));
    assertInstanceOf(Releasing.Queued.class, ((Threads.Out) house.answers("Ja.")).outcome());
    get(house.one.told(SERVICE, List.of(new Told.Text("c", PHONE, "STOPP"))));
    assertEquals(
        new Threads.Out(new Releasing.Refused(new Releasing.Stopped())), house.answers("Og nå?"));
  }

  @Test
  void aStopIsObeyedAlsoWhenTheProviderNamesItLikeOneBefore() {
    unnamed("STOPP");
    house.later(Duration.ofSeconds(5));
    unnamed("START");
    house.later(Duration.ofSeconds(5));
    unnamed("STOPP");
    assertTrue(stopped());
  }

  @Test
  void theSameWordsAreAnotherTextAMinuteLater() {
    unnamed("ja");
    house.later(Duration.ofSeconds(59));
    unnamed("ja");
    assertEquals(1, received());
    house.later(Duration.ofSeconds(1));
    unnamed("ja");
    assertEquals(2, received());
  }

  @Test
  void whatFailsKeepsNothingBehindIt() {
    house.later(Duration.ofDays(9));
    Told text = new Told.Text("a", PHONE, "Hei");
    Told other = new Told.OptedOut(CorrespondenceForTests.number("+4798765432"));
    Future<Void> told = house.one.told(SERVICE, List.of(text, text, other));
    assertThrows(Receiving.NobodyReads.class, () -> get(told));
    assertEquals(1, get(house.optOuts.all()).size());
  }

  @Test
  void ofATextWithoutAServiceOnlyAStopCounts() {
    var nowhere = new Receiving.Inbox("simulator", Optional.empty());
    for (String text : List.of("Hei", "START", "STOPP")) {
      Future<Void> told = house.one.told(nowhere, List.of(new Told.Text(text, PHONE, text)));
      assertThrows(Receiving.NoService.class, () -> get(told));
    }
    assertTrue(stopped());
    assertEquals(List.of(), house.states());
  }

  @Test
  void twoTextsAtOnceAreAnsweredByItselfOnce() {
    Future<?> both =
        Future.all(
            house.one.told(SERVICE, List.of(new Told.Text("a", PHONE, "Hei"))),
            house.one.told(SERVICE, List.of(new Told.Text("b", PHONE, "Er du der?"))));
    get(both);
    assertEquals(List.of("automatic queued", "in received", "in received"), sorted());
  }

  @Test
  void somebodyUnknownIsAnsweredInTheLanguageOfTheirLetters() {
    house.says(PHONE, "a", "สวัสดี");
    house.one.round();
    assertTrue(provider.arrived.getFirst().matches("(?s).*[\u0E00-\u0E7F].*"));
    house.says(PHONE, "b", "Отписаться");
    house.one.round();
    assertTrue(provider.arrived.getLast().matches("(?s).*[а-я].*"), provider.arrived.getLast());
  }

  private void unnamed(String text) {
    get(house.one.told(SERVICE, List.of(Reading.unnamed(PHONE, text, "x"))));
  }

  private boolean stopped() {
    return get(house.optOuts.all()).size() == 1;
  }

  private long received() {
    return sorted().stream().filter(state -> state.equals("in received")).count();
  }

  @Test
  void whatTheProviderSaysDidNotArriveIsNoContactUntilItTurnsOutThatItDid() {
    TextId first = TextId.fresh();
    house.begins(house.one, first, PHONE, "Hei fra Samtalen");
    house.one.round();
    reports(first, Told.Delivery.FAILED);
    assertEquals(Optional.of("failed"), lost());
    house.later(Duration.ofMinutes(1));
    TextId second = TextId.fresh();
    assertInstanceOf(
        Releasing.Queued.class, house.begins(house.one, second, PHONE, "Hei igjen fra Samtalen"));
    house.one.round();
    assertEquals(Optional.empty(), lost());
    reports(second, Told.Delivery.FAILED);
    reports(second, Told.Delivery.DELIVERED);
    reports(second, Told.Delivery.FAILED);
    assertEquals(Optional.empty(), lost());
    assertInstanceOf(Releasing.Refused.class, house.begins(house.one, PHONE, "Og en gang til"));
  }

  private void reports(TextId text, Told.Delivery delivery) {
    get(house.one.told(SERVICE, List.of(new Told.Report(new Told.ByKey(text), delivery))));
  }

  private Optional<String> lost() {
    return get(house.threads.all(SERVICE, house.now)).getFirst().lost();
  }

  private List<String> sorted() {
    return house.states().stream().sorted().toList();
  }
}
