package havn.outreach;

import havn.kernel.id.StaffId;
import java.time.LocalDate;
import java.util.Optional;

/// What came of an act on a card.
public enum Acted {
  DONE,
  /// The service has no such card, or no more.
  GONE,
  /// Somebody else holds it.
  ANOTHERS,
  /// The act is for whoever holds it.
  NOT_HELD,
  /// Whoever wants to take it holds 20.
  HANDS_FULL,
  /// It has no number at that place.
  NO_SUCH_NUMBER,
  /// The day of the yes is to come, or more than 13 months ago.
  NOT_THAT_DAY,
  /// A text of theirs waits that was not read.
  UNREAD,
  /// The yes of that day was taken back later, or counts as taken back since a restore.
  TAKEN_BACK;

  /// Why an act came to nothing, as the card is now. Pure.
  static Acted not(CardAct act, Optional<Card> found, StaffId who, LocalDate today) {
    if (found.isEmpty()) {
      return GONE;
    }
    Card card = found.get();
    boolean mine = card.isHeldBy(who);
    return switch (act) {
      case CardAct.Take take -> card.holder().isEmpty() || mine ? HANDS_FULL : ANOTHERS;
      case CardAct.GiveBack giveBack -> NOT_HELD;
      case CardAct.Delete delete -> ANOTHERS;
      case CardAct.Called called -> mine ? NO_SUCH_NUMBER : NOT_HELD;
      case CardAct.Consented(Consent.How how, LocalDate day) -> {
        if (!new Consent.Given(day, how, who).isRecent(today)) {
          yield NOT_THAT_DAY;
        }
        yield mine ? TAKEN_BACK : NOT_HELD;
      }
      case CardAct.Never never -> UNREAD;
      case CardAct.Withdrawn withdrawn -> GONE;
    };
  }
}
