package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.duty.DutyRecord;
import havn.duty.Staffing;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.wire.Samples;
import havn.wire.v1.Code;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever is on duty on a phone that is locked: its page says nothing, and a text brings them
/// back.
class LockedPhoneTest {

  private static final Duration THIRTY_MINUTES = Duration.ofMinutes(30);
  private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
  private static final Duration LONG_GONE = DutyRecord.GONE.plusMinutes(10);

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final TestPeople.Worker kari = people.worker();

  @AfterEach
  void close() {
    house.close();
  }

  private void putsThePhoneAway() {
    house.calls.wished = true;
    DeskClient karis = house.onDuty(kari);
    until("a text reaches her", () -> record().reach().isPresent());
    get(karis.ws.close());
    until("the page is silent", () -> !record().fresh(house.now()));
    house.ahead = LONG_GONE;
  }

  private DutyRecord record() {
    return get(house.presences.of(house.service)).getFirst();
  }

  private Staffing staffing() {
    return get(house.availability.of(house.service)).staffing();
  }

  private VisitorClient rings() {
    VisitorClient visitor = house.welcomed();
    visitor.ring();
    return visitor;
  }

  private static boolean isOffered(DeskClient desk, DeviceId device) {
    return desk.has(
        d ->
            d.getLine().getItemsList().stream()
                .anyMatch(i -> i.getOfferedTo().equals(ByteString.copyFrom(device.bytes()))));
  }

  @Test
  void whoHasALockedPhoneIsCalledOnceByATextAndTakesWhoWaits() {
    putsThePhoneAway();
    assertEquals(Staffing.BUSY, staffing());
    VisitorClient visitor = rings();
    until("it is noted", () -> record().reach().orElseThrow().called().isPresent());
    rings();
    DeskClient back = house.onDuty(kari);
    until("asked to take", () -> isOffered(back, kari.device()));
    back.takeAndGrant(visitor.conversation);
    assertEquals(1, house.calls.called.size());
    assertTrue(record().reach().orElseThrow().called().isEmpty());
  }

  @Test
  void whoseChatsEndedByThemselvesHasRoomAgainAndIsCalled() {
    List<VisitorClient> chats = putsThePhoneAwayWithThreeChats();
    chats.getFirst().leave();
    until("one ended", () -> get(house.conversations.heldBy(kari.device())).size() == 2);
    assertEquals(1, get(house.gateway.easeSilent()));
    assertEquals(2, record().load());
    assertEquals(0, get(house.gateway.easeSilent()));
    rings();
    until("she is called", () -> house.calls.called.size() == 1);
    until("it is noted", () -> record().reach().orElseThrow().called().isPresent());
  }

  private List<VisitorClient> putsThePhoneAwayWithThreeChats() {
    house.calls.wished = true;
    DeskClient karis = house.onDuty(kari);
    List<VisitorClient> chats = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      VisitorClient visitor = rings();
      karis.takeAndGrant(visitor.conversation);
      chats.add(visitor);
    }
    until("a text reaches her", () -> record().reach().isPresent() && record().load() == 3);
    get(karis.ws.close());
    until("the page is silent", () -> !record().fresh(house.now()));
    return chats;
  }

  @Test
  void whoHasNoRoomIsTextedAllTheSameForSomebodyInDangerInTheLine() {
    putsThePhoneAwayWithThreeChats();
    house.onDuty(people.worker());
    rings();
    assertEquals(List.of(), house.calls.toldOfDanger);
    house
        .welcomed()
        .ring(Samples.card(house.service.slug()).toBuilder().addWishes("danger").build());
    until("she is texted", () -> house.calls.toldOfDanger.size() == 1);
    assertEquals(List.of(), house.calls.called);
  }

  @Test
  void whoDoesNotComeForThreeMinutesIsGoneAndTheVisitorsAreToldThatNobodyIsThere() {
    putsThePhoneAway();
    VisitorClient visitor = rings();
    until("it is noted", () -> record().reach().orElseThrow().called().isPresent());
    visitor.await(d -> d.hasWaiting() && d.getWaiting().getSpokenCount() > 0);
    house.ahead = LONG_GONE.plus(THREE_MINUTES).plusSeconds(1);
    assertEquals(Staffing.LATE, staffing());
    visitor.await(d -> d.hasWaiting() && d.getWaiting().getSpokenCount() == 0);
  }

  @Test
  void whomATextBroughtBackBeforeIsGivenTimeFromTheNextOne() {
    putsThePhoneAway();
    house.calls.told = Optional.of(record().beat().minusSeconds(1));
    VisitorClient visitor = rings();
    visitor.await(VisitorDown::hasWaiting);
    house.ahead = LONG_GONE.plus(THREE_MINUTES).plusSeconds(1);
    assertEquals(Staffing.BUSY, staffing());
    house.calls.told = Optional.empty();
    until("called", () -> house.calls.called.size() == 1);
    until("it is noted", () -> record().reach().orElseThrow().called().isPresent());
  }

  @Test
  void whoHadATextSinceTheyWereSeenLastHasHadTheirTimeFromThen() {
    putsThePhoneAway();
    house.calls.told = Optional.of(house.now().minusSeconds(100));
    rings();
    until("it is noted", () -> record().reach().orElseThrow().called().isPresent());
    house.ahead = LONG_GONE.plusSeconds(90);
    assertEquals(Staffing.LATE, staffing());
  }

  @Test
  void whoWentOffDutyWithoutANetworkIsGoneOnceThereIsOne() {
    putsThePhoneAway();
    assertEquals(Staffing.BUSY, staffing());
    house.desk(kari).dutyOff();
    until("nobody is there", () -> staffing() == Staffing.LATE);
    assertEquals(0, get(house.presences.of(house.service)).size());
  }

  @Test
  void whoIsSignedOutElsewhereIsGoneAfterThreeMinutes() {
    house.calls.wished = true;
    Secret cookie = house.cookie(kari);
    DeskClient karis = DeskClient.connect(house, kari, cookie, TestHouse.ORIGIN);
    karis.hello();
    karis.dutyOn();
    until(
        "a text reaches her",
        () ->
            get(house.presences.of(house.service)).stream().anyMatch(on -> on.reach().isPresent()));
    get(house.sessions.close(cookie));
    assertEquals(Code.SESSION_REQUIRED.getNumber(), karis.closeCode());
    until("no text does any more", () -> record().reach().isEmpty());
  }

  @Test
  void whoNoLongerWishesForATextIsGoneThreeMinutesAfterSomebodyRang() {
    putsThePhoneAway();
    house.calls.wished = false;
    rings();
    until("it is noted", () -> record().reach().orElseThrow().called().isPresent());
    house.ahead = LONG_GONE.plus(THREE_MINUTES).plusSeconds(1);
    assertEquals(Staffing.LATE, staffing());
  }

  @Test
  void afterHalfAnHourOfSilenceNoTextIsTriedAndTheServiceIsNotOpen() {
    putsThePhoneAway();
    house.ahead = THIRTY_MINUTES.minusSeconds(60);
    assertEquals(Staffing.BUSY, staffing());
    house.ahead = THIRTY_MINUTES.plusSeconds(1);
    assertEquals(Staffing.LATE, staffing());
  }

  @Test
  void whomNoTextReachesIsGoneAfterThreeMinutes() {
    get(house.onDuty(kari).ws.close());
    until("the page is silent", () -> !record().fresh(house.now()));
    assertEquals(Staffing.BUSY, staffing());
    house.ahead = DutyRecord.GONE;
    assertEquals(Staffing.LATE, staffing());
  }

  @Test
  void nobodyIsCalledWhileSomebodyElseIsThere() {
    DeskClient per = house.onDuty(people.worker());
    house.calls.wished = true;
    get(house.onDuty(kari).ws.close());
    until(
        "the page is silent",
        () ->
            get(house.presences.of(house.service)).stream()
                .anyMatch(one -> !one.fresh(house.now())));
    VisitorClient visitor = rings();
    until("asked to take", () -> isOffered(per, per.worker.device()));
    per.takeAndGrant(visitor.conversation);
    assertEquals(0, house.calls.called.size());
  }
}
