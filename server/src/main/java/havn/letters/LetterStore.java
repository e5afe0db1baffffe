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
import java.util.Set;

/// Letters as staff meet them: only those to some of `services`, only those that have not ended.
public interface LetterStore {

  /// A letter without its file.
  ///
  /// @param answers numbers given out in its mailbox so far
  record Head(
      LetterId id,
      ServiceId service,
      MailboxId mailbox,
      List<DeviceId> devices,
      int answers,
      boolean done,
      Instant at,
      Instant ends) {

    public Head {
      devices = List.copyOf(devices);
    }
  }

  /// A letter with its file.
  @SuppressWarnings("ArrayRecordComponent")
  record Found(Head head, byte[] file) {}

  /// An answer to keep, as the bytes that were checked.
  @SuppressWarnings("ArrayRecordComponent")
  record NewAnswer(
      LetterId letter,
      MailboxId mailbox,
      int number,
      byte[] stored,
      List<FileId> files,
      Instant at,
      Instant ends) {

    public NewAnswer {
      files = List.copyOf(files);
    }
  }

  /// At most 200: those not done before the others, each oldest first.
  Future<List<Head>> heads(Set<ServiceId> services, Instant now);

  Future<Optional<Found>> find(LetterId letter, Set<ServiceId> services, Instant now);

  /// False when there is no such letter.
  Future<Boolean> reseal(
      LetterId letter, Set<ServiceId> services, byte[] file, List<DeviceId> devices, Instant now);

  /// False when there is no such letter.
  Future<Boolean> mark(LetterId letter, Set<ServiceId> services, boolean done, Instant now);

  /// Keeps an answer and its files, and the mailbox at least as long, in one step. `BEHIND` when
  /// the number is not the next.
  Future<Keeping> answer(NewAnswer answer);
}
