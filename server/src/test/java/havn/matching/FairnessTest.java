package havn.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How a hundred hours of chats spread over five people who are there all the time and can do the
/// same. The figures stand in `docs/measures.md`.
class FairnessTest {

  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int LOOKS = (int) Duration.ofHours(100).dividedBy(LOOK);
  private static final int ROOM = 3;

  private final SplittableRandom random = new SplittableRandom(20_261_123);
  private final List<DeviceId> staff = Stream.generate(DeviceId::fresh).limit(5).toList();
  private final Map<DeviceId, List<Instant>> chats = new HashMap<>();
  private final Map<DeviceId, Integer> taken = new HashMap<>();
  private final Map<DeviceId, Instant> turns = new HashMap<>();
  private final List<Waiter> line = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  /// Between twelve and thirteen an hour, each of 5 to 45 minutes.
  private static final int ONE_IN = 58;

  @Test
  void whoeverIsThereAsLongAsOthersGetsAsManyChats() {
    IntSummaryStatistics each = spread(0);
    assertTrue(each.getSum() > 1_000, each::toString);
    assertTrue(each.getMax() - each.getMin() <= each.getAverage() / 50, each::toString);
  }

  @Test
  void whoeverLetsSomebodyPassNowAndThenGetsFewerByWhatTheyLetPassAndNoMore() {
    IntSummaryStatistics each = spread(10);
    assertTrue(each.getMax() - each.getMin() <= each.getAverage() / 5, each::toString);
  }

  /// @param passes of a hundred times that the first of them is asked, so many are let pass
  private IntSummaryStatistics spread(int passes) {
    for (int look = 0; look < LOOKS; look++) {
      now = now.plus(LOOK);
      chats.values().forEach(all -> all.removeIf(end -> !end.isAfter(now)));
      if (random.nextInt(ONE_IN) == 0) {
        line.add(rings());
      }
      asked(passes);
      offers();
    }
    assertEquals(Set.copyOf(staff), taken.keySet(), "everybody had some");
    return taken.values().stream().mapToInt(Integer::intValue).summaryStatistics();
  }

  private Waiter rings() {
    return waits(ConversationId.fresh(), now, Offer.NONE);
  }

  private Waiter waits(ConversationId id, Instant since, Offer offer) {
    return new Waiter(
        id, since, "self", "nb", Optional.empty(), Boost.NONE, now, offer, Wants.NOTHING);
  }

  /// Whoever is asked takes at the next look, or lets pass.
  private void asked(int passes) {
    for (Waiter waiter : List.copyOf(line)) {
      Optional<DeviceId> device = waiter.offer().standing(now);
      boolean lets =
          device.filter(staff.getFirst()::equals).isPresent() && random.nextInt(100) < passes;
      if (device.isPresent() && !lets) {
        line.remove(waiter);
        Instant end = now.plus(Duration.ofMinutes(random.nextInt(5, 46)));
        chats.computeIfAbsent(device.get(), none -> new ArrayList<>()).add(end);
        taken.merge(device.get(), 1, Integer::sum);
        turns.put(device.get(), now);
      } else if (lets) {
        Offer passed = new Offer(Optional.empty(), now, waiter.offer().asked());
        line.set(line.indexOf(waiter), waits(waiter.conversation(), waiter.since(), passed));
      }
    }
    line.replaceAll(one -> waits(one.conversation(), one.since(), one.offer()));
  }

  private void offers() {
    List<DutyRecord> duty = staff.stream().map(this::record).toList();
    for (Offers.Made made : Offers.next(line, duty, turns, now).made()) {
      turns.put(made.device(), now);
      line.replaceAll(
          waiter ->
              waiter.conversation().equals(made.conversation()) ? with(waiter, made) : waiter);
    }
  }

  private Waiter with(Waiter waiter, Offers.Made made) {
    Set<DeviceId> asked = new HashSet<>(waiter.offer().asked());
    asked.add(made.device());
    Offer offer = new Offer(Optional.of(made.device()), made.until(), asked);
    return waits(waiter.conversation(), waiter.since(), offer);
  }

  private DutyRecord record(DeviceId device) {
    int load = chats.getOrDefault(device, List.of()).size();
    return new DutyRecord(device, now.plusSeconds(60), now, false, load, ROOM, Optional.empty());
  }
}
