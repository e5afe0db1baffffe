package havn.letters.postgres;

import havn.letters.Expiry;
import havn.letters.FileStore;
import havn.letters.LetterStore;
import havn.letters.MailboxKeyStore;
import havn.letters.MailboxStore;
import io.vertx.sqlclient.Pool;

/// Opens the stores of what is left for later.
public final class LetterStores {

  private LetterStores() {}

  public static MailboxStore mailboxes(Pool pool) {
    return new PgMailboxStore(pool);
  }

  public static LetterStore letters(Pool pool) {
    return new PgLetterStore(pool);
  }

  public static FileStore files(Pool pool) {
    return new PgFileStore(pool);
  }

  public static MailboxKeyStore keys(Pool pool) {
    return new PgMailboxKeyStore(pool);
  }

  public static Expiry expiry(Pool pool) {
    return new PgExpiry(pool);
  }
}
