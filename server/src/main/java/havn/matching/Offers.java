package havn.matching;

import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Offer;
import havn.line.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides whom of staff each visitor in a line is offered to. Pure.
///
/// In the line's order, every connected visitor is offered to one ready device at a time, and every
/// device is asked for one visitor at a time: first the device that the visitor wishes for, then
/// the one that was asked for nobody, and took nobody, for the longest. Who was asked already is
/// not asked again for the
/// same visitor; when everybody ready was asked, everybody may take. Nobody behind somebody who is
/// connected and asked to nobody is offered, so that nobody is overtaken.
public final class Offers {

  /// How long one device is asked before the next.
  public static final Duration USUAL = Duration.ofSeconds(20);

  /// The same when nobody else is on duty: they may be on a phone in a pocket.
  public static final Duration LONE = Duration.ofMinutes(3);

  private Offers() {}

  /// What is to change.
  ///
  /// @param withdrawn offers to devices that can take nobody any more
  /// @param shortened offers for somebody who was alone on duty and is so no more
  /// @param made new offers, in the order of the line
  public record Plan(List<Made> withdrawn, List<Made> shortened, List<Made> made) {

    public Plan {
      withdrawn = List.copyOf(withdrawn);
      shortened = List.copyOf(shortened);
      made = List.copyOf(made);
    }

    public boolean isEmpty() {
      return withdrawn.isEmpty() && shortened.isEmpty() && made.isEmpty();
    }
  }

  /// @param until when the offer lapses
  public record Made(ConversationId conversation, DeviceId device, Instant until) {}

  /// Whether a device may take somebody.
  public enum Right {
    MAY,
    /// Another device is being asked.
    OFFERED_TO_ANOTHER,
    /// Somebody whom the same device could take waits longer.
    EARLIER_WAITS
  }

  /// @param line in order
  /// @param duty records of the service
  /// @param lastTurns when each device was last asked or took somebody; absent, not for a day
  public static Plan next(
      List<Waiter> line,
      Collection<DutyRecord> duty,
      Map<DeviceId, Instant> lastTurns,
      Instant now) {
    List<DeviceId> free =
        new ArrayList<>(
            duty.stream()
                .filter(record -> record.ready(now))
                .map(DutyRecord::device)
                .sorted(
                    Comparator.<DeviceId, Instant>comparing(
                            device -> lastTurns.getOrDefault(device, Instant.EPOCH))
                        .thenComparing(DeviceId::hex))
                .toList());
    Instant until = now.plus(isLone(duty, now) ? LONE : USUAL);
    List<Made> withdrawn = new ArrayList<>();
    List<Made> shortened = new ArrayList<>();
    Set<ConversationId> standing = new HashSet<>();
    Set<DeviceId> ready = Set.copyOf(free);
    for (Waiter waiter : line) {
      Optional<DeviceId> asked = waiter.offer().standing(now);
      if (asked.isPresent() && !ready.contains(asked.get())) {
        withdrawn.add(new Made(waiter.conversation(), asked.get(), now));
      } else if (asked.isPresent()) {
        standing.add(waiter.conversation());
        free.remove(asked.get());
        if (waiter.offer().until().isAfter(until)) {
          shortened.add(new Made(waiter.conversation(), asked.get(), until));
        }
      }
    }
    List<Made> made = new ArrayList<>();
    for (Waiter waiter : line) {
      if (waiter.connected(now) && !standing.contains(waiter.conversation())) {
        Optional<DeviceId> device = choose(waiter, free);
        if (device.isEmpty()) {
          break;
        }
        free.remove(device.get());
        made.add(new Made(waiter.conversation(), device.get(), until));
      }
    }
    return new Plan(withdrawn, shortened, made);
  }

  private static boolean isLone(Collection<DutyRecord> duty, Instant now) {
    return duty.stream().filter(record -> record.present(now) && !record.onBreak()).count() == 1;
  }

  private static Optional<DeviceId> choose(Waiter waiter, List<DeviceId> free) {
    Set<DeviceId> asked = waiter.offer().asked();
    if (asked.size() >= Offer.MOST_ASKED) {
      return Optional.empty();
    }
    return waiter
        .wish()
        .filter(wished -> free.contains(wished) && !asked.contains(wished))
        .or(() -> free.stream().filter(device -> !asked.contains(device)).findFirst());
  }

  /// Whether `device` may take `id`, who stands in `line`; whoever does not is refused elsewhere.
  public static Right right(List<Waiter> line, DeviceId device, ConversationId id, Instant now) {
    boolean earlier = false;
    for (Waiter waiter : line) {
      Optional<DeviceId> asked = waiter.offer().standing(now);
      boolean another = asked.isPresent() && !asked.get().equals(device);
      if (waiter.conversation().equals(id)) {
        if (another) {
          return Right.OFFERED_TO_ANOTHER;
        }
        return earlier ? Right.EARLIER_WAITS : Right.MAY;
      }
      earlier = earlier || (waiter.connected(now) && !another);
    }
    return Right.MAY;
  }
}
