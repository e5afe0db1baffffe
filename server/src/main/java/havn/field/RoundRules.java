package havn.field;

import havn.field.Telling.Reason;
import java.time.LocalDate;
import java.util.Optional;

/// When a round is kept.
public final class RoundRules {

  /// A round is told, and corrected, until so many days after its day.
  public static final int DAYS = 14;

  /// Rounds of one service on one day.
  public static final int MOST_A_DAY = 20;

  private RoundRules() {}

  /// What becomes of a round that is told.
  ///
  /// @param kept what is kept under its id
  /// @param others rounds with other ids of the service on the day that is told
  /// @param today in Norway
  public static Telling decide(Round told, Optional<Round> kept, int others, LocalDate today) {
    if (kept.filter(round -> !round.service().equals(told.service())).isPresent()) {
      return new Telling.Refused(Reason.ANOTHER_SERVICE);
    }
    // Before everything else: whoever got no answer asks again, also after weeks.
    if (kept.filter(round -> round.revision() >= told.revision()).isPresent()) {
      return new Telling.Stands(kept.get());
    }
    return refusal(told, kept, others, today)
        .<Telling>map(Telling.Refused::new)
        .orElseGet(() -> new Telling.Written(told));
  }

  private static Optional<Reason> refusal(
      Round told, Optional<Round> kept, int others, LocalDate today) {
    Round.Counts counts = told.counts();
    LocalDate first = today.minusDays(DAYS);
    if (counts.first() > counts.people()) {
      return Optional.of(Reason.MORE_FIRST_THAN_PEOPLE);
    }
    if (counts.places() > 0 && told.place() != RoundPlace.INDOOR) {
      return Optional.of(Reason.PLACES_OUTDOORS);
    }
    if (told.day().isAfter(today)) {
      return Optional.of(Reason.FUTURE);
    }
    if (told.day().isBefore(first) || kept.filter(r -> r.day().isBefore(first)).isPresent()) {
      return Optional.of(Reason.OVER);
    }
    return others >= MOST_A_DAY ? Optional.of(Reason.DAY_FULL) : Optional.empty();
  }
}
