package havn.letters;

/// What became of something that was to be kept.
public enum Keeping {
  /// It is there, with everything that belongs to it.
  KEPT,
  /// There is no such mailbox or letter: unknown, ended and deleted are not told apart.
  UNKNOWN,
  /// Somebody was first: another note, or another answer under this number.
  BEHIND,
  /// The mailbox holds as many as it may.
  FULL,
  /// The server holds as many as it may.
  CROWDED,
  /// A file it names is unknown, or belongs to something else.
  NO_SUCH_FILE
}
