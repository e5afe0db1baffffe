package havn.matching;

import static havn.matching.Offers.Right.OFFERED_TO_ANOTHER;
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

  /// Staff come, go, fill up and take breaks; every offer is taken or lapses.
  @Property(tries = 300)
  void everybodyIsReachedInOrderAndNobodyIsAskedTwice(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4) Integer> wishes,
      @ForAll @IntRange(min = 1, max = 4) int staff,
      @ForAll @Size(200) List<@IntRange(max = 5) Integer> fates,
      @ForAll @Size(60) List<Boolean> takes) {
    List<Waiter> line = line(wishes);
    Instant now = NOW;
    Map<DeviceId, Instant> given = new HashMap<>();
    for (int round = 0; round < 60 && !line.isEmpty(); round++) {
      List<DutyRecord> duty = new ArrayList<>();
      for (int i = 1; i <= staff; i++) {
        int fate = round < 50 ? fates.get((round * 4 + i) % fates.size()) : 5;
        if (fate > 0) {
          duty.add(record(i, fate, now));
        }
      }
      Instant moment = now;
      line.replaceAll(w -> seen(w, moment, w.offer()));
      carryOut(Offers.next(line, duty, given, now), line, now);
      List<DeviceId> ready =
          duty.stream().filter(d -> d.ready(moment)).map(DutyRecord::device).toList();
      Waiter head = line.getFirst();
      Optional<DeviceId> standing = head.offer().standing(now);
      assertTrue(ready.containsAll(standing.stream().toList()), "asked somebody who cannot");
      for (DeviceId device : ready) {
        assertEquals(
            standing.isEmpty() || standing.get().equals(device) ? Right.MAY : OFFERED_TO_ANOTHER,
            Offers.right(line, device, head.conversation(), now));
        assertTrue(
            standing.isPresent() || head.offer().asked().contains(device),
            "free for all before everybody ready was asked");
      }
      nobodyIsOvertaken(line, now);
      Optional<DeviceId> taker = standing.or(() -> ready.stream().findFirst());
      if (taker.isPresent() && (round >= 50 || takes.get(round))) {
        given.put(taker.get(), now);
        line.removeFirst();
      }
      now = now.plus(round % 2 == 0 ? Offers.LONE : Offers.USUAL);
    }
    assertTrue(line.size() <= Math.max(0, wishes.size() - 10), "somebody was not reached");
  }

  private static List<Waiter> line(List<Integer> wishes) {
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
    return line;
  }

  /// 1: on a break, 2: full, 3: unsteady, else ready.
  private static DutyRecord record(int number, int fate, Instant now) {
    return new DutyRecord(
        device(number),
        now.plusSeconds(60),
        fate == 3 ? now.minus(DutyRecord.UNSTEADY) : now,
        fate == 1,
        fate == 2 ? 3 : 0,
        3,
        Optional.empty());
  }

  private static void carryOut(Offers.Plan plan, List<Waiter> line, Instant now) {
    for (Made old : plan.withdrawn()) {
      Set<DeviceId> asked = new HashSet<>(of(line, old.conversation()).offer().asked());
      asked.remove(old.device());
      put(line, old, now, new Offer(Optional.empty(), now, asked));
    }
    for (Made shorter : plan.shortened()) {
      Offer offer = of(line, shorter.conversation()).offer();
      assertTrue(shorter.until().isBefore(offer.until()));
      put(line, shorter, now, new Offer(offer.device(), shorter.until(), offer.asked()));
    }
    for (Made made : plan.made()) {
      Set<DeviceId> asked = new HashSet<>(of(line, made.conversation()).offer().asked());
      assertTrue(asked.add(made.device()), "asked twice");
      put(line, made, now, new Offer(Optional.of(made.device()), made.until(), asked));
    }
  }

  private static void put(List<Waiter> line, Made at, Instant now, Offer offer) {
    line.replaceAll(w -> w.conversation().equals(at.conversation()) ? seen(w, now, offer) : w);
  }

  private static void nobodyIsOvertaken(List<Waiter> line, Instant now) {
    boolean unasked = false;
    for (Waiter waiter : line) {
      boolean asked = waiter.offer().standing(now).isPresent();
      assertFalse(unasked && asked && waiter.offer().until().equals(now.plus(Offers.USUAL)));
      unasked = unasked || !asked;
    }
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
