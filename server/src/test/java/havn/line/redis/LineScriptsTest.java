package havn.line.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.line.Boost;
import havn.line.Lines;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.redis.Redis;
import havn.redis.TestRedis;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `join.lua`, `leave.lua`, `waiting.lua`, `offer.lua`, `withdraw.lua` and `relax.lua` on a real
/// Redis.
class LineScriptsTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);
  private static final Instant SOON = NOW.plusSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  private final Lines lines = LineStores.lines(redis);
  private final ServiceId service =
      new ServiceId("s" + ConversationId.fresh().hex().substring(0, 12));
  private final ConversationId visitor = ConversationId.fresh();
  private final ConversationId later = ConversationId.fresh();
  private final DeviceId anna = DeviceId.fresh();
  private final DeviceId bea = DeviceId.fresh();

  @AfterEach
  void close() {
    redis.close();
    get(vertx.close());
  }

  private Waiter join(ConversationId id, Instant since, Optional<DeviceId> wish) {
    return join(id, since, wish, Boost.NONE);
  }

  private Waiter join(ConversationId id, Instant since, Optional<DeviceId> wish, Boost boost) {
    Waiter waiter =
        new Waiter(id, since, "self", "nb", wish, boost, NOW, Offer.NONE, Wants.NOTHING);
    assertTrue(get(lines.join(service, waiter)));
    return waiter;
  }

  private boolean offer(ConversationId id, DeviceId device) {
    return get(lines.offer(service, id, device, NOW, SOON));
  }

  private Offer offerOf(ConversationId id) {
    return get(lines.waiting(service)).stream()
        .filter(waiter -> waiter.conversation().equals(id))
        .findFirst()
        .orElseThrow()
        .offer();
  }

  @Test
  void aLineIsReadAsItWasJoined() {
    Waiter second = join(later, NOW, Optional.of(anna));
    Waiter first = join(visitor, NOW.minusSeconds(1), Optional.empty());
    assertEquals(List.of(first, second), get(lines.waiting(service)));
  }

  @Test
  void whatIsGivenUpIsKeptOnceAndTheLatestAnswerCounts() {
    Wants wants = Wants.of(Set.of("gender:woman"));
    Waiter waiter =
        new Waiter(
            visitor, NOW, "self", "th", Optional.of(anna), Boost.RETURNED, NOW, Offer.NONE, wants);
    assertTrue(get(lines.join(service, waiter)));
    assertEquals(List.of(waiter), get(lines.waiting(service)));
    assertTrue(get(lines.relax(service, visitor, "", 1)));
    assertTrue(get(lines.relax(service, visitor, "gender", 2)));
    assertTrue(get(lines.relax(service, visitor, "language:nb", 0)));
    assertTrue(get(lines.relax(service, visitor, "language:nb", 0)));
    Waiter now = get(lines.waiting(service)).getFirst();
    assertEquals(
        new Wants(Set.of("gender:woman"), Set.of("gender", "language:nb"), 2), now.wants());
    assertEquals(waiter.wish(), now.wish());
    assertEquals(Boost.RETURNED, now.boost());
    assertFalse(get(lines.relax(service, later, "gender", 1)), "who does not wait");
  }

  @Test
  void nobodyGivesUpMoreThanEightThings() {
    join(visitor, NOW, Optional.empty());
    for (int i = 0; i < Wants.MOST_RELAXED; i++) {
      assertTrue(get(lines.relax(service, visitor, "language:x" + i, 0)));
    }
    assertFalse(get(lines.relax(service, visitor, "language:y", 0)));
    assertTrue(get(lines.relax(service, visitor, "language:x0", 3)));
    assertEquals(3, get(lines.waiting(service)).getFirst().wants().answered());
  }

  @Test
  void whoIsInDangerStandsBeforeWhomTheServiceLeftAndBothBeforeAllOthers() {
    Waiter usual = join(visitor, NOW.minusSeconds(9), Optional.empty());
    Waiter left = join(later, NOW, Optional.empty(), Boost.RETURNED);
    Waiter leftLater =
        join(ConversationId.fresh(), NOW.plusSeconds(1), Optional.empty(), Boost.RETURNED);
    Waiter danger =
        join(ConversationId.fresh(), NOW.plusSeconds(2), Optional.empty(), Boost.DANGER);
    assertEquals(List.of(danger, left, leftLater, usual), get(lines.waiting(service)));
  }

  @Test
  void whoComesToBeInDangerStandsInFrontWithAllThatTheyWishFor() {
    Waiter usual = join(visitor, NOW.minusSeconds(9), Optional.empty());
    Waiter waiter = join(later, NOW, Optional.of(anna));
    for (int time = 0; time < 2; time++) {
      assertTrue(get(lines.raise(service, later, NOW, SOON.plusSeconds(time))));
      Waiter raised = get(lines.waiting(service)).getFirst();
      assertEquals(Boost.DANGER, raised.boost());
      assertEquals(waiter.wish(), raised.wish());
      assertEquals(waiter.since(), raised.since());
      assertEquals(waiter.seen(), raised.seen());
      assertEquals(SOON, raised.endangeredSince(), "as they said it first");
    }
    assertEquals(usual, get(lines.waiting(service)).getLast());
    assertFalse(get(lines.raise(service, ConversationId.fresh(), NOW, NOW)), "who does not wait");
    assertEquals(2, get(lines.length(service)));
  }

  @Test
  void whoComesToBeInDangerMayBeOfferedOnceMoreToThoseWhoLetThemPass() {
    Waiter waiter = join(visitor, NOW, Optional.empty());
    offer(visitor, anna);
    assertTrue(get(lines.offer(service, visitor, bea, SOON, SOON.plusSeconds(20))));
    get(lines.raise(service, visitor, waiter.since(), SOON.plusSeconds(20)));
    assertEquals(Offer.NONE, offerOf(visitor));
    offer(visitor, anna);
    get(lines.raise(service, visitor, waiter.since(), SOON));
    assertEquals(Set.of(anna), offerOf(visitor).asked(), "said again");
  }

  @Test
  void whoeverIsAskedAsSomebodyComesToBeInDangerGoesOnBeingAsked() {
    Waiter waiter = join(visitor, NOW, Optional.empty());
    offer(visitor, anna);
    assertTrue(get(lines.offer(service, visitor, bea, SOON, SOON.plusSeconds(20))));
    get(lines.raise(service, visitor, waiter.since(), SOON.plusSeconds(19)));
    assertEquals(new Offer(Optional.of(bea), SOON.plusSeconds(20), Set.of(bea)), offerOf(visitor));
  }

  @Test
  void whoWasPutInTheLineByAnEarlierVersionIsReadAsTheyStand() {
    Waiter waiter = join(visitor, NOW, Optional.empty());
    String since = Long.toString(NOW.toEpochMilli());
    for (String text : List.of(since + "\nself\nnb", since + "\nself\nnb\n")) {
      get(
          redis.setField(
              LineKeys.of(service).waiting(),
              visitor.hex(),
              text.getBytes(StandardCharsets.US_ASCII)));
      assertEquals(List.of(waiter), get(lines.waiting(service)));
    }
  }

  @Test
  void oneVisitorIsOfferedToOneDeviceAtATime() {
    join(visitor, NOW, Optional.empty());
    assertTrue(offer(visitor, anna));
    assertFalse(offer(visitor, bea));
    assertFalse(offer(visitor, anna));
    assertEquals(new Offer(Optional.of(anna), SOON, Set.of(anna)), offerOf(visitor));
    assertTrue(get(lines.offer(service, visitor, bea, SOON, SOON.plusSeconds(20))));
    assertEquals(
        new Offer(Optional.of(bea), SOON.plusSeconds(20), Set.of(anna, bea)), offerOf(visitor));
  }

  @Test
  void oneDeviceIsAskedForOneVisitorAtATime() {
    join(visitor, NOW, Optional.empty());
    join(later, NOW.plusSeconds(1), Optional.empty());
    assertTrue(offer(visitor, anna));
    assertFalse(offer(later, anna));
    assertTrue(offer(later, bea));
  }

  @Test
  void ofTwentyOffersAtOnceExactlyOneStands() {
    join(visitor, NOW, Optional.empty());
    var offers =
        IntStream.range(0, 20)
            .mapToObj(i -> lines.offer(service, visitor, DeviceId.fresh(), NOW, SOON))
            .toList();
    assertEquals(1, offers.stream().filter(made -> get(made)).count());
  }

  @Test
  void whatIsTakenBackWasNeverAsked() {
    join(visitor, NOW, Optional.empty());
    offer(visitor, anna);
    get(lines.withdraw(service, visitor, bea));
    assertEquals(Optional.of(anna), offerOf(visitor).standing(NOW), "another's word changes none");
    get(lines.withdraw(service, visitor, anna));
    assertEquals(Offer.NONE, offerOf(visitor));
    assertTrue(offer(visitor, bea));
    assertTrue(get(lines.offer(service, visitor, anna, SOON, SOON.plusSeconds(20))));
    get(lines.withdraw(service, visitor, anna));
    assertEquals(Optional.empty(), offerOf(visitor).standing(SOON));
    assertEquals(Set.of(bea), offerOf(visitor).asked());
  }

  @Test
  void anOfferCanBeMadeToLapseEarlierAndNeverLater() {
    join(visitor, NOW, Optional.empty());
    offer(visitor, anna);
    get(lines.shorten(service, visitor, bea, NOW.plusSeconds(5)));
    get(lines.shorten(service, visitor, anna, NOW.plusSeconds(30)));
    assertEquals(SOON, offerOf(visitor).until());
    get(lines.shorten(service, visitor, anna, NOW.plusSeconds(5)));
    assertEquals(new Offer(Optional.of(anna), NOW.plusSeconds(5), Set.of(anna)), offerOf(visitor));
  }

  @Test
  void whoIsNotInTheLineIsOfferedToNobody() {
    assertFalse(offer(visitor, anna));
    join(visitor, NOW, Optional.empty());
    offer(visitor, anna);
    assertTrue(get(lines.leave(service, visitor)));
    join(later, NOW, Optional.empty());
    assertTrue(offer(later, anna), "leaving ends the offer");
    get(lines.withdraw(service, visitor, anna));
    join(visitor, NOW, Optional.empty());
    assertEquals(Offer.NONE, offerOf(visitor));
  }

  @Test
  void whoIsAskedHasHadTheirTurn() {
    join(visitor, NOW, Optional.empty());
    offer(visitor, anna);
    offer(visitor, bea);
    assertEquals(Map.of(anna, NOW), get(lines.lastTurns(service)));
  }

  @Test
  void whenADeviceLastTookSomebodyIsKnown() {
    assertEquals(Map.of(), get(lines.lastTurns(service)));
    get(lines.pickedUp(service, anna, NOW, Duration.ofSeconds(7)));
    get(lines.pickedUp(service, anna, SOON, Duration.ofSeconds(9)));
    assertEquals(Map.of(anna, SOON), get(lines.lastTurns(service)));
    assertEquals(
        List.of(Duration.ofSeconds(9), Duration.ofSeconds(7)), get(lines.pickUps(service, NOW)));
    assertEquals(
        List.of(Duration.ofSeconds(9)),
        get(lines.pickUps(service, SOON)),
        "an opening knows only its own");
  }

  @Test
  void whoMustNotBeTurnedAwayComesIntoAFullLineTwentyTimes() {
    for (int i = 0; i < Lines.MOST; i++) {
      assertTrue(joins(Boost.NONE));
    }
    assertFalse(joins(Boost.NONE));
    for (int i = 0; i < Lines.RESERVE; i++) {
      assertTrue(joins(i % 2 == 0 ? Boost.DANGER : Boost.RETURNED));
    }
    assertFalse(joins(Boost.DANGER));
    assertFalse(joins(Boost.NONE));
    assertEquals(Lines.MOST + Lines.RESERVE, get(lines.waiting(service)).size());
  }

  private boolean joins(Boost boost) {
    return get(
        lines.join(
            service,
            new Waiter(
                ConversationId.fresh(),
                NOW,
                "self",
                "nb",
                Optional.empty(),
                boost,
                NOW,
                Offer.NONE,
                Wants.NOTHING)));
  }
}
