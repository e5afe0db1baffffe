package havn.letters;

import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.LetterId;
import havn.kernel.id.MailboxId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where mailboxes are kept. What has ended at `now` is not there, whether or not it was removed.
public interface MailboxStore {

  /// A mailbox as its holder reads it.
  ///
  /// @param version of the note
  /// @param answers serialised `StoredAnswer`s in the order of their numbers
  @SuppressWarnings("ArrayRecordComponent")
  record Opened(int version, byte[] note, List<Left> letters, List<byte[]> answers, Instant ends) {

    public Opened {
      letters = List.copyOf(letters);
      answers = List.copyOf(answers);
    }
  }

  /// A letter that waits or waited.
  record Left(LetterId id, Instant at) {}

  /// A letter to keep.
  @SuppressWarnings("ArrayRecordComponent")
  record NewLetter(
      LetterId id,
      MailboxId mailbox,
      ServiceId service,
      List<DeviceId> devices,
      byte[] file,
      List<FileId> files,
      Instant at,
      Instant ends) {

    public NewLetter {
      devices = List.copyOf(devices);
      files = List.copyOf(files);
    }
  }

  /// Makes a mailbox with version 1 of its note. The same again changes nothing and is `KEPT`;
  /// `BEHIND` when another note is there, `CROWDED` at 100,000.
  Future<Keeping> create(MailboxId mailbox, byte[] note, Instant ends, Instant now);

  Future<Optional<Opened>> open(MailboxId mailbox, Instant now);

  /// Replaces the note; `BEHIND` unless the kept version is `version` - 1.
  Future<Keeping> note(MailboxId mailbox, int version, byte[] note, Instant now);

  /// Keeps a letter and its files, and the mailbox at least as long, in one step.
  Future<Keeping> leave(NewLetter letter);

  /// Removes the mailbox with its letters, answers and files; nothing when there is none.
  Future<Void> delete(MailboxId mailbox);
}
