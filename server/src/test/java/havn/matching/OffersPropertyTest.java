package havn.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import havn.matching.Offers.Plan;
import havn.matching.Offers.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/// Lines and duties of all shapes, played to their end: visitors lose and find their connection,
/// staff come, go, fill up and take breaks, offers are taken, let pass or taken out of turn.
class OffersPropertyTest {

  private static final int ROUNDS = 40;

  private final List<Waiter> line = new ArrayList<>();
  private final Map<DeviceId, Instant> turns = new HashMap<>();
  private final Map<DeviceId, Abilities> abilities = new HashMap<>();
  private List<DutyRecord> duty = List.of();
  private Instant now = Instant.parse("2026-11-20T19:00:00Z");

  @BeforeTry
  void startAnew() {
    line.clear();
    turns.clear();
    abilities.clear();
  }

  @Property(tries = 500)
  void everybodyIsReachedInOrderAndNobodyIsOvertaken(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 4) Integer> wishes,
      @ForAll @IntRange(min = 1, max = 4) int staff,
      @ForAll @Size(min = 60, max = 200) List<@IntRange(max = 59) Integer> script) {
    wishes.forEach(this::ring);
    play(staff, script);
    everybodyLeftIsTakenAsSoonAsOneIsFree(staff);
  }

  /// The same with people who speak this or that, answer some lanes and are wished for or not.
  @Property(tries = 500)
  void nobodyIsMatchedAgainstWhatTheyHoldToAndNobodyIsOvertaken(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 63) Integer> wants,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 63) Integer> can,
      @ForAll @Size(min = 60, max = 200) List<@IntRange(max = 59) Integer> script) {
    for (int i = 0; i < can.size(); i++) {
      abilities.put(device(i + 1), abilities(can.get(i)));
    }
    wants.forEach(this::ringWanting);
    play(can.size(), script);
  }

  private void play(int staff, List<Integer> script) {
    int[] next = {0};
    IntUnaryOperator dice = faces -> script.get(next[0]++ % script.size()) % faces;
    for (int round = 0; round < ROUNDS && !line.isEmpty(); round++) {
      duty = staffOf(staff, dice);
      line.replaceAll(w -> dice.applyAsInt(5) == 0 ? w : with(w, now, w.offer()));
      look();
      somebodyTakes(dice);
      now = now.plusSeconds(new int[] {1, 10, 20, 61, 180}[dice.applyAsInt(5)]);
    }
  }

  private void everybodyLeftIsTakenAsSoonAsOneIsFree(int staff) {
    for (int left = line.size(); left > 0; left--) {
      duty = staffOf(staff, faces -> faces - 1);
      line.replaceAll(w -> with(w, now, w.offer()));
      look();
      DeviceId taker = line.getFirst().offer().standing(now).orElse(device(1));
      assertEquals(Right.MAY, right(taker, line.getFirst()), "nobody can take the first");
      line.removeFirst();
      now = now.plusSeconds(1);
    }
  }

  private void look() {
    Plan plan = Offers.next(line, duty, turns, now);
    List<Waiter> before = List.copyOf(line);
    carryOut(plan);
    everyOfferIsBetweenTwoWhoAreThere();
    nobodyConnectedWaitsBehindAnOfferTheyCouldHave();
    plan.made().forEach(made -> isMadeInTheOrderOfTheLine(made, before));
    Plan again = Offers.next(line, duty, turns, now);
    assertTrue(again.isEmpty(), "a second look changes nothing: " + again);
  }

  private void everyOfferIsBetweenTwoWhoAreThere() {
    Set<DeviceId> asked = new HashSet<>();
    for (Waiter waiter : line) {
      waiter
          .offer()
          .standing(now)
          .ifPresent(
              device -> {
                assertTrue(waiter.connected(now), "offered while away");
                assertTrue(ready().contains(device), "asked somebody who cannot");
                assertTrue(fits(device, waiter), "asked somebody who is not right for them");
                assertTrue(asked.add(device), "asked for two at once");
                assertFalse(waiter.offer().until().isAfter(now.plus(longest())), "asked too long");
                assertEquals(Right.MAY, right(device, waiter), "asked and refused");
              });
    }
  }

  /// The heart of it: whoever is ready, and was not asked for somebody, stands for no one later.
  private void nobodyConnectedWaitsBehindAnOfferTheyCouldHave() {
    for (int i = 0; i < line.size(); i++) {
      Waiter waiter = line.get(i);
      if (!waiter.connected(now) || waiter.offer().standing(now).isPresent()) {
        continue;
      }
      List<Waiter> earlier = line.subList(0, i);
      List<Waiter> later = line.subList(i + 1, line.size());
      for (DeviceId device : ready()) {
        if (!fits(device, waiter)) {
          assertEquals(Right.NOT_FOR_THIS_DEVICE, right(device, waiter), "taken all the same");
          continue;
        }
        boolean held = earlier.stream().anyMatch(w -> holds(w) && fits(device, w));
        boolean busy = earlier.stream().anyMatch(w -> standsFor(w, device));
        boolean had = waiter.offer().asked().contains(device);
        assertTrue(busy || had || held, "could have been asked for this one");
        if (!had) {
          assertTrue(later.stream().noneMatch(w -> right(device, w) == Right.MAY), "overtaken");
        }
        if (!busy && earlier.stream().noneMatch(w -> w.connected(now) && fits(device, w))) {
          assertEquals(Right.MAY, right(device, waiter), "the first whom nobody is asked for");
        }
      }
    }
  }

  /// Whether somebody whom all let pass holds those behind for the first minute.
  private boolean holds(Waiter waiter) {
    return waiter.connected(now)
        && waiter.offer().standing(now).isEmpty()
        && now.isBefore(waiter.offer().until().plus(Offer.HOLDS));
  }

  private void isMadeInTheOrderOfTheLine(Made made, List<Waiter> before) {
    Waiter waiter = of(before, made.conversation());
    assertEquals(now.plus(longest()), made.until());
    waiter
        .wish()
        .filter(wished -> ready().contains(wished) && !wished.equals(made.device()))
        .filter(wished -> !waiter.offer().asked().contains(wished))
        .ifPresent(
            wished ->
                assertTrue(
                    line.stream().anyMatch(w -> standsFor(w, wished)), "the wished one is free"));
  }

  private void somebodyTakes(IntUnaryOperator dice) {
    if (line.isEmpty() || ready().isEmpty() || dice.applyAsInt(2) == 0) {
      return;
    }
    Waiter wanted = line.get(dice.applyAsInt(line.size()));
    DeviceId device = ready().get(dice.applyAsInt(ready().size()));
    if (right(device, wanted) == Right.MAY) {
      assertTrue(fits(device, wanted), "matched against what they hold to");
      turns.put(device, now);
      line.remove(wanted);
    }
  }

  private Duration longest() {
    long here = duty.stream().filter(d -> d.present(now) && !d.onBreak()).count();
    return here == 1 ? Offers.LONE : Offers.USUAL;
  }

  private List<DeviceId> ready() {
    return duty.stream().filter(d -> d.ready(now)).map(DutyRecord::device).toList();
  }

  private boolean standsFor(Waiter waiter, DeviceId device) {
    return waiter.offer().standing(now).equals(Optional.of(device));
  }

  private Right right(DeviceId device, Waiter waiter) {
    return Offers.right(line, device, of(device), waiter.conversation(), now);
  }

  private void ring(int wish) {
    line.add(
        new Waiter(
            new ConversationId("%032x".formatted(line.size() + 1)),
            now,
            "self",
            "nb",
            wish == 0 ? Optional.empty() : Optional.of(device(wish)),
            Boost.NONE,
            now,
            Offer.NONE,
            Wants.NOTHING));
  }

  private Abilities of(DeviceId device) {
    return abilities.getOrDefault(device, Abilities.speaking("nb"));
  }

  /// Bit by bit: Norwegian, Thai, one lane only, which one, woman, nurse.
  private static Abilities abilities(int bits) {
    return new Abilities(
        words(bits & 3, "nb", "th"),
        (bits & 4) == 0 ? Set.of() : Set.of((bits & 8) == 0 ? "self" : "professional"),
        words(bits >> 4, "gender:woman", "profession:nurse"));
  }

  /// Bit by bit: language, lane, a wish for a woman, for a nurse, whether each of them and the
  /// language are given up.
  private void ringWanting(int bits) {
    Set<String> relaxed = new HashSet<>();
    if ((bits & 16) != 0) {
      relaxed.addAll(Set.of("gender", "language:nb"));
    }
    if ((bits & 32) != 0) {
      relaxed.add("profession");
    }
    line.add(
        new Waiter(
            new ConversationId("%032x".formatted(line.size() + 1)),
            now,
            (bits & 2) == 0 ? "self" : "professional",
            (bits & 1) == 0 ? "nb" : "th",
            Optional.empty(),
            bits == 63 ? Boost.DANGER : Boost.NONE,
            now,
            Offer.NONE,
            new Wants(words(bits >> 2 & 3, "gender:woman", "profession:nurse"), relaxed, 0)));
  }

  private static Set<String> words(int bits, String first, String second) {
    Set<String> words = new HashSet<>();
    if ((bits & 1) != 0) {
      words.add(first);
    }
    if ((bits & 2) != 0) {
      words.add(second);
    }
    return words;
  }

  /// Written out a second time, so that it is not the code under test that says what is right.
  private boolean fits(DeviceId device, Waiter waiter) {
    Abilities able = of(device);
    Set<String> gave = waiter.wants().relaxed();
    boolean language =
        able.languages().contains(waiter.language())
            || gave.contains("language:nb") && able.languages().contains("nb");
    boolean lane = able.lanes().isEmpty() || able.lanes().contains(waiter.lane());
    return waiter.boost() == Boost.DANGER
        || language && lane && met(waiter, able, "gender") && met(waiter, able, "profession");
  }

  private static boolean met(Waiter waiter, Abilities able, String kind) {
    return waiter.wants().relaxed().contains(kind)
        || waiter.wants().traits().stream()
            .filter(trait -> trait.startsWith(kind))
            .allMatch(able.traits()::contains);
  }

  /// 0: away, 1: on a break, 2: full, 3: unsteady, else ready.
  private List<DutyRecord> staffOf(int staff, IntUnaryOperator dice) {
    List<DutyRecord> records = new ArrayList<>();
    for (int number = 1; number <= staff; number++) {
      int fate = dice.applyAsInt(8);
      if (fate > 0) {
        records.add(
            new DutyRecord(
                device(number),
                now.plusSeconds(60),
                fate == 3 ? now.minus(DutyRecord.UNSTEADY) : now,
                fate == 1,
                fate == 2 ? 3 : 0,
                3,
                true,
                Optional.empty(),
                of(device(number))));
      }
    }
    return records;
  }

  private void carryOut(Plan plan) {
    for (Made old : plan.withdrawn()) {
      Offer offer = of(line, old.conversation()).offer();
      Set<DeviceId> asked = new HashSet<>(offer.asked());
      asked.remove(old.device());
      Offer left = new Offer(Optional.empty(), offer.until(), asked);
      put(old, asked.isEmpty() ? Offer.NONE : left);
    }
    for (Made shorter : plan.shortened()) {
      Offer offer = of(line, shorter.conversation()).offer();
      assertTrue(shorter.until().isBefore(offer.until()));
      put(shorter, new Offer(offer.device(), shorter.until(), offer.asked()));
    }
    for (Made made : plan.made()) {
      Set<DeviceId> asked = new HashSet<>(of(line, made.conversation()).offer().asked());
      assertTrue(asked.add(made.device()), "asked twice");
      put(made, new Offer(Optional.of(made.device()), made.until(), asked));
      turns.put(made.device(), now);
    }
  }

  private void put(Made at, Offer offer) {
    line.replaceAll(w -> w.conversation().equals(at.conversation()) ? with(w, w.seen(), offer) : w);
  }

  private static Waiter of(List<Waiter> line, ConversationId id) {
    return line.stream().filter(w -> w.conversation().equals(id)).findFirst().orElseThrow();
  }

  private static Waiter with(Waiter waiter, Instant seen, Offer offer) {
    return new Waiter(
        waiter.conversation(),
        waiter.since(),
        waiter.lane(),
        waiter.language(),
        waiter.wish(),
        waiter.boost(),
        seen,
        offer,
        waiter.wants());
  }

  private static DeviceId device(int number) {
    return new DeviceId("%032x".formatted(number));
  }
}
