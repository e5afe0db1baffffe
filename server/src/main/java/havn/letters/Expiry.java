package havn.letters;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;

/// Removes what has ended.
public interface Expiry {

  /// Rows of each kind that one sweep removes at most.
  int MOST_PER_SWEEP = 1_000;

  /// What is swept.
  enum Kind {
    FILE,
    ANSWER,
    LETTER,
    MAILBOX,
    KEY
  }

  /// Removes what had ended at `now` and answers how many rows of each kind. Several processes may
  /// sweep at once.
  Future<Map<Kind, Integer>> sweep(Instant now);
}
