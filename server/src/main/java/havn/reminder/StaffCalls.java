package havn.reminder;

import havn.alarm.Alarm;
import havn.alarm.AlarmRules;
import havn.duty.Calls;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Calls by a text, which the channels role sends. Where there is no such role nobody has a number,
/// so nobody is reached.
public record StaffCalls(ReminderStore store, InstantSource clock) implements Calls {

  @Override
  public Future<Boolean> reaches(StaffId who) {
    return store
        .find(who)
        .map(
            found ->
                found.filter(r -> r.confirmed().isPresent()).filter(Reminder::offers).isPresent());
  }

  @Override
  public Future<Optional<Instant>> somebodyWaits(StaffId who) {
    Instant now = clock.instant();
    return store.queueOffer(who, now).compose(queued -> store.lastOffer(who, now));
  }

  @Override
  public Future<Void> somebodyNeedsHelp(Set<StaffId> who, Danger danger) {
    Instant now = clock.instant();
    Alarm alarm = AlarmRules.called(danger, who, now);
    return store.queueAlarms(Kind.of(alarm), List.of(alarm), now, now).mapEmpty();
  }
}
