package havn.letters;

import java.time.Duration;

/// Bounds of what is left for later.
public final class Bounds {

  public static final int MOST_MAILBOXES = 100_000;
  public static final int MOST_LETTERS = 100_000;
  public static final int LETTERS_PER_MAILBOX = 20;
  public static final int ANSWERS_PER_MAILBOX = 50;
  public static final int NOTE_BYTES = 8_192;

  /// Of a letter, and of an answer's file.
  public static final int LETTER_BYTES = 49_152;

  /// Files that a letter or an answer may name.
  public static final int MOST_FILES = 5;

  /// Devices that a letter may be sealed to.
  public static final int MOST_DEVICES = 9;

  /// Letters that one list shows.
  public static final int MOST_LISTED = 200;

  /// Keys that one list shows to staff.
  public static final int MOST_KEYS = 64;

  /// A file that no letter and no answer has named is gone after this.
  public static final Duration UNCLAIMED = Duration.ofHours(1);

  /// A mailbox that is never written to.
  public static final Duration EMPTY_MAILBOX = Duration.ofDays(30);

  /// After its end a mailbox key still opens letters.
  public static final Duration OPENING = Duration.ofDays(35);

  /// After its start a mailbox key is no longer kept: used for 7 days, opening letters for 35 more.
  public static final Duration KEY = Duration.ofDays(42);

  private Bounds() {}
}
