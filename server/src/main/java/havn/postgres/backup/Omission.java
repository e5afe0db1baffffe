package havn.postgres.backup;

import java.util.List;

/// A table whose rows no backup holds, because they must be forgettable. It is restored empty.
public record Omission(String table, String reason) {

  /// What every backup leaves out: everything a visitor left, which must be gone when it ends or is
  /// deleted, and the keys it was sealed to. Deleting could not reach into a backup.
  public static List<Omission> standard() {
    return List.of(
        new Omission("mailbox", "ends by itself, or when its holder says so"),
        new Omission("letter", "ends by itself, or when its holder says so"),
        new Omission("answer", "ends by itself, or when its holder says so"),
        new Omission("sealed_file", "ends with what names it"),
        new Omission("mailbox_key", "consoles state new ones every week"),
        new Omission("archive", "ends by itself, or when the visitor says so"),
        new Omission("archive_part", "ends with its archive"),
        new Omission("sealed_note", "ends by itself, or when the visitor or staff say so"),
        new Omission("task_detail", "ends with its task; its keys end after 42 days"),
        new Omission("reminder", "a number of staff is forgotten when they say so"),
        new Omission("outbox", "what waits to be sent is not to be sent again after a restore"),
        new Omission("alarm", "tells of texts that are in no backup"),
        new Omission("seat_news", "tells of seats that a restore may bring back"),
        new Omission("thread", "ends by itself, or when staff say so"),
        new Omission("message", "ends by itself; its keys end after 42 days"),
        new Omission("release", "what waits to be sent is not to be sent again after a restore"),
        new Omission("told", "is of use for 90 days only"),
        new Omission("early_report", "is of use for an hour only"),
        new Omission("heard_over", "is of use for 24 hours only"),
        new Omission("sealing_process", "processes end with their machine"),
        new Omission("proof", "answers for 14 days; most of a backup's are over"),
        new Omission("journal_key", "destroyed after 30 days"));
  }
}
