package havn.journal;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where acts are written down.
public interface Journal {

  /// Lines that one reading answers at most.
  int MOST_READ = 1_000;

  /// Lines that one page shows at most.
  int PAGE = 100;

  /// Days after which nobody can tell any more which thing a line was about.
  int PSEUDONYM_DAYS = 30;

  /// Months after which a line goes.
  int KEPT_MONTHS = 12;

  /// Writes an act down. Whoever does the act waits for this, and does it only when it came out
  /// well.
  Future<Void> write(Act act, Instant at);

  /// At most 1,000 lines in order, from this number on.
  Future<List<JournalLine>> read(long from);

  /// The newest lines before this number, the newest first, at most 100.
  Future<List<JournalLine>> newest(long before);

  /// So long a clock must have run before its word about what is old is believed: a checkpoint that
  /// old stands, and one that is not twice as old.
  Duration BELIEVED = Duration.ofDays(7);

  /// The newest checkpoint; one of more than an hour ahead was made by a clock that was wrong, and
  /// does not count.
  Future<Optional<Checkpoint>> checkpoint(Instant now);

  /// The one furthest on at which the journal was whole.
  Future<Optional<Checkpoint>> whole();

  /// Up to where lines were cut off at the beginning; empty when none were.
  Future<Optional<Cut>> cut();

  /// Whether a checkpoint says that a line which was cut off then was not twelve months old, less 7
  /// days for looks that lagged behind.
  ///
  /// @param said when the line was written that says so
  Future<Boolean> isTooEarly(Cut cut, Instant said);

  /// Cuts off lines of days that are over for twelve months, 20,000 at most, and writes a line
  /// about it; does nothing when there is none, or while the clock is not believed.
  ///
  /// @param proved number of the last line that was found as it was written; none after it goes
  Future<Void> cutOld(long proved, Instant now);

  /// Keeps a checkpoint; those older than a year go once the clock is believed.
  Future<Void> keep(Checkpoint made);

  /// Destroys the keys of days that are over for 30 days; answers how many.
  Future<Integer> forgetPseudonyms(Instant now);
}
