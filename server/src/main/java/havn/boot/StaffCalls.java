package havn.boot;

import havn.duty.Calls;
import havn.kernel.id.StaffId;
import havn.reminder.Reminder;
import havn.reminder.ReminderStore;
import io.vertx.core.Future;
import java.time.InstantSource;

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
  public Future<Called> somebodyWaits(StaffId who) {
    return store
        .queueOffer(who, clock.instant())
        .compose(
            queued ->
                queued
                    ? Future.succeededFuture(Called.TOLD)
                    : reaches(who).map(can -> can ? Called.TOLD_LATELY : Called.NOT_REACHED));
  }
}
