package havn.matching;

import havn.duty.DutyRecord;
import havn.line.Waiter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Decides whom of those with a locked phone a text is to bring back: whoever could take somebody
/// whom nobody who is there has room for, and whom they did not let pass, or did a minute ago or
/// more: nobody who is there can be asked. Pure.
final class Summons {

  private Summons() {}

  /// @param line at most 220
  /// @param duty records of the service
  static List<DutyRecord> of(List<Waiter> line, Collection<DutyRecord> duty, Instant now) {
    List<Waiter> forNobody =
        line.stream()
            .filter(waiter -> waiter.connected(now))
            .filter(waiter -> duty.stream().noneMatch(there -> takes(there, waiter, now)))
            .toList();
    return duty.stream()
        .filter(silent -> silent.callable(now))
        .filter(
            silent ->
                forNobody.stream()
                    .anyMatch(
                        waiter -> couldTake(silent, waiter) || Offers.missed(waiter, silent, now)))
        .toList();
  }

  private static boolean takes(DutyRecord there, Waiter waiter, Instant now) {
    return there.ready(now) && Fit.serves(waiter, there.abilities());
  }

  private static boolean couldTake(DutyRecord silent, Waiter waiter) {
    return Fit.serves(waiter, silent.abilities())
        && !waiter.offer().asked().contains(silent.device());
  }
}
