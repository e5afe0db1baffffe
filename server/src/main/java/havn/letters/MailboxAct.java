package havn.letters;

import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.ServiceId;
import java.util.List;

/// What the holder of a return code asks of a mailbox.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface MailboxAct {

  /// Makes the mailbox, with its first note.
  record Create(byte[] note) implements MailboxAct {}

  /// Reads everything.
  record Open() implements MailboxAct {}

  /// Writes the note anew; `version` is the one read plus 1.
  record Note(int version, byte[] note) implements MailboxAct {}

  /// Leaves a letter, sealed to 1–9 devices, with at most 5 files.
  record Leave(ServiceId service, List<DeviceId> devices, byte[] file, List<FileId> files)
      implements MailboxAct {

    public Leave {
      devices = List.copyOf(devices);
      files = List.copyOf(files);
    }
  }

  /// Asks for a pass: its holder may ring where only people with a return code are taken.
  record Pass() implements MailboxAct {}

  /// Removes everything at once.
  record Delete() implements MailboxAct {}
}
