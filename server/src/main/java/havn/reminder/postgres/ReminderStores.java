package havn.reminder.postgres;

import havn.channel.Outbox;
import havn.reminder.ReminderStore;
import havn.reminder.SealedFor;
import havn.reminder.StaffText;
import havn.reminder.VisitTraces;
import io.vertx.sqlclient.Pool;

/// Opens the store of reminders and the outbox of what is sent to staff.
public final class ReminderStores {

  private ReminderStores() {}

  public static ReminderStore in(Pool pool) {
    return new PgReminderStore(pool);
  }

  /// What is left of calls for help.
  public static VisitTraces traces(Pool pool) {
    return new PgVisitTraces(pool);
  }

  /// What waits to be sent to staff.
  public static Outbox<StaffText> outbox(Pool pool, SealedFor sealed) {
    return new PgStaffOutbox(pool, sealed);
  }
}
