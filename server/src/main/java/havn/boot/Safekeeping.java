package havn.boot;

import havn.config.Settings;
import havn.postgres.backup.Backup;
import havn.postgres.backup.BackupRefused;
import havn.postgres.backup.Omission;
import havn.postgres.backup.Restore;
import java.nio.file.Path;

/// Saves and restores the durable store of an installation.
public final class Safekeeping {

  private Safekeeping() {}

  /// Saves PostgreSQL into `file` and answers a sentence about it.
  public static String backup(Settings settings, Path file) throws Refusal {
    try {
      long rows = Backup.write(Platform.postgresAddress(settings), file, Omission.standard());
      return "saved " + rows + " rows into " + file;
    } catch (BackupRefused refused) {
      throw new Refusal(String.valueOf(refused.getMessage()));
    }
  }

  /// Restores `file` into an empty PostgreSQL and answers a sentence about it.
  public static String restore(Settings settings, Path file) throws Refusal {
    try {
      long rows = Restore.read(Platform.postgresAddress(settings), file);
      return "restored " + rows + " rows from " + file;
    } catch (BackupRefused refused) {
      throw new Refusal(String.valueOf(refused.getMessage()));
    }
  }
}
