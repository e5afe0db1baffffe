package havn.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.matching.Offers.Made;
import havn.matching.Offers.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whom of staff somebody in the line is offered to.
class OffersTest {

  private static final Instant NOW = Instant.parse("2026-11-20T19:00:00Z");
  private static final DeviceId ANNA = device(1);
  private static final DeviceId BEA = device(2);
  private static final DeviceId CARL = device(3);

  private static final Abilities NORWEGIAN = Abilities.speaking("nb");

  private final ConversationId first = conversation(1);
  private final ConversationId second = conversation(2);

  private static DeviceId device(int number) {
    return new DeviceId("%032x".formatted(number));
  }

  private static ConversationId conversation(int number) {
    return new ConversationId("%032x".formatted(number));
  }

  private static DutyRecord free(DeviceId device) {
    return duty(device, 0, false, NOW);
  }

  private static DutyRecord duty(DeviceId device, int load, boolean onBreak, Instant beat) {
    return new DutyRecord(
        device, NOW.plus(Duration.ofHours(1)), beat, onBreak, load, 3, Optional.empty());
  }

  private static Waiter waiting(ConversationId id) {
    return waiting(id, Optional.empty(), Offer.NONE);
  }

  private static Waiter waiting(ConversationId id, Optional<DeviceId> wish, Offer offer) {
    return waiter(id, "nb", wish, Boost.NONE, offer, Wants.NOTHING);
  }

  private static Waiter waiter(
      ConversationId id,
      String language,
      Optional<DeviceId> wish,
      Boost boost,
      Offer offer,
      Wants wants) {
    Instant rang = NOW.minusSeconds(60);
    return new Waiter(id, rang, "self", language, wish, boost, NOW, offer, wants);
  }

  private static Offer asked(DeviceId now, Duration left, DeviceId... before) {
    Set<DeviceId> all = new HashSet<>(Set.of(before));
    all.add(now);
    return new Offer(Optional.of(now), NOW.plus(left), all);
  }

  private static List<Made> made(List<Waiter> line, DutyRecord... duty) {
    return Offers.next(line, List.of(duty), Map.of(), NOW).made();
  }

  private static Right right(List<Waiter> line, DeviceId device, ConversationId id, Instant now) {
    return Offers.right(line, device, NORWEGIAN, id, now);
  }

  @Test
  void theFirstIsOfferedToWhoeverWasGivenNobodyForTheLongest() {
    var given = Map.of(ANNA, NOW.minusSeconds(10), BEA, NOW.minusSeconds(90));
    var plan =
        Offers.next(
            List.of(waiting(first), waiting(second)),
            List.of(free(ANNA), free(BEA), free(CARL)),
            given,
            NOW);
    assertEquals(
        List.of(
            new Made(first, CARL, NOW.plusSeconds(20)), new Made(second, BEA, NOW.plusSeconds(20))),
        plan.made());
  }

  @Test
  void whoWishesForThePersonOfLastTimeIsOfferedToThemFirst() {
    var line = List.of(waiting(first, Optional.of(BEA), Offer.NONE));
    assertEquals(BEA, made(line, free(ANNA), free(BEA)).getFirst().device());
  }

  @Test
  void aWishForSomebodyWhoIsNotThereDelaysNobody() {
    var line = List.of(waiting(first, Optional.of(CARL), Offer.NONE));
    assertEquals(ANNA, made(line, free(ANNA), free(BEA)).getFirst().device());
    assertEquals(
        ANNA, made(line, free(ANNA), duty(CARL, 3, false, NOW)).getFirst().device(), "no room");
    assertEquals(
        ANNA, made(line, free(ANNA), duty(CARL, 0, true, NOW)).getFirst().device(), "on a break");
  }

  @Test
  void afterTheWishedOneLetItPassTheNextIsAsked() {
    var line = List.of(waiting(first, Optional.of(BEA), asked(BEA, Duration.ZERO)));
    assertEquals(ANNA, made(line, free(ANNA), free(BEA)).getFirst().device());
  }

  @Test
  void whoIsAloneOnDutyHasThreeMinutes() {
    assertEquals(
        NOW.plusSeconds(180),
        made(List.of(waiting(first)), free(ANNA), duty(BEA, 0, true, NOW)).getFirst().until());
    assertEquals(
        NOW.plusSeconds(20),
        made(List.of(waiting(first)), free(ANNA), duty(BEA, 3, false, NOW)).getFirst().until());
  }

  @Test
  void anInterpreterOnDutyLeavesSomebodyAlone() {
    DutyRecord interpreter =
        new DutyRecord(
            BEA,
            NOW.plusSeconds(3_600),
            NOW,
            false,
            0,
            3,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            NORWEGIAN);
    assertEquals(
        NOW.plusSeconds(180),
        made(List.of(waiting(first)), free(ANNA), interpreter).getFirst().until());
  }

  @Test
  void whoWasAloneIsWaitedForNoLongerThanOthersOnceSomebodyElseCanTake() {
    var line = List.of(waiting(first, Optional.empty(), asked(ANNA, Duration.ofSeconds(170))));
    var plan = Offers.next(line, List.of(free(ANNA), free(BEA)), Map.of(), NOW);
    assertEquals(List.of(new Made(first, ANNA, NOW.plusSeconds(20))), plan.shortened());
    assertTrue(Offers.next(line, List.of(free(ANNA)), Map.of(), NOW).isEmpty());
    var soon = List.of(waiting(first, Optional.empty(), asked(ANNA, Duration.ofSeconds(19))));
    assertTrue(Offers.next(soon, List.of(free(ANNA), free(BEA)), Map.of(), NOW).isEmpty());
  }

  @Test
  void whomEverybodyLetPassHoldsThoseBehindForAMinuteAndNoLonger() {
    Duration almost = Offer.HOLDS.minusMillis(1).negated();
    var passed = waiting(first, Optional.empty(), asked(ANNA, almost));
    var later = waiting(second);
    assertTrue(made(List.of(passed, later), free(ANNA)).isEmpty());
    assertEquals(Right.EARLIER_WAITS, right(List.of(passed, later), ANNA, second, NOW));
    assertEquals(Right.MAY, right(List.of(passed, later), ANNA, first, NOW));

    passed = waiting(first, Optional.empty(), asked(ANNA, Offer.HOLDS.negated()));
    assertEquals(second, made(List.of(passed, later), free(ANNA)).getFirst().conversation());
    assertEquals(Right.MAY, right(List.of(passed, later), ANNA, second, NOW));
    assertEquals(Right.MAY, right(List.of(passed, later), ANNA, first, NOW));
    assertEquals(
        Right.EARLIER_WAITS,
        right(List.of(passed, later), BEA, second, NOW),
        "who never was asked for the first lets nobody pass");
  }

  @Test
  void whoStandsFurtherBackGivesUpAnOfferThatAnEarlierOneNeeds() {
    var back = waiting(first);
    var behind = waiting(second, Optional.empty(), asked(ANNA, Duration.ofSeconds(9)));
    var third = waiting(conversation(3), Optional.empty(), asked(BEA, Duration.ofSeconds(9)));
    var plan =
        Offers.next(List.of(back, behind, third), List.of(free(ANNA), free(BEA)), Map.of(), NOW);
    assertEquals(List.of(new Made(conversation(3), BEA, NOW)), plan.withdrawn());
    assertEquals(List.of(new Made(first, BEA, NOW.plusSeconds(20))), plan.made());
  }

  @Test
  void whoWasAskedAndFindsAnEarlierOneMayStillTakeWhomTheyWereAskedFor() {
    var behind = waiting(second, Optional.empty(), asked(ANNA, Duration.ofSeconds(9)));
    assertEquals(Right.MAY, right(List.of(waiting(first), behind), ANNA, second, NOW));
  }

  @Test
  void nobodyIsAskedForTwoAtOnce() {
    var busy = waiting(first, Optional.empty(), asked(ANNA, Duration.ofSeconds(5)));
    assertTrue(made(List.of(busy, waiting(second)), free(ANNA)).isEmpty());
  }

  @Test
  void whoLostTheConnectionIsOfferedToNobodyAndHoldsNobody() {
    for (Offer offer : List.of(Offer.NONE, asked(ANNA, Duration.ofSeconds(5)))) {
      var seen = NOW.minus(Waiter.FRESH);
      var wish = Optional.<DeviceId>empty();
      var gone = new Waiter(first, NOW, "self", "nb", wish, Boost.NONE, seen, offer, Wants.NOTHING);
      var plan = Offers.next(List.of(gone, waiting(second)), List.of(free(ANNA)), Map.of(), NOW);
      assertEquals(List.of(new Made(second, ANNA, NOW.plus(Offers.LONE))), plan.made());
      assertEquals(offer.device().isPresent() ? 1 : 0, plan.withdrawn().size());
    }
  }

  @Test
  void anOfferToSomebodyWhoCanTakeNobodyAnyMoreGoesToTheNextAtOnce() {
    var line = List.of(waiting(first, Optional.empty(), asked(ANNA, Duration.ofSeconds(15))));
    for (DutyRecord gone :
        List.of(
            duty(ANNA, 3, false, NOW),
            duty(ANNA, 0, true, NOW),
            duty(ANNA, 0, false, NOW.minus(DutyRecord.UNSTEADY)))) {
      var plan = Offers.next(line, List.of(gone, free(BEA)), Map.of(), NOW);
      assertEquals(List.of(new Made(first, ANNA, NOW)), plan.withdrawn());
      assertEquals(BEA, plan.made().getFirst().device());
    }
  }

  @Test
  void whenEverybodyWasAskedEverybodyMayTake() {
    var line = List.of(waiting(first, Optional.empty(), asked(BEA, Duration.ZERO, ANNA)));
    assertTrue(made(line, free(ANNA), free(BEA)).isEmpty());
    assertEquals(Right.MAY, right(line, ANNA, first, NOW));
    assertEquals(Right.MAY, right(line, BEA, first, NOW));
  }

  @Test
  void onlyWhoIsAskedMayTake() {
    var line = List.of(waiting(first, Optional.empty(), asked(ANNA, Duration.ofMillis(1))));
    assertEquals(Right.MAY, right(line, ANNA, first, NOW));
    assertEquals(Right.OFFERED_TO_ANOTHER, right(line, BEA, first, NOW));
    assertEquals(Right.MAY, right(line, BEA, first, NOW.plusMillis(1)));
  }

  @Test
  void whoIsInDangerMayBeTakenByAnybodyWhileAnotherIsAsked() {
    var danger = inDanger(first, asked(ANNA, Duration.ofMinutes(3)));
    assertEquals(Right.MAY, right(List.of(danger, waiting(second)), BEA, first, NOW));
    assertEquals(Right.MAY, right(List.of(danger, waiting(second)), BEA, second, NOW));
    var earlier = inDanger(second, Offer.NONE);
    assertEquals(Right.EARLIER_WAITS, right(List.of(earlier, danger), BEA, first, NOW));
  }

  private static Waiter inDanger(ConversationId id, Offer offer) {
    return waiter(id, "nb", Optional.empty(), Boost.DANGER, offer, Wants.NOTHING);
  }

  private static DutyRecord able(DeviceId device, Abilities abilities) {
    return new DutyRecord(
        device, NOW.plusSeconds(3_600), NOW, false, 0, 3, true, Optional.empty(), abilities);
  }

  private static Waiter wanting(ConversationId id, String language, Boost boost, Wants wants) {
    return waiter(id, language, Optional.empty(), boost, Offer.NONE, wants);
  }

  @Test
  void whoIsNotUnderstoodIsOfferedToNobodyAndKeepsNobodyBehind() {
    var line = List.of(wanting(first, "th", Boost.NONE, Wants.NOTHING), waiting(second));
    assertEquals(List.of(new Made(second, ANNA, NOW.plusSeconds(180))), made(line, free(ANNA)));
    assertEquals(Right.NOT_FOR_THIS_DEVICE, right(line, ANNA, first, NOW));
    assertEquals(Right.MAY, right(line, ANNA, second, NOW));

    DutyRecord thai = able(BEA, Abilities.speaking("th", "nb"));
    assertEquals(
        List.of(
            new Made(first, BEA, NOW.plusSeconds(20)), new Made(second, ANNA, NOW.plusSeconds(20))),
        made(line, free(ANNA), thai));
    assertEquals(
        Right.EARLIER_WAITS, Offers.right(line, BEA, thai.abilities(), second, NOW), "both");
  }

  @Test
  void whoGaveUpTheLanguageIsTakenInTheOther() {
    var wants = new Wants(Set.of(), Set.of("language:nb"), 1);
    var line = List.of(wanting(first, "th", Boost.NONE, wants));
    assertEquals(ANNA, made(line, free(ANNA)).getFirst().device());
    assertEquals(Right.MAY, right(line, ANNA, first, NOW));
  }

  @Test
  void aWishForAGenderOrAProfessionHoldsUntilItIsGivenUp() {
    Set<String> wishes = Set.of("gender:woman", "profession:nurse", "profession:doctor");
    var nurse = new Abilities(Set.of("nb"), Set.of(), Set.of("gender:woman", "profession:nurse"));
    for (Set<String> relaxed : List.of(Set.<String>of(), Set.of("gender"), Set.of("profession"))) {
      var line = List.of(wanting(first, "nb", Boost.NONE, new Wants(wishes, relaxed, 0)));
      assertEquals(Right.NOT_FOR_THIS_DEVICE, right(line, ANNA, first, NOW));
      assertEquals(BEA, made(line, free(ANNA), able(BEA, nurse)).getFirst().device());
    }
    var both = new Wants(wishes, Set.of("gender", "profession"), 0);
    assertEquals(
        Right.MAY, right(List.of(wanting(first, "nb", Boost.NONE, both)), ANNA, first, NOW));
  }

  @Test
  void whomAnInterpreterWillDoForIsTakenByAnybody() {
    var wants = new Wants(Set.of(), Set.of("language:" + Wants.interpreted("th")), 0);
    var line = List.of(wanting(first, "th", Boost.NONE, wants));
    assertEquals(ANNA, made(line, free(ANNA)).getFirst().device());
    assertEquals(Right.MAY, right(line, ANNA, first, NOW));
  }

  @Test
  void thatAnInterpreterWillDoCountsWhileOneIsFreeWhoSpeaksTheirLanguage() {
    var wants =
        new Wants(Set.of(), Set.of("language:" + Wants.interpreted("th"), "language:vi"), 0);
    var line = List.of(wanting(first, "th", Boost.NONE, wants));
    assertEquals(line, Interpreters.heeded(line, List.of(interpreter("th", 0)), NOW));
    for (DutyRecord none :
        List.of(
            free(ANNA),
            able(ANNA, Abilities.speaking("th")),
            interpreter("vi", 0),
            interpreter("th", 3))) {
      Waiter held = Interpreters.heeded(line, List.of(none), NOW).getFirst();
      assertEquals(Set.of("vi"), held.wants().otherLanguages());
      assertEquals(Right.NOT_FOR_THIS_DEVICE, right(List.of(held), CARL, first, NOW));
    }
  }

  private static DutyRecord interpreter(String language, int load) {
    return new DutyRecord(
        BEA,
        NOW.plusSeconds(3_600),
        NOW,
        false,
        load,
        3,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Abilities.speaking(language));
  }

  @Test
  void whoIsOfNoCommunityThereIsAskedFirstByThoseWhoWishSoAndTheOthersAfterThem() {
    var line = List.of(wanting(first, "nb", Boost.NONE, Wants.of(Set.of("community:outside"))));
    var outside = able(BEA, new Abilities(Set.of("nb"), Set.of(), Set.of("community:outside")));
    assertEquals(BEA, made(line, free(ANNA), outside).getFirst().device());
    assertEquals(ANNA, made(line, free(ANNA)).getFirst().device());
    assertEquals(Right.MAY, right(line, ANNA, first, NOW));
  }

  @Test
  void whoAnswersOtherLanesOnlyIsNotAsked() {
    var other = able(ANNA, new Abilities(Set.of("nb"), Set.of("professional"), Set.of()));
    var line = List.of(waiting(first));
    assertTrue(made(line, other).isEmpty());
    assertEquals(
        Right.NOT_FOR_THIS_DEVICE, Offers.right(line, ANNA, other.abilities(), first, NOW));
  }

  @Test
  void inDangerNothingBarsAndWhoeverSuitsIsAskedFirst() {
    var wants = Wants.of(Set.of("gender:woman"));
    var line = List.of(wanting(first, "th", Boost.DANGER, wants));
    assertEquals(ANNA, made(line, free(ANNA)).getFirst().device());
    assertEquals(Right.MAY, right(line, ANNA, first, NOW));
    var woman = able(BEA, new Abilities(Set.of("th"), Set.of(), Set.of("gender:woman")));
    assertEquals(BEA, made(line, free(ANNA), woman).getFirst().device());
  }

  @Test
  void whoSaysOnDutyThatTheySpeakAnotherLanguageGivesTheOfferBack() {
    var line = List.of(waiting(first, Optional.empty(), asked(ANNA, Duration.ofSeconds(9))));
    var plan = Offers.next(line, List.of(able(ANNA, Abilities.speaking("en"))), Map.of(), NOW);
    assertEquals(List.of(new Made(first, ANNA, NOW)), plan.withdrawn());
    assertTrue(plan.made().isEmpty());
  }

  @Test
  void nobodyIsOvertakenUnlessTheirTurnIsAnothersNow() {
    assertEquals(
        Right.EARLIER_WAITS, right(List.of(waiting(first), waiting(second)), BEA, second, NOW));
    var offered = waiting(first, Optional.empty(), asked(ANNA, Duration.ofSeconds(5)));
    assertEquals(Right.MAY, right(List.of(offered, waiting(second)), BEA, second, NOW));
    assertEquals(Right.EARLIER_WAITS, right(List.of(offered, waiting(second)), ANNA, second, NOW));
  }
}
