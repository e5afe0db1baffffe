package havn.courtesy;

/// Why a service writes to a number, or calls it.
public enum Occasion {
  /// The first message to somebody, or the first again after 180 days or a change of hands.
  FIRST,
  /// The one reminder of a first message that nobody answered.
  REMINDER,
  /// What a worker writes to somebody who has written.
  ANSWER,
  /// The automatic text to somebody who has just written for the first time.
  AUTOMATIC,
  /// That nothing more will come, to somebody who has just opted out.
  OPT_OUT,
  /// That the opt-out is undone, to somebody who has just undone it.
  UNDO
}
