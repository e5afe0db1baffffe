package havn.journal.postgres;

import havn.journal.Journal;
import io.vertx.sqlclient.Pool;

/// Opens the journal.
public final class JournalStores {

  private JournalStores() {}

  public static Journal journal(Pool pool) {
    return new PgJournal(pool);
  }
}
