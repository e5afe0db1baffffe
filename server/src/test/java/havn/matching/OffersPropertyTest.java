package havn.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Offer;
import havn.line.Waiter;
import havn.matching.Offers.Made;
import havn.matching.Offers.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Lines and duties of all shapes, played to their end.
class OffersPropertyTest {

  private static final Instant NOW = Instant.parse("2026-11-20T19:00:00Z");

  private static DeviceId device(int number) {
    return new DeviceId("%032x".formatted(number));
  }

  private static ConversationId conversation(int number) {
    return new ConversationId("%032x".formatted(number));
  }

  /// Every offer is taken or lapses.
  @Property(tries = 300)
  void everybodyIsReachedInOrderAndNobodyIsAskedTwice(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4) Integer> wishes,
      @ForAll @IntRange(min = 1, max = 4) int staff,
      @ForAll @Size(60) List<Boolean> takes) {
    List<Waiter> line = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      int wish = wishes.get(i);
      line.add(
          new Waiter(
              conversation(i + 1),
              NOW,
              "self",
              "nb",
              wish == 0 ? Optional.empty() : Optional.of(device(wish)),
              NOW,
              Offer.NONE));
    }
    Instant now = NOW;
    Map<DeviceId, Instant> given = new HashMap<>();
    int turn = 0;
    for (int round = 0; round < 60 && !line.isEmpty(); round++) {
      Instant moment = now;
      List<DutyRecord> duty = new ArrayList<>();
      for (int i = 1; i <= staff; i++) {
        duty.add(
            new DutyRecord(device(i), now.plusSeconds(60), now, false, 0, 3, Optional.empty()));
      }
      line.replaceAll(w -> seen(w, moment, w.offer()));
      for (Made made : Offers.next(line, duty, given, now).made()) {
        int at = line.indexOf(of(line, made.conversation()));
        Set<DeviceId> asked = new HashSet<>(line.get(at).offer().asked());
        assertTrue(asked.add(made.device()), "asked twice");
        line.set(
            at,
            seen(line.get(at), now, new Offer(Optional.of(made.device()), made.until(), asked)));
      }
      Waiter head = line.getFirst();
      Optional<DeviceId> standing = head.offer().standing(now);
      DeviceId taker = standing.orElse(device(1));
      assertEquals(Right.MAY, Offers.right(line, taker, head.conversation(), now));
      if (standing.isEmpty()) {
        assertEquals(staff, head.offer().asked().size(), "free only after everybody was asked");
      }
      if (standing.isEmpty() || takes.get(turn++ % takes.size())) {
        given.put(taker, now);
        line.removeFirst();
      }
      now = now.plus(Offers.LONE);
    }
    assertFalse(line.size() == wishes.size(), "nobody was ever taken");
  }

  private static Waiter of(List<Waiter> line, ConversationId id) {
    return line.stream().filter(w -> w.conversation().equals(id)).findFirst().orElseThrow();
  }

  private static Waiter seen(Waiter waiter, Instant now, Offer offer) {
    return new Waiter(
        waiter.conversation(),
        waiter.since(),
        waiter.lane(),
        waiter.language(),
        waiter.wish(),
        now,
        offer);
  }
}
