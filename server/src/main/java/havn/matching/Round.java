package havn.matching;

import static java.util.Objects.requireNonNull;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Offer;
import havn.line.Waiter;
import havn.matching.Offers.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One look at a line: what stands, what is withdrawn, what is offered anew.
final class Round {

  private final Map<DeviceId, Abilities> ready;
  private final Instant until;
  private final Instant now;
  private final List<DeviceId> free;
  /// Offers that stand for those whom this round has not come to.
  private final SequencedMap<ConversationId, DeviceId> standing = new LinkedHashMap<>();
  private final List<Made> withdrawn = new ArrayList<>();
  private final List<Made> shortened = new ArrayList<>();
  private final List<Made> made = new ArrayList<>();

  /// Devices that somebody in front keeps from those behind.
  private final Set<DeviceId> held = new HashSet<>();

  /// @param ready devices that can take somebody, the one to ask first in front
  /// @param until when an offer made now lapses
  Round(List<DutyRecord> ready, Instant until, Instant now) {
    this.ready =
        ready.stream().collect(Collectors.toMap(DutyRecord::device, DutyRecord::abilities));
    this.free = new ArrayList<>(ready.stream().map(DutyRecord::device).toList());
    this.until = until;
    this.now = now;
  }

  /// Keeps the offer that stands for this visitor, if both ends are still there.
  void keep(Waiter waiter) {
    Optional<DeviceId> asked = waiter.offer().standing(now);
    if (asked.isEmpty()) {
      return;
    }
    if (!waiter.connected(now) || !serves(waiter, asked.get())) {
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
    Optional<DeviceId> device =
        choose(waiter)
            .or(
                () ->
                    fromBehind(waiter)
                        .filter(behind -> !held.contains(behind.getValue()))
                        .findFirst()
                        .map(behind -> takeBack(behind.getKey())));
    if (device.isPresent()) {
      free.remove(device.get());
      made.add(new Made(waiter.conversation(), device.get(), until));
      return;
    }
    fromBehind(waiter).map(Map.Entry::getKey).toList().forEach(this::takeBack);
    if (!waiter.offer().passed(now)) {
      ready.keySet().stream().filter(able -> serves(waiter, able)).forEach(held::add);
    }
  }

  Offers.Plan plan() {
    return new Offers.Plan(withdrawn, shortened, made);
  }

  private Optional<DeviceId> choose(Waiter waiter) {
    List<DeviceId> able =
        free.stream().filter(device -> !held.contains(device) && canAsk(waiter, device)).toList();
    return waiter
        .wish()
        .filter(able::contains)
        .or(
            () ->
                able.stream()
                    .filter(device -> suits(waiter, device) && isPreferred(waiter, device))
                    .findFirst())
        .or(() -> able.stream().filter(device -> suits(waiter, device)).findFirst())
        .or(() -> able.stream().findFirst());
  }

  /// Offers further back that this one could have, the last first.
  private Stream<Map.Entry<ConversationId, DeviceId>> fromBehind(Waiter waiter) {
    return List.copyOf(standing.reversed().entrySet()).stream()
        .filter(behind -> canAsk(waiter, behind.getValue()));
  }

  private DeviceId takeBack(ConversationId conversation) {
    DeviceId device = requireNonNull(standing.remove(conversation));
    shortened.removeIf(shorter -> shorter.conversation().equals(conversation));
    withdrawn.add(new Made(conversation, device, now));
    return device;
  }

  private boolean canAsk(Waiter waiter, DeviceId device) {
    Set<DeviceId> asked = waiter.offer().asked();
    return asked.size() < Offer.MOST_ASKED && !asked.contains(device) && serves(waiter, device);
  }

  private boolean serves(Waiter waiter, DeviceId device) {
    Abilities able = ready.get(device);
    return able != null && Fit.serves(waiter, able);
  }

  private boolean isPreferred(Waiter waiter, DeviceId device) {
    Abilities able = ready.get(device);
    return able != null && Fit.isPreferred(waiter, able);
  }

  private boolean suits(Waiter waiter, DeviceId device) {
    Abilities able = ready.get(device);
    return able != null && Fit.suits(waiter, able);
  }
}
