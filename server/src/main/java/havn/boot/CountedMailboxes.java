package havn.boot;

import havn.figures.Counted;
import havn.figures.Tally;
import havn.kernel.id.MailboxId;
import havn.letters.Keeping;
import havn.letters.MailboxStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Mailboxes of which is counted how many letters were left.
record CountedMailboxes(MailboxStore all, Tally tally) implements MailboxStore {

  @Override
  public Future<Keeping> leave(NewLetter letter) {
    return all.leave(letter)
        .onSuccess(
            keeping -> {
              if (keeping == Keeping.KEPT) {
                tally.count(letter.service(), Counted.LETTERS);
              }
            });
  }

  @Override
  public Future<Keeping> create(MailboxId mailbox, byte[] note, Instant ends, Instant now) {
    return all.create(mailbox, note, ends, now);
  }

  @Override
  public Future<Optional<Opened>> open(MailboxId mailbox, Instant now) {
    return all.open(mailbox, now);
  }

  @Override
  public Future<Keeping> note(MailboxId mailbox, int version, byte[] note, Instant now) {
    return all.note(mailbox, version, note, now);
  }

  @Override
  public Future<Void> delete(MailboxId mailbox) {
    return all.delete(mailbox);
  }
}
