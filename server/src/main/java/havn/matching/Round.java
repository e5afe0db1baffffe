package havn.matching;

import static java.util.Objects.requireNonNull;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Offer;
import havn.line.Waiter;
import havn.matching.Offers.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One look at a line: what stands, what is withdrawn, what is offered anew.
final class Round {

  private final Set<DeviceId> ready;
  private final Instant until;
  private final Instant now;
  private final List<DeviceId> free;
  /// Offers that stand for those whom this round has not come to.
  private final SequencedMap<ConversationId, DeviceId> standing = new LinkedHashMap<>();
  private final List<Made> withdrawn = new ArrayList<>();
  private final List<Made> shortened = new ArrayList<>();
  private final List<Made> made = new ArrayList<>();

  /// Whether somebody in front keeps those behind from being offered.
  private boolean held;

  /// @param ready devices that can take somebody, the one to ask first in front
  /// @param until when an offer made now lapses
  Round(List<DeviceId> ready, Instant until, Instant now) {
    this.ready = Set.copyOf(ready);
    this.free = new ArrayList<>(ready);
    this.until = until;
    this.now = now;
  }

  /// Keeps the offer that stands for this visitor, if both ends are still there.
  void keep(Waiter waiter) {
    Optional<DeviceId> asked = waiter.offer().standing(now);
    if (asked.isEmpty()) {
      return;
    }
    if (!waiter.connected(now) || !ready.contains(asked.get())) {
      withdrawn.add(new Made(waiter.conversation(), asked.get(), now));
      return;
    }
    standing.put(waiter.conversation(), asked.get());
    free.remove(asked.get());
    if (waiter.offer().until().isAfter(until)) {
      shortened.add(new Made(waiter.conversation(), asked.get(), until));
    }
  }

  /// Offers this visitor to somebody, unless those in front hold them; called in the line's order.
  void offer(Waiter waiter) {
    if (standing.remove(waiter.conversation()) != null) {
      return;
    }
    if (held) {
      fromBehind(waiter).forEach(this::takeBack);
      return;
    }
    Optional<DeviceId> device =
        choose(waiter).or(() -> fromBehind(waiter).stream().findFirst().map(this::takeBack));
    device.ifPresent(
        chosen -> {
          free.remove(chosen);
          made.add(new Made(waiter.conversation(), chosen, until));
        });
    held = device.isEmpty() && !waiter.offer().passed(now);
  }

  Offers.Plan plan() {
    return new Offers.Plan(withdrawn, shortened, made);
  }

  private Optional<DeviceId> choose(Waiter waiter) {
    return waiter
        .wish()
        .filter(wished -> free.contains(wished) && canAsk(waiter, wished))
        .or(() -> free.stream().filter(device -> canAsk(waiter, device)).findFirst());
  }

  /// Those further back whose offer this one could have, the last first.
  private List<ConversationId> fromBehind(Waiter waiter) {
    return standing.reversed().entrySet().stream()
        .filter(behind -> canAsk(waiter, behind.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private DeviceId takeBack(ConversationId conversation) {
    DeviceId device = requireNonNull(standing.remove(conversation));
    shortened.removeIf(shorter -> shorter.conversation().equals(conversation));
    withdrawn.add(new Made(conversation, device, now));
    return device;
  }

  private static boolean canAsk(Waiter waiter, DeviceId device) {
    Set<DeviceId> asked = waiter.offer().asked();
    return asked.size() < Offer.MOST_ASKED && !asked.contains(device);
  }
}
