package havn.correspondence;

import havn.courtesy.Courtesy;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.courtesy.Past;
import havn.courtesy.Permission;
import havn.courtesy.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of one number when it may be written to.
///
/// @param stopped since when they are written to no more by the service
/// @param windows of every card with that number, at most 100
public record Standing(Past past, Optional<Instant> stopped, List<Window> windows) {

  public Standing {
    windows = List.copyOf(windows);
  }

  /// How long somebody who said stop is answered after they wrote again.
  static final Duration ANSWERED_THOUGH_STOPPED = Duration.ofHours(24);

  /// Whether they may be answered though they said stop: they wrote since, at most 24 hours ago.
  public boolean mayAnswer(Instant now) {
    return stopped.isEmpty()
        || past.word()
            .filter(word -> word.isAfter(stopped.get()))
            .filter(word -> now.isBefore(word.plus(ANSWERED_THOUGH_STOPPED)))
            .isPresent();
  }

  /// What the rules say; whether they said stop is another question.
  public Permission permission(Occasion occasion, Manners manners, Instant now) {
    return Courtesy.decide(occasion, manners, windows, past, now);
  }
}
