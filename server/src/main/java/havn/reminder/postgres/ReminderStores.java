package havn.reminder.postgres;

import havn.reminder.ReminderStore;
import io.vertx.sqlclient.Pool;

/// Opens the store of reminders.
public final class ReminderStores {

  private ReminderStores() {}

  public static ReminderStore in(Pool pool) {
    return new PgReminderStore(pool);
  }
}
