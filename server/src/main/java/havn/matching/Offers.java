package havn.matching;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.duty.StaffedTruth;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Boost;
import havn.line.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides whom of staff each visitor in a line is offered to. Pure.
///
/// In the line's order, every connected visitor is offered to one ready device at a time that is
/// right for them ([Fit]), and every device is asked for one visitor at a time: first the device
/// that the visitor wishes for, then the one that was asked for nobody, and took nobody, for the
/// longest. Whoever stands further back gives up an offer that an earlier one needs. Who was asked
/// already is not asked again for the same visitor; when everybody ready was asked, every one of
/// them may take, and for a minute nobody behind is offered to those who let the earlier one pass.
/// Whom a device cannot serve does not keep it from those behind. Whoever is in danger now may be
/// taken by anybody while another device is asked. While nobody is there who keeps the service
/// open, its volunteers are offered nobody.
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
    /// Another device is being asked, and the visitor is not in danger now.
    OFFERED_TO_ANOTHER,
    /// Somebody whom the same device could take waits longer.
    EARLIER_WAITS,
    /// The device speaks another language, answers another lane, or is not whom they wish for.
    NOT_FOR_THIS_DEVICE
  }

  /// @param line in order
  /// @param duty records of the service
  /// @param lastTurns when each device was last asked or took somebody; absent, not for a day
  public static Plan next(
      List<Waiter> line,
      Collection<DutyRecord> duty,
      Map<DeviceId, Instant> lastTurns,
      Instant now) {
    boolean kept = StaffedTruth.kept(duty, now);
    List<DutyRecord> ready =
        duty.stream()
            .filter(record -> kept && record.ready(now))
            .sorted(
                Comparator.<DutyRecord, Instant>comparing(
                        record -> lastTurns.getOrDefault(record.device(), Instant.EPOCH))
                    .thenComparing(record -> record.device().hex()))
            .toList();
    Round round =
        new Round(ready, now.plus(DutyRecord.alone(duty, now).isPresent() ? LONE : USUAL), now);
    line.forEach(round::keep);
    line.stream().filter(waiter -> waiter.connected(now)).forEach(round::offer);
    return round.plan();
  }

  /// Whether a visitor who is here was asked of somebody, who let them pass a minute ago or more,
  /// and nobody is asked now.
  public static boolean missed(Waiter waiter, DutyRecord by, Instant now) {
    return waiter.connected(now)
        && waiter.offer().passed(now)
        && waiter.offer().asked().contains(by.device())
        && Fit.serves(waiter, by.abilities());
  }

  /// Whether `device` may take `id`, who stands in `line`; whoever does not is refused elsewhere.
  ///
  /// @param able what whoever holds the device can do
  public static Right right(
      List<Waiter> line, DeviceId device, Abilities able, ConversationId id, Instant now) {
    boolean earlier = false;
    for (Waiter waiter : line) {
      Optional<DeviceId> asked = waiter.offer().standing(now);
      boolean another = asked.isPresent() && !asked.get().equals(device);
      boolean served = Fit.serves(waiter, able);
      if (waiter.conversation().equals(id)) {
        if (!served) {
          return Right.NOT_FOR_THIS_DEVICE;
        }
        if (another && waiter.boost() != Boost.DANGER) {
          return Right.OFFERED_TO_ANOTHER;
        }
        return earlier && (another || asked.isEmpty()) ? Right.EARLIER_WAITS : Right.MAY;
      }
      boolean passed = waiter.offer().passed(now) && waiter.offer().asked().contains(device);
      earlier = earlier || (served && waiter.connected(now) && !another && !passed);
    }
    return Right.MAY;
  }
}
