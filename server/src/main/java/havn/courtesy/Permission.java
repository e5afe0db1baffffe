package havn.courtesy;

import java.time.Instant;

/// Whether something may be sent. It is asked again at the moment of sending.
public sealed interface Permission {

  record Now() implements Permission {}

  /// Not now; `moment` is the first permitted one, at most 14 days ahead.
  record At(Instant moment) implements Permission {}

  /// Not within 14 days, or not at all.
  record Never(Why why) implements Permission {}

  /// When it would go out that is to be sent now; now, where it never does.
  default Instant from(Instant now) {
    return switch (this) {
      case At later -> later.moment();
      case Now at -> now;
      case Never never -> now;
    };
  }

  /// The rule that forbids it.
  enum Why {
    /// The first message is unanswered, and is less than 180 days old.
    SILENCE,
    /// The reminder is asked for less than 30 days after the first message.
    TOO_SOON,
    /// The one reminder has been sent.
    REMINDED,
    /// There is no unanswered first message of the last 180 days.
    NOTHING_TO_REMIND_OF,
    /// We began three times in 365 days.
    THREE_A_YEAR,
    /// The person has never written from this number, or it changed hands since.
    NOBODY_WROTE,
    /// The person's last word is 180 days old or more; a first message is next.
    CONSENT_DECAYED,
    /// A confirmation of an opt-out goes within 5 minutes of the person's word or never.
    TOO_LATE,
    /// The person has not said yes to what we begin, and the provider asks for that.
    NO_CONSENT,
    /// The provider takes an answer for 24 hours after a word over it, and none of them is left
    /// that is permitted.
    DAY_OVER,
    /// Hours, Sundays, holidays and the own windows leave no moment in 14 days.
    NO_HOUR
  }
}
