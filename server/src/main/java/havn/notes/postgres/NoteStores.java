package havn.notes.postgres;

import havn.notes.NoteStore;
import io.vertx.sqlclient.Pool;

/// Opens the store of notes.
public final class NoteStores {

  private NoteStores() {}

  public static NoteStore in(Pool pool) {
    return new PgNoteStore(pool);
  }
}
