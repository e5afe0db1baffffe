package havn.gateway;

import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.line.Offer;
import havn.matching.Offers;
import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.LineItem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever is alone on duty, with a phone in the pocket, is called when somebody is offered to
/// them.
class LoneWorkerTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoDoesNotLookIsCalledOnceForAnOfferAndAgainAMinuteLater() {
    DeskClient lone = house.onDuty(people.worker());
    lone.hidden(true);
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    until("called", () -> house.calls.called.size() == 1);
    lone.hidden(true);
    house.welcomed().ring();
    lone.await(d -> d.hasLine() && d.getLine().getItemsCount() == 2);
    assertEquals(1, house.calls.called.size());
    house.ahead = Duration.ofSeconds(61);
    lone.hidden(true);
    until("called again", () -> house.calls.called.size() == 2);
  }

  @Test
  void whoLooksIsNotCalledUntilTheyPutThePhoneAway() {
    DeskClient lone = house.onDuty(people.worker());
    lone.hidden(false);
    house.welcomed().ring();
    lone.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    assertEquals(0, house.calls.called.size());
    lone.hidden(true);
    until("called", () -> house.calls.called.size() == 1);
  }

  @Test
  void whoseColleagueIsOnABreakIsCalled() {
    DeskClient resting = house.onDuty(people.worker());
    DeskClient lone = house.onDuty(people.worker());
    resting.onBreak();
    resting.await(d -> d.hasDuty() && d.getDuty().getOnBreak());
    lone.hidden(true);
    house.welcomed().ring();
    until("called", () -> house.calls.called.size() == 1);
  }

  @Test
  void everybodyWhoDoesNotLookIsCalledForSomebodyInDanger() {
    DeskClient one = house.onDuty(people.worker());
    DeskClient other = house.onDuty(people.worker());
    DeskClient looks = house.onDuty(people.worker());
    one.hidden(true);
    other.hidden(true);
    house
        .welcomed()
        .ring(Samples.card(house.service.slug()).toBuilder().addWishes("danger").build());
    until("both are called", () -> house.calls.toldOfDanger.size() == 2);
    looks.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    assertEquals(2, Set.copyOf(house.calls.toldOfDanger).size());
  }

  @Test
  void whoSleepsThroughTheTextOfSomebodyInDangerIsCalledAgainLater() {
    DeskClient lone = house.onDuty(people.worker());
    lone.hidden(true);
    house
        .welcomed()
        .ring(Samples.card(house.service.slug()).toBuilder().addWishes("danger").build());
    until("the phone tells of danger", () -> house.calls.toldOfDanger.size() == 1);
    assertEquals(List.of(), house.calls.called);
    house.ahead = Duration.ofSeconds(181);
    lone.hidden(true);
    until("and of somebody who waits", () -> house.calls.called.size() == 1);
  }

  @Test
  void whoMissedSomebodyWhomNobodyElseCanTakeIsCalledForThemAgain() {
    DeskClient lone = house.onDuty(people.worker());
    lone.hidden(true);
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    until("called", () -> house.calls.called.size() == 1);
    house.ahead = Offers.LONE.plusSeconds(1);
    lone.await(
        d -> d.hasLine() && d.getLine().getItemsList().stream().anyMatch(i -> !isOffered(i)));
    lone.colleagues(visitor.conversation);
    lone.await(DeskDown::hasRefused);
    int before = house.calls.called.size();
    house.ahead = house.ahead.plus(Offer.HOLDS).plusSeconds(1);
    until("called again", () -> house.calls.called.size() > before);
  }

  private static boolean isOffered(LineItem item) {
    return !item.getOfferedTo().isEmpty();
  }

  @Test
  void whoIsNotAloneIsNotCalled() {
    DeskClient one = house.onDuty(people.worker());
    DeskClient other = house.onDuty(people.worker());
    one.hidden(true);
    other.hidden(true);
    house.welcomed().ring();
    one.await(
        d ->
            d.hasLine()
                && d.getLine().getItemsList().stream().anyMatch(i -> !i.getOfferedTo().isEmpty()));
    other.await(DeskDown::hasLine);
    one.colleagues(house.welcomed().conversation);
    one.await(DeskDown::hasRefused);
    assertEquals(0, house.calls.called.size());
  }
}
