package havn.courtesy;

import havn.courtesy.Permission.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When a service may write to, or call, a number. Pure; no role can override it.
///
/// How the rules are read:
///
/// - *What we begin* is FIRST and REMINDER, and a call by hand under the same two names. It goes
///   from 10:00:00 up to, not including, 20:00:00 by the clock in Oslo, or within narrower hours
///   that the service set itself, never on a Sunday or a Norwegian public holiday unless its
///   manners allow each, and only inside the windows of every card with that number.
/// - *One first message, then silence unless answered*: another FIRST may go once the person has
///   written since, or 180 days after the latest unanswered beginning, or once the number changed
///   hands. *One reminder*: 30 days or more and less than 180 after the first message.
/// - *At most 3 a year*: a fourth waits until 365 days after the third last. All beginnings to the
///   number count, answered or not, and those before it changed hands.
/// - *ANSWER, AUTOMATIC and UNDO* need a word of whoever has the number now. Within 30:00 minutes
///   of it they go at any hour that the own windows permit; later they keep the hours of what we
///   begin, Sundays and holidays too. No cap binds them, but after 180 days the word is no consent
///   any more.
/// - *OPT_OUT* goes within 5:00 minutes of the word, at any hour that the own windows permit, or
///   never.
/// - *Days* are 24 hours; minutes and days are counted to the nanosecond, and "within" includes the
///   last moment.
public final class Courtesy {

  static final Duration REMIND_AFTER = Duration.ofDays(30);

  /// So long a word is a consent, and so long somebody who was reminded is left alone.
  public static final Duration CONSENT = Duration.ofDays(180);

  static final Duration YEAR = Duration.ofDays(365);
  static final Duration ANSWER_WITHIN = Duration.ofMinutes(30);
  static final Duration CONFIRM_WITHIN = Duration.ofMinutes(5);
  static final int MOST_A_YEAR = 3;

  private static final Duration MOMENT = Duration.ofNanos(1);
  private static final Permission NOBODY_WROTE = new Permission.Never(Why.NOBODY_WROTE);

  private Courtesy() {}

  /// Whether something may be sent now, at which moment of the next 14 days first, or not. The
  /// first question about a day reads the calendar of holidays, which takes about 0.4 s.
  ///
  /// @param windows of every card with that number, at most 100; all must permit
  public static Permission decide(
      Occasion occasion, Manners manners, List<Window> windows, Past past, Instant now) {
    Hours hours = new Hours(manners, windows);
    return switch (occasion) {
      case FIRST -> hours.first(first(past), now);
      case REMINDER -> reminder(past, hours, now);
      case ANSWER, AUTOMATIC, UNDO ->
          past.ownWord().map(word -> hours.first(answer(word), now)).orElse(NOBODY_WROTE);
      case OPT_OUT ->
          past.ownWord().map(word -> hours.first(confirmation(word), now)).orElse(NOBODY_WROTE);
    };
  }

  /// The hours alone: when what we begin may go out to a number with these windows, whatever
  /// happened before. The first permitted moment of the next 14 days, or not.
  public static Permission hours(Manners manners, List<Window> windows, Instant now) {
    return new Hours(manners, windows).first(Limits.NONE, now);
  }

  /// Whether the next message must say nothing but who writes: the person has never written from
  /// this number, or 180 days ago or more, or the number changed hands since.
  public static boolean contentFree(Past past, Instant now) {
    return past.ownWord().map(word -> !now.isBefore(word.plus(CONSENT))).orElse(true);
  }

  private static Limits first(Past past) {
    List<Instant> open = past.unanswered(CONSENT);
    Limits capped = capped(past);
    return open.isEmpty() ? capped : capped.notBefore(open.getLast().plus(CONSENT), Why.SILENCE);
  }

  private static Permission reminder(Past past, Hours hours, Instant now) {
    List<Instant> open = past.unanswered(CONSENT);
    if (open.isEmpty()) {
      return new Permission.Never(Why.NOTHING_TO_REMIND_OF);
    }
    if (open.size() > 1) {
      return new Permission.Never(Why.REMINDED);
    }
    Instant first = open.getFirst();
    return hours.first(
        capped(past)
            .notBefore(first.plus(REMIND_AFTER), Why.TOO_SOON)
            .before(first.plus(CONSENT), Why.NOTHING_TO_REMIND_OF),
        now);
  }

  private static Limits answer(Instant word) {
    return Limits.NONE
        .before(word.plus(CONSENT), Why.CONSENT_DECAYED)
        .anyHourUntil(word.plus(ANSWER_WITHIN));
  }

  private static Limits confirmation(Instant word) {
    Instant last = word.plus(CONFIRM_WITHIN);
    return Limits.NONE.before(last.plus(MOMENT), Why.TOO_LATE).anyHourUntil(last);
  }

  private static Limits capped(Past past) {
    List<Instant> begun = past.begun();
    return begun.size() < MOST_A_YEAR
        ? Limits.NONE
        : Limits.NONE.notBefore(begun.get(begun.size() - MOST_A_YEAR).plus(YEAR), Why.THREE_A_YEAR);
  }
}
