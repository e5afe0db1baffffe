package havn.postgres.backup;

/// A backup or a restore cannot be made; nothing was changed. The message says why and what to do.
public final class BackupRefused extends Exception {

  private static final long serialVersionUID = 1L;

  BackupRefused(String sentence) {
    super(sentence);
  }
}
