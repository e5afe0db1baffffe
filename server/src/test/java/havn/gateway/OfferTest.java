package havn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.ByteString;
import havn.kernel.id.DeviceId;
import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.LineItem;
import havn.wire.v1.Preference;
import havn.wire.v1.RingCard;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.Waiting;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whom of staff somebody who waits is offered to.
class OfferTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());
  private final TestPeople.Worker anna = people.worker();
  private final TestPeople.Worker bea = people.worker();

  @AfterEach
  void close() {
    house.close();
  }

  private VisitorClient wishing(String wish) {
    VisitorClient visitor = house.welcomed();
    visitor.ring(card(wish));
    return visitor;
  }

  private RingCard card(String wish) {
    return Samples.card(house.service.slug()).toBuilder().addWishes(wish).build();
  }

  private static String forDevice(DeviceId device) {
    return "device:" + Base64.getUrlEncoder().withoutPadding().encodeToString(device.bytes());
  }

  private static LineItem offered(DeskClient desk, TestPeople.Worker to) {
    return desk.await(
            d ->
                d.hasLine()
                    && d.getLine().getItemsCount() > 0
                    && DeviceId.of(d.getLine().getItems(0).getOfferedTo().toByteArray())
                        .filter(to.device()::equals)
                        .isPresent())
        .getLine()
        .getItems(0);
  }

  private static int refusal(DeskClient desk) {
    return desk.await(DeskDown::hasRefused).getRefused().getCodeValue();
  }

  @Test
  void whoWishesForThePersonOfLastTimeIsTheirsFirstAndThenAnybodys() {
    DeskClient annas = house.onDuty(anna);
    DeskClient beas = house.onDuty(bea);
    for (TestPeople.Worker wished : new TestPeople.Worker[] {anna, bea}) {
      DeskClient theirs = wished.equals(anna) ? annas : beas;
      DeskClient others = wished.equals(anna) ? beas : annas;
      TestPeople.Worker other = wished.equals(anna) ? bea : anna;
      VisitorClient visitor = wishing(forDevice(wished.device()));
      assertEquals(
          wished.device(),
          DeviceId.of(offered(others, wished).getWish().toByteArray()).orElseThrow());
      others.take(visitor.conversation);
      assertEquals(4011, refusal(others));
      theirs.take(visitor.conversation);
      theirs.await(DeskDown::hasTaken);
      visitor.await(VisitorDown::hasTaken);
      visitor.leave();
      theirs.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);

      VisitorClient again = wishing(forDevice(wished.device()));
      offered(others, wished);
      house.ahead = house.ahead.plus(Duration.ofSeconds(21));
      VisitorClient watched = house.welcomed();
      watched.ring();
      offered(others, other);
      theirs.take(again.conversation);
      assertEquals(4011, refusal(theirs));
      others.take(again.conversation);
      others.await(DeskDown::hasTaken);
      again.leave();
      others.await(d -> d.hasDuty() && d.getDuty().getLoad() == 0);
      watched.leave();
      assertEquals(3541, watched.closeCode());
    }
  }

  @Test
  void whenTheOneWhoIsAskedGoesTheNextIsAsked() {
    DeskClient annas = house.onDuty(anna);
    DeskClient beas = house.onDuty(bea);
    VisitorClient visitor = wishing(forDevice(anna.device()));
    offered(beas, anna);
    annas.dutyOff();
    annas.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
    offered(beas, bea);
    beas.take(visitor.conversation);
    beas.await(DeskDown::hasTaken);
  }

  @Test
  void whoLosesTheConnectionIsAskedForNobodyUntilTheyAreBack() {
    DeskClient annas = house.onDuty(anna);
    DeskClient beas = house.onDuty(bea);
    wishing(forDevice(anna.device()));
    offered(beas, anna);
    annas.ws.close();
    offered(beas, bea);
    DeskClient back = house.onDuty(anna);
    VisitorClient visitor = wishing(forDevice(anna.device()));
    back.await(d -> d.hasLine() && d.getLine().getItemsCount() == 2);
    back.await(
        d ->
            d.hasLine()
                && d.getLine().getItemsList().stream()
                    .anyMatch(
                        item ->
                            item.getOfferedTo().equals(item.getWish())
                                && item.getConversation()
                                    .equals(ByteString.copyFrom(visitor.conversation.bytes()))));
  }

  @Test
  void nobodyIsOvertaken() {
    DeskClient annas = house.onDuty(anna);
    VisitorClient first = house.welcomed();
    first.ring();
    VisitorClient second = house.welcomed();
    second.ring();
    annas.take(second.conversation);
    assertEquals(4012, refusal(annas));
    annas.take(first.conversation);
    annas.await(DeskDown::hasTaken);
    annas.take(second.conversation);
    annas.await(DeskDown::hasTaken);
  }

  private VisitorClient thai() {
    VisitorClient visitor = house.welcomed();
    visitor.ring(Samples.card(house.service.slug()).toBuilder().setLanguage("th").build());
    return visitor;
  }

  @Test
  void whomNobodyUnderstandsIsAskedAfterTwoMinutesAndTakenInTheLanguageTheyChoose() {
    DeskClient annas = house.onDuty(anna);
    VisitorClient visitor = thai();
    Waiting told = visitor.await(VisitorDown::hasWaiting).getWaiting();
    assertFalse(told.getUnderstood());
    assertEquals(List.of("nb", "en"), told.getSpokenList());
    assertEquals(0, told.getQuestion());
    annas.take(visitor.conversation);
    assertEquals(4014, refusal(annas));
    VisitorClient later = house.welcomed();
    later.ring();
    annas.take(later.conversation);
    annas.await(DeskDown::hasTaken);

    house.ahead = house.ahead.plus(Duration.ofSeconds(121));
    house.welcomed().ring();
    Waiting asked =
        visitor.await(d -> d.hasWaiting() && d.getWaiting().getQuestion() == 1).getWaiting();
    assertEquals(Preference.ANOTHER_LANGUAGE, asked.getAsks());
    VisitorClient page = visitor.resume(house, 0);
    page.await(d -> d.hasWaiting() && d.getWaiting().getQuestion() == 1);
    page.relax(Preference.ANOTHER_LANGUAGE, true, 1, "en");
    Waiting now = page.await(d -> d.hasWaiting() && d.getWaiting().getUnderstood()).getWaiting();
    assertEquals(0, now.getQuestion());
    DeskDown line =
        annas.await(
            d -> d.hasLine() && d.getLine().getItems(0).getRelaxedList().contains("language:en"));
    assertEquals("th", line.getLine().getItems(0).getLanguage());
    annas.take(visitor.conversation);
    annas.await(d -> d.hasTaken() && !d.getTaken().getConversation().isEmpty());
    page.await(VisitorDown::hasTaken);
  }

  @Test
  void aLanguageThatTheServiceDoesNotHaveIsNoOther() {
    house.onDuty(anna);
    VisitorClient visitor = thai();
    visitor.relax(Preference.ANOTHER_LANGUAGE, true, 0, "fr");
    assertEquals(4000, visitor.await(VisitorDown::hasRefused).getRefused().getCodeValue());
    visitor.relax(Preference.ANOTHER_LANGUAGE, true, 0, "no such language");
    assertEquals(3501, visitor.closeCode());
  }

  @Test
  void whoSpeaksTheLanguageIsOfferedToAndNobodyElseMayTake() {
    TestPeople.Worker pim = people.speaking("th");
    DeskClient annas = house.onDuty(anna);
    DeskClient pims = house.onDuty(pim);
    VisitorClient visitor = thai();
    offered(annas, pim);
    annas.take(visitor.conversation);
    assertEquals(4014, refusal(annas));
    pims.take(visitor.conversation);
    pims.await(DeskDown::hasTaken);
  }

  @Test
  void whoNamesNoLanguageIsNotOnDuty() {
    DeskClient desk = house.desk(people.speaking());
    desk.dutyOn();
    assertEquals(4013, refusal(desk));
  }

  @Test
  void theOfferIsTheSameInTwoProcesses() {
    try (TestHouse other = new TestHouse(people, SocketLimits.usual())) {
      DeskClient annas = house.onDuty(anna);
      DeskClient beas = other.onDuty(bea);
      VisitorClient visitor = wishing(forDevice(bea.device()));
      offered(annas, bea);
      offered(beas, bea);
      annas.take(visitor.conversation);
      assertEquals(4011, refusal(annas));
      beas.take(visitor.conversation);
      beas.await(DeskDown::hasTaken);
    }
  }

  @Test
  void aWishThatNamesNoDeviceIsMalformed() {
    for (String wish : new String[] {"device:", "device:AAAA", "device:****"}) {
      VisitorClient visitor = house.welcomed();
      visitor.send(Samples.ring(card(wish)));
      assertEquals(3501, visitor.closeCode());
    }
  }
}
