package havn.reminder;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/// What says that somebody waited, was in danger or was still in a chat, and when: who was told of
/// it, and the texts that told it. As long as what is about a visit, at most 24 hours.
public interface VisitTraces {

  Duration LIFE = Duration.ofHours(24);

  /// Removes what is older. Answers how many rows.
  Future<Integer> sweep(Instant now);
}
