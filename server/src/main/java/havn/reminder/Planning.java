package havn.reminder;

import havn.channel.Permitted;
import havn.kernel.id.ServiceId;
import havn.shift.Filled;
import havn.shift.SeatRules;
import havn.shift.Shifts;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// Looks who is to be reminded of what, and queues it.
public final class Planning {

  private static final int DAYS = 2;

  private final ReminderStore store;
  private final Shifts shifts;
  private final InstantSource clock;

  public Planning(ReminderStore store, Shifts shifts, InstantSource clock) {
    this.store = store;
    this.shifts = shifts;
    this.clock = clock;
  }

  /// Queues what is due at shifts of these services; answers how many texts.
  public Future<Integer> round(Set<ServiceId> services) {
    Instant now = clock.instant();
    return shifts
        .coming(services, DAYS)
        .compose(coming -> store.queueShifts(due(coming, now), now))
        .compose(
            queued ->
                store.queueChanges(now, Permitted.next(now)).map(changes -> queued + changes));
  }

  /// Seats that nobody has confirmed, from 24 hours before, at the next moment texts may go out:
  /// the one before could ask for what cannot be confirmed yet. Where that is not before the shift
  /// begins, nobody is reminded.
  static List<ReminderStore.Due> due(List<Filled> coming, Instant now) {
    Instant next = Permitted.next(now);
    return coming.stream()
        .filter(shift -> within(SeatRules.CONFIRM_FROM, shift.occurrence().start(), now))
        .filter(shift -> next.isBefore(shift.occurrence().start()))
        .flatMap(
            shift ->
                shift.seats().stream()
                    .filter(seat -> !seat.confirmed())
                    .filter(seat -> shift.plan().suits(seat.holder()))
                    .map(
                        seat ->
                            new ReminderStore.Due(
                                seat.holder().id(), shift.occurrence().start(), next)))
        .toList();
  }

  private static boolean within(Duration time, Instant start, Instant now) {
    return now.isBefore(start) && !now.isBefore(start.minus(time));
  }
}
