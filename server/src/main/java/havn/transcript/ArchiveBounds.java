package havn.transcript;

import java.time.Duration;

/// Bounds of archives.
public final class ArchiveBounds {

  public static final int MOST_ARCHIVES = 100_000;

  /// One for each console that led the conversation.
  public static final int PER_CONVERSATION = 8;

  public static final int PARTS = 200;

  /// Of one part, its tag of 16 bytes included.
  public static final int PART_BYTES = 65_552;

  /// What a part may measure: padded to 4, 16 or 64 KiB, and the tag.
  public static boolean isPart(int bytes) {
    return bytes == 4_112 || bytes == 16_400 || bytes == PART_BYTES;
  }

  /// Of the age file around the archive's key.
  public static final int WRAPS_BYTES = 18_432;

  /// Devices that can open an archive.
  public static final int MOST_DEVICES = 9;

  /// Archives that one list shows.
  public static final int MOST_LISTED = 200;

  /// Bytes of a share: long enough that Redis keeps it in one place and overwrites it there.
  public static final int SHARE_BYTES = 64;

  /// How long after its beginning an archive takes parts: as long as a conversation lives, and one
  /// hour.
  public static final Duration WRITABLE = Duration.ofHours(25);

  /// How long a share outlives its archive when nobody shreds it.
  public static final Duration NET = Duration.ofHours(1);

  private ArchiveBounds() {}
}
