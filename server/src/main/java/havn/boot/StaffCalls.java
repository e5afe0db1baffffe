package havn.boot;

import havn.duty.Calls;
import havn.kernel.id.StaffId;
import havn.reminder.Reminder;
import havn.reminder.ReminderStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Calls by a text, which the channels role sends. Where there is no such role nobody has a number,
/// so nobody is reached.
record StaffCalls(ReminderStore store, InstantSource clock) implements Calls {

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
}
