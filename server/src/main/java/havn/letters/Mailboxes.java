package havn.letters;

import havn.admission.Passes;
import havn.hours.OpeningHours;
import havn.kernel.id.LetterId;
import havn.kernel.id.MailboxId;
import havn.kernel.secret.Secret;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Carries out what the holder of a return code signed. The nonce is taken and the signature
/// checked before a mailbox is looked for, so that a wrong code meets one and the same path.
public final class Mailboxes {

  private final Nonces nonces;
  private final MailboxStore store;
  private final Passes passes;
  private final ServiceBook services;
  private final InstantSource clock;

  public Mailboxes(
      Nonces nonces, MailboxStore store, Passes passes, ServiceBook services, InstantSource clock) {
    this.nonces = nonces;
    this.passes = passes;
    this.store = store;
    this.services = services;
    this.clock = clock;
  }

  /// An act as it came.
  @SuppressWarnings("ArrayRecordComponent")
  public record Signed(
      MailboxId mailbox, Secret nonce, String act, byte[] body, byte[] signature) {}

  /// What became of an act.
  public sealed interface Outcome {
    /// The nonce is used up or was none, or the signature is another's.
    record NotSigned() implements Outcome {}

    /// Properly signed, and not a body that this act has.
    record Malformed() implements Outcome {}

    record Done() implements Outcome {}

    record Opened(MailboxStore.Opened mailbox) implements Outcome {}

    /// The pass is bound to nothing.
    record Passed(Secret pass) implements Outcome {}

    record Left(LetterId letter, Instant ends) implements Outcome {}

    /// Never with `KEPT`.
    record Refused(Keeping why) implements Outcome {}
  }

  /// A fresh nonce to sign one act with.
  public Future<Secret> nonce() {
    return nonces.issue();
  }

  public Future<Outcome> perform(Signed signed) {
    return nonces
        .take(signed.nonce())
        .compose(
            good -> {
              if (!good || !holds(signed)) {
                return Future.succeededFuture(new Outcome.NotSigned());
              }
              Optional<MailboxAct> act = MailboxActs.read(signed.act(), signed.body());
              return act.isEmpty()
                  ? Future.succeededFuture(new Outcome.Malformed())
                  : perform(signed.mailbox(), act.get());
            });
  }

  private static boolean holds(Signed signed) {
    return MailboxActs.signed(
        signed.mailbox(), signed.nonce().bytes(), signed.act(), signed.body(), signed.signature());
  }

  private Future<Outcome> perform(MailboxId mailbox, MailboxAct act) {
    Instant now = clock.instant();
    return switch (act) {
      case MailboxAct.Create create ->
          store
              .create(mailbox, create.note(), now.plus(Bounds.EMPTY_MAILBOX), now)
              .map(Mailboxes::told);
      case MailboxAct.Open open -> store.open(mailbox, now).map(Mailboxes::told);
      case MailboxAct.Note note ->
          store.note(mailbox, note.version(), note.note(), now).map(Mailboxes::told);
      case MailboxAct.Leave leave -> leave(mailbox, leave, now);
      case MailboxAct.Pass pass -> store.open(mailbox, now).compose(this::pass);
      case MailboxAct.Delete delete -> store.delete(mailbox).map(gone -> new Outcome.Done());
    };
  }

  private Future<Outcome> pass(Optional<MailboxStore.Opened> opened) {
    return opened.isPresent()
        ? passes.issue().map(Outcome.Passed::new)
        : Future.succeededFuture(new Outcome.Refused(Keeping.UNKNOWN));
  }

  private Future<Outcome> leave(MailboxId mailbox, MailboxAct.Leave leave, Instant now) {
    Optional<Service> service = services.find(leave.service());
    if (service.isEmpty()) {
      return Future.succeededFuture(new Outcome.Malformed());
    }
    Instant ends = LetterEnd.of(new OpeningHours(service.get().hours()), now);
    LetterId id = LetterId.fresh();
    return store
        .leave(
            new MailboxStore.NewLetter(
                id,
                mailbox,
                leave.service(),
                leave.devices(),
                leave.file(),
                leave.files(),
                now,
                ends))
        .map(
            keeping ->
                keeping == Keeping.KEPT
                    ? new Outcome.Left(id, ends)
                    : new Outcome.Refused(keeping));
  }

  private static Outcome told(Keeping keeping) {
    return keeping == Keeping.KEPT ? new Outcome.Done() : new Outcome.Refused(keeping);
  }

  private static Outcome told(Optional<MailboxStore.Opened> opened) {
    return opened
        .<Outcome>map(Outcome.Opened::new)
        .orElseGet(() -> new Outcome.Refused(Keeping.UNKNOWN));
  }
}
